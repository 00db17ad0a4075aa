#!/usr/bin/env python3
"""Checks the hash chain of a journal: verify.py journal.jsonl"""
import hashlib, json, sys

number, prev = 0, "0" * 64
for number, line in enumerate(open(sys.argv[1], "rb"), 1):
    content = line.rpartition(b',"hash":')[0]
    record = json.loads(line)
    if (record["seq"], record["prev"], record["hash"]) != (number, prev, hashlib.sha256(content).hexdigest()):
        sys.exit(f"record {number} is damaged")
    prev = record["hash"]
print(f"chain intact, {number} records, head {prev}")
