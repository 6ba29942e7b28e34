#!/usr/bin/env python3
"""`./dev bench`: Fernbook beside plain SQLite, SQLCipher, jrnl and Joplin, in one run on this machine.

    tests/bench/run.py                 everything (about half an hour), printed
    tests/bench/run.py --write         the same, and docs/performance.md gets the tables
    tests/bench/run.py --quick         1,000 notes and the diary once, no programs
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import diary
import phones
import programs
import tables

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = ROOT / "tests" / "bench"
CACHE = ROOT / "target" / "bench"
PEERS = CACHE / "cargo"
RECORD = ROOT / "docs" / "performance.md"
SIZES = (1_000, diary.ENTRIES, 10_000, 100_000)
CORE = ("Fernbook, AEGIS-256", "Fernbook, ChaCha20")
PLAIN, SQLCIPHER = "plain SQLite", "SQLCipher"
# As our own engine is built, and SQLite where its configure script builds it.
PEER_FLAGS = "-DHAVE_FDATASYNC=1"


def main():
    asked = arguments()
    record = {"engines": {}, "programs": {}, "missing": {}, "phones": {}}
    engines = build(record)
    record["load"] = cores_busy()
    found = diary.find(ROOT)
    for size in asked.sizes:
        rounds = 1 if asked.quick else 3 if size > 10_000 else 5
        record["engines"][size] = one_size(engines, found, size, rounds, record)
    record["keys"] = alone("keys", "unlock", record)
    record["plan"] = alone("plan", "planning reminders", record)
    if not asked.quick:
        record["programs"] = all_programs(found, record)
        record["phones"] = all_phones(record)
    text = tables.render(record, ROOT)
    (CACHE / "record.json").write_text(json.dumps(record))
    print(text)
    if asked.write:
        write(text)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    parser.add_argument("--quick", action="store_true", help="1,000 notes and the diary once, no programs")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")])
    asked = parser.parse_args()
    asked.sizes = asked.sizes or (SIZES[:2] if asked.quick else SIZES)
    return asked


def say(text):
    print(text, file=sys.stderr, flush=True)


def build(record):
    """The command of each engine. One that does not build is left out of the runs and told in the table."""
    engines = {}
    core = cargo(["-p", "fernbook-tests", "--bin", "bench-core"], ROOT, None, record, "Fernbook")
    for name, cipher in zip(CORE, ("aegis", "chacha20")):
        if core:
            engines[name] = [str(ROOT / "target" / "release" / "bench-core"), cipher]
    for name, folder in ((PLAIN, "plain"), (SQLCIPHER, "sqlcipher")):
        if cargo([], BENCH / folder, PEERS, record, name):
            engines[name] = [str(PEERS / "release" / f"bench-{folder}")]
    cargo(["-p", "fernbook-cli"], ROOT, None, record, "the command line")
    cargo(["-p", "fernbook-bindings"], ROOT, None, record, "the library for phones")
    return engines


def cargo(more, folder, target, record, name):
    say(f"building {name}")
    env = {**os.environ, **({"CARGO_TARGET_DIR": str(target), "LIBSQLITE3_FLAGS": PEER_FLAGS} if target else {})}
    done = subprocess.run(["cargo", "build", "--release", "--quiet", *more], cwd=folder, env=env)
    if done.returncode != 0:
        record["missing"][name] = "it did not build"
    return done.returncode == 0


def one_size(engines, found, size, rounds, record):
    """All engines in turn, again in each round, so that a busy moment does not fall on one of them."""
    zips = diary.zips(found, CACHE / "data" / str(size), size)
    gathered = {name: {} for name in engines}
    for turn in range(rounds):
        for name, command in engines.items():
            say(f"{size:,} notes, round {turn + 1} of {rounds}: {name}")
            for line in lines(command, zips, name, record):
                gather(gathered[name], line)
    return gathered


def lines(command, zips, name, record):
    folder = CACHE / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    done = subprocess.run([*command, str(folder), *map(str, zips)], stdout=subprocess.PIPE, text=True)
    shutil.rmtree(folder, ignore_errors=True)
    if done.returncode != 0:
        record["missing"][name] = "it stopped with an error"
    return [json.loads(line) for line in done.stdout.splitlines()]


def gather(engine, line):
    """An import of several zips is one import: its times add up. Other turns stand each for themselves."""
    if "measure" not in line:
        engine.update(line)
        return
    measure = engine.setdefault(line["measure"], {"rounds": [], "more": line["more"]})
    measure["rounds"].append([sum(line["ns"])] if line["measure"] == "import" else line["ns"])


def alone(what, name, record):
    """What no peer has: what unlocking costs, Argon2id by itself and the whole; and planning reminders."""
    say(name)
    binary = ROOT / "target" / "release" / "bench-core"
    return {line["measure"]: line["ns"] for line in lines([str(binary), what], [], name, record) if "ns" in line}


def all_programs(found, record):
    items, results = diary.entries(found), {}
    makers = (
        lambda: programs.Fernbook(ROOT / "target"),
        lambda: programs.Jrnl(CACHE),
        lambda: programs.Joplin(CACHE),
    )
    for make, name in zip(makers, ("fernbook", "jrnl", "joplin")):
        try:
            program = make()
            for size in (1_000, len(items)):
                say(f"{size:,} notes as a program: {program.name}")
                seen = programs.measure(program, CACHE / "work", items[:size])
                results.setdefault(program.name, {})[size] = seen
        except (programs.Unavailable, OSError) as error:
            record["missing"][name] = str(error)
    return results


def all_phones(record):
    say("the phones' languages")
    try:
        return phones.measure(ROOT)
    except (programs.Unavailable, OSError) as error:
        record["missing"]["the phones' languages"] = str(error)
        return {}


def cores_busy():
    """How many cores other work takes, over three seconds: the builds before this are not meant."""
    before = pathlib.Path("/proc/stat").read_text().split()[1:9]
    time.sleep(3)
    after = pathlib.Path("/proc/stat").read_text().split()[1:9]
    spent = [int(late) - int(early) for early, late in zip(before, after)]
    idle = spent[3] + spent[4]
    return (os.cpu_count() or 1) * (1 - idle / max(1, sum(spent)))


def write(text):
    before, begin, rest = RECORD.read_text().partition("<!-- bench: begin -->")
    _, end, after = rest.partition("<!-- bench: end -->")
    if not begin or not end:
        raise SystemExit("docs/performance.md has lost its marks for the tables.")
    RECORD.write_text(f"{before}{begin}\n{text}\n{end}{after}")


if __name__ == "__main__":
    main()
