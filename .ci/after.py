"""Reads bundles, tables and calendars as those do whom they are for; see `.ci/after`."""
import csv, datetime, io, pathlib, subprocess, sys

# The columns by which the imports know what they read. Jira: a heading without punctuation, and at least a summary.
# Trello: those of its own export. Asana: the name first, then in this order.
JIRA = {"Summary", "Issue Type", "Status", "Priority", "Assignee", "Labels", "Due Date", "Original Estimate", "Description"}
TRELLO = {"Card Name", "Card Description", "List Name", "Labels", "Members", "Due Date", "Due Complete"}
ASANA = ["Name", "Description", "Section", "Assignee", "Collaborators", "Start Date", "Due Date"]


def rows_of(path):
    text = path.read_bytes().decode("utf-8")
    assert "\r\n" in text and not text.startswith("\ufeff"), path
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), path
    for row in rows[1:]:
        for cell in row:
            assert cell.lstrip()[:1] not in set("=+-@\t"), (path, cell)
    return rows


def sheets(folder):
    for name in ("mars", "august", "hostile"):
        plain = rows_of(folder / f"{name}.csv")
        jira, trello, asana = (rows_of(folder / f"{name}.{tool}.csv") for tool in ("jira", "trello", "asana"))
        assert len(plain) == len(jira) == len(trello) == len(asana) > 1
        titles = [row[plain[0].index("title")] for row in plain[1:]]
        for rows, heading in ((jira, "Summary"), (trello, "Card Name"), (asana, "Name")):
            assert [row[rows[0].index(heading)] for row in rows[1:]] == titles, (name, heading)
        assert set(jira[0]) <= JIRA and all(cell.replace(" ", "").isalpha() for cell in jira[0]), jira[0]
        labels = [place for place, cell in enumerate(jira[0]) if cell == "Labels"]
        assert all(" " not in row[place] for row in jira[1:] for place in labels)
        assert set(trello[0]) <= TRELLO, trello[0]
        places = [ASANA.index(cell) for cell in asana[0]]
        assert places == sorted(places) and places[0] == 0, asana[0]
        print(f"{name}: {len(plain) - 1} rows for each of four readers")


def calendars(paths):
    import icalendar

    for path in paths:
        raw = path.read_bytes()
        assert all(len(line) <= 75 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b""), path
        calendar = icalendar.Calendar.from_ical(raw)
        events = calendar.walk("VEVENT")
        assert not calendar.errors and not any(event.errors for event in events), path
        assert len({str(event["UID"]) for event in events}) == len(events) > 0, path
        ends = None
        for event in events:
            begins, ends_now = event.decoded("DTSTART"), event.decoded("DTEND")
            assert event.decoded("DTSTAMP") and event["SUMMARY"], path
            if str(event["UID"]).startswith("action."):
                # A follow-up is due on a day, not at an hour, and takes nobody's time.
                assert type(begins) is type(ends_now) is datetime.date, path
                assert ends_now - begins == datetime.timedelta(days=1) and event["TRANSP"] == "TRANSPARENT", path
                continue
            assert begins.utcoffset().total_seconds() == 0 and begins <= ends_now, path
            assert ends is None or ends == begins, (path, "one step begins where the former ends")
            ends = ends_now
        print(f"{path.name}: {len(events)} events")


def how(folder):
    """Does what VERIFY.md says: the indented lines are commands, but for the one that they must answer."""
    told = (folder / "VERIFY.md").read_text(encoding="utf-8")
    lines = [line.strip() for line in told.splitlines() if line.startswith("    ")]
    expected = [line for line in lines if line.startswith("chain intact")]
    commands = [line for line in lines if line.startswith(("sha256sum", "python3"))]
    assert len(expected) == 1 and len(commands) == 2, lines
    for command in commands:
        ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == expected[0], ran.stdout
    assert expected[0].endswith((folder / "HEAD").read_text().split()[-1])
    print(f"{folder.name}: {expected[0]}")


what, *paths = sys.argv[1:]
paths = [pathlib.Path(path) for path in paths]
{"sheets": lambda: sheets(paths[0]), "calendars": lambda: calendars(paths), "how": lambda: how(paths[0])}[what]()
