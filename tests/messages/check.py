#!/usr/bin/env python3
"""Holds the messages of develop.json and apart.json to their shape, and their expectations to the calendar."""
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
KINDS = {None, "phone", "video", "home", "in_person"}
NEWS = {"new", "changed", "called_off"}
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WRITTEN = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?:the )?(\d{1,2})(?:st|nd|rd|th)?,? (?:of )?"
                     r"(" + "|".join(MONTHS) + r")", re.IGNORECASE)


def faults(item: dict) -> list[str]:
    """What is wrong with one message."""
    found = []
    if set(item) != {"id", "text", "now", "expect"}:
        return ["other fields"]
    datetime.datetime.strptime(item["now"], "%Y-%m-%dT%H:%M")
    guessed = any("date" in one.get("guess", []) for one in item["expect"])
    for one in item["expect"]:
        if set(one) - {"guess"} != {"date", "time", "until", "kind", "news"}:
            found.append("other fields of an expectation")
        if one["kind"] not in KINDS or one["news"] not in NEWS:
            found.append("an unknown kind or news")
        if one["until"] and not one["time"] < one["until"]:
            found.append("a window that ends before it begins")
    dates = [datetime.date.fromisoformat(one["date"]) for one in item["expect"] if one["date"]]
    for weekday, day, month in WRITTEN.findall(item["text"]):
        day, month = int(day), MONTHS.index(month.lower()) + 1
        said = [date for date in dates if (date.day, date.month) == (day, month)]
        if said and not guessed and DAYS[said[0].weekday()] != weekday.lower():
            found.append(f"{said[0]} is no {weekday}")
    return found


def main() -> int:
    sets = {name: json.loads((HERE / f"{name}.json").read_text()) for name in ("develop", "apart")}
    bad = [f"{name} {item['id']}: {fault}" for name, items in sets.items() for item in items
           for fault in faults(item)]
    bad += [f"{name} {item['id']}: in the wrong file" for name, items in sets.items() for item in items
            if (item["id"] % 3 == 0) != (name == "apart")]
    ids = sorted(item["id"] for items in sets.values() for item in items)
    if ids != list(range(1, len(ids) + 1)):
        bad.append("ids that are not 1, 2, 3…")
    if bad:
        print("The set of messages is not in order:", *bad, sep="\n  ")
        return 1
    print(f"messages: {len(sets['develop'])} to develop on, {len(sets['apart'])} apart, in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
