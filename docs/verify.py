#!/usr/bin/env python3
"""Checks the hash chain of a journal: verify.py [journal.jsonl]; without a name, of the one beside this script."""
import hashlib, json, os, sys

path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "journal.jsonl")
if not os.path.exists(path):
    sys.exit(f"{path} is not there.\n{__doc__}")
number, prev = 0, "0" * 64
for number, line in enumerate(open(path, "rb"), 1):
    content = line.rpartition(b',"hash":')[0]
    record = json.loads(line)
    if (record["seq"], record["prev"], record["hash"]) != (number, prev, hashlib.sha256(content).hexdigest()):
        sys.exit(f"record {number} is damaged")
    prev = record["hash"]
print(f"chain intact, {number} records, head {prev}")
