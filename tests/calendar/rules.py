"""Random rules, expanded by `fernbook` and by `recurring-ical-events`: the days must be the same."""
import datetime
import multiprocessing
import random
import subprocess

import icalendar
import recurring_ical_events

# Some of them give no day at all, and are refused: more than ten thousand are left.
COUNT = 11_000
YEARS = 4
# dateutil looks for the next day of a rule that has none until then: a year that is late enough here.
datetime.MAXYEAR = 2110
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:x
DTSTAMP:20261122T100000Z
DTSTART;VALUE=DATE:{first}
RRULE:{rule}
END:VEVENT
END:VCALENDAR
"""


def some(chance, items, most):
    return [str(item) for item in chance.sample(items, chance.randint(1, most))]


def random_rule(chance, first):
    """A rule that RFC 5545 allows.

    Left out is where dateutil, which works for the other, does not do what RFC 5545 says, or where that is open: a week
    of a year (BYWEEKNO) lies in the year of its days for it, which shows with INTERVAL or BYSETPOS; it finds a 53rd week
    where there is none if weeks do not begin on Monday, and misses the days before New Year of a first week that is named
    from the end; and its first week begins on the first day, which shows with
    BYSETPOS.
    """
    freq = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = {"FREQ": freq}
    by = {}
    if chance.random() < 0.35:
        by["BYMONTH"] = some(chance, range(1, 13), 4)
    if freq in ("DAILY", "MONTHLY", "YEARLY") and chance.random() < 0.35:
        by["BYMONTHDAY"] = some(chance, [*range(1, 32), *range(-31, 0)], 5)
    if freq == "YEARLY" and chance.random() < 0.2:
        by["BYYEARDAY"] = some(chance, [*range(1, 367), *range(-366, 0)], 6)
    if freq == "YEARLY" and chance.random() < 0.2:
        by["BYWEEKNO"] = some(chance, [*range(1, 54), *range(-51, 0)], 4)
    if chance.random() < 0.5:
        days = some(chance, WEEKDAYS, 4)
        if freq in ("MONTHLY", "YEARLY") and "BYWEEKNO" not in by and chance.random() < 0.6:
            most = 5 if freq == "MONTHLY" or "BYMONTH" in by else 53
            days = [f"{chance.choice([1, -1]) * chance.randint(1, most)}{day}" for day in days]
        by["BYDAY"] = days
    if by and "BYWEEKNO" not in by and freq in ("MONTHLY", "YEARLY") and chance.random() < 0.2:
        by["BYSETPOS"] = some(chance, [1, 2, 3, 5, -1, -2, -4], 3)
    parts |= {name: ",".join(values) for name, values in by.items()}
    if "BYWEEKNO" not in by and chance.random() < 0.5:
        parts["INTERVAL"] = str(chance.randint(1, 8))
    end = chance.random()
    if end < 0.25:
        parts["COUNT"] = str(chance.randint(1, 60))
    elif end < 0.5:
        parts["UNTIL"] = (first + datetime.timedelta(chance.randint(0, 1_500))).strftime("%Y%m%d")
    if "BYWEEKNO" not in by and chance.random() < 0.3:
        parts["WKST"] = chance.choice(WEEKDAYS)
    names = list(parts)
    chance.shuffle(names)
    return ";".join(f"{name}={parts[name]}" for name in names)


def cases(seed):
    chance = random.Random(seed)
    for _ in range(COUNT):
        first = datetime.date(1995, 1, 1) + datetime.timedelta(chance.randint(0, 15_000))
        # Often long after the beginning: it must not matter how much of a rule is past.
        begin = first + datetime.timedelta(chance.choice([0, 0, chance.randint(0, 9_000)]))
        yield random_rule(chance, first), first, begin, begin + datetime.timedelta(366 * YEARS)


def independent(case):
    rule, first, begin, end = case
    text = EVENT.format(rule=rule, first=first.strftime("%Y%m%d"))
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(begin, end)
    return sorted({event["DTSTART"].dt for event in found})


def ours(program, everything):
    lines = "".join("\t".join(map(str, case)) + "\n" for case in everything)
    answers = subprocess.run([program, "days"], input=lines, text=True, check=True, capture_output=True).stdout
    return answers.splitlines()


def differences(program, seed):
    """How many rules were compared, and those that differ."""
    everything = list(cases(seed))
    answers = ours(program, everything)
    with multiprocessing.Pool(2) as pool:
        others = pool.map(independent, everything, chunksize=100)
    differ, compared, days = [], 0, 0
    for case, answer, other in zip(everything, answers, others, strict=True):
        if answer == "refused":
            # A rule that gives no day in a hundred years; its own first day the other still counts.
            if set(other) - {case[1]}:
                differ.append((case, answer, other))
            continue
        # The end of a range is part of it for us, and not for the other.
        own = [day for day in answer.split() if day != str(case[3])]
        compared += 1
        days += len(own)
        if own != [str(day) for day in other]:
            differ.append((case, answer, other))
    return compared, days, differ
