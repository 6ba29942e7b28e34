"""Random visits, written by `fernbook` and opened by icalendar, ical.js and khal: the times must be the same."""
import datetime
import json
import logging
import pathlib
import random
import subprocess
import tempfile
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

COUNT = 60
DAYS = 800
ZONES = ["Europe/London", "Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata", "UTC"]
RULES = [
    None, "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3;COUNT=200", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYDAY=1TU;UNTIL={end}",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL={end}",
]


# khal tells of each day that is left out and that the rule does not have.
logging.disable(logging.WARNING)


def random_visit(chance):
    first = datetime.date(2026, 1, 1) + datetime.timedelta(chance.randint(0, 700))
    minute = lambda: f"{chance.randint(4, 21):02}:{chance.choice([0, 10, 35]):02}:00"
    kind = chance.choice(["day", "at", "at", "window"])

    def when(day, time):
        if kind == "day":
            return {"day": str(day)}
        if kind == "at":
            return {"at": f"{day}T{time}"}
        return {"window": {"day": str(day), "from": time, "to": "23:00:00"}}

    visit = {"when": when(first, minute()), "zone": chance.choice(ZONES), "title": "Café; a, b\\c", "plan": {}}
    rule = chance.choice(RULES)
    if rule:
        some = lambda: [first + datetime.timedelta(7 * n) for n in sorted(chance.sample(range(1, 60), chance.randint(0, 3)))]
        end = first + datetime.timedelta(700)
        skipped = some()
        moved = [day for day in some() if day not in skipped]
        visit["repeat"] = {
            "rule": rule.format(end=end.strftime("%Y%m%d")),
            "added": [str(first + datetime.timedelta(7 * 40 + 3))],
            "skipped": list(map(str, skipped)),
            "moved": [{"day": str(day), "when": when(day + datetime.timedelta(2), minute())} for day in moved],
        }
    return visit


def told(value):
    """A day, or a time in UTC, as the core tells it."""
    if not isinstance(value, datetime.datetime):
        return str(value)
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(file, first):
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(file)).between(first, first + datetime.timedelta(DAYS + 1))
    return sorted(told(event["DTSTART"].dt) for event in found)


def by_khal(file, first, place):
    from khal.khalendar import CalendarCollection

    folder = pathlib.Path(place)
    (folder / "one.ics").write_text(file, newline="")
    zone = ZoneInfo("UTC")
    locale = {"default_timezone": zone, "local_timezone": zone, "longdatetimeformat": "%c"}
    calendars = {"c": {"name": "c", "path": str(folder), "readonly": True, "color": "", "priority": 10, "addresses": [], "ctype": "calendar"}}
    collection = CalendarCollection(calendars=calendars, dbpath=":memory:", locale=locale)
    begin = datetime.datetime.combine(first, datetime.time(), zone) - datetime.timedelta(1)
    end = begin + datetime.timedelta(DAYS + 3)
    timed = collection.get_localized(begin, end)
    days = collection.get_floating(begin.replace(tzinfo=None), end.replace(tzinfo=None))
    return sorted(told(event.start) for event in [*timed, *days])


def by_ical_js(files, home):
    """All at once: the answer is a list of times for each."""
    script = pathlib.Path(__file__).with_name("expand.mjs")
    lines = "".join(json.dumps({"file": file, "days": DAYS}) + "\n" for file in files)
    command = ["node", script, home / "node_modules" / "ical.js" / "dist" / "ical.js"]
    answer = subprocess.run(command, input=lines, text=True, check=True, capture_output=True).stdout
    return [json.loads(line) for line in answer.splitlines()]


def differences(program, seed, home):
    """How many files were opened, how many times were compared, and what differs."""
    chance = random.Random(seed)
    visits = [random_visit(chance) for _ in range(COUNT)]
    lines = "".join(json.dumps(visit) + "\n" for visit in visits)
    answers = subprocess.run([program, "write"], input=lines, text=True, check=True, capture_output=True).stdout
    answers = [json.loads(line) for line in answers.splitlines()]
    by_js = by_ical_js([answer["file"] for answer in answers], home)
    differ, times = [], 0
    for visit, answer, js in zip(visits, answers, by_js, strict=True):
        first = next(iter(visit["when"].values()))
        first = datetime.date.fromisoformat((first["day"] if isinstance(first, dict) else first)[:10])
        # What lies at the edge of the range is not compared: each program has an edge of its own.
        edge = str(first + datetime.timedelta(DAYS - 3))
        near = lambda all_times: [time for time in sorted(all_times) if time < edge]
        own = near(answer["times"])
        times += len(own)
        with tempfile.TemporaryDirectory() as place:
            others = {"icalendar": by_icalendar(answer["file"], first), "ical.js": js,
                      "khal": by_khal(answer["file"], first, place)}
        for name, other in others.items():
            if near(other) != own:
                differ.append((name, visit, set(own) ^ set(near(other))))
    return len(visits), times, differ
