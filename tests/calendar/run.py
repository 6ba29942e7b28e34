#!/usr/bin/env python3
"""Holds the calendar of `fernbook` to others: which days a rule means, and what is read of the files it writes. Takes the
path of the program `calendar` (main.rs).

Sets up its Python packages and ical.js in target/calendar-python the first time.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).parent
HOME = HERE.parents[1] / "target" / "calendar-python"
SEED = 20261127


def set_up() -> str:
    """A Python that has the packages, and ical.js beside it."""
    wanted = "".join((HERE / name).read_text() for name in ("requirements.txt", "package-lock.json"))
    done = HOME / "done"
    if not done.exists() or done.read_text() != wanted:
        venv.create(HOME, with_pip=True, clear=True)
        pip = [HOME / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, HOME)
        subprocess.run(["npm", "ci", "--prefix", HOME, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                       check=True)
        done.write_text(wanted)
    return str(HOME / "bin" / "python")


def main(program: str) -> int:
    import files
    import rules

    compared, days, odd_rules = rules.differences(program, SEED)
    print(f"calendar: {compared} rules, {days} days, {len(odd_rules)} differ")
    opened, times, odd_files = files.differences(program, SEED, HOME)
    print(f"calendar: {opened} files, {times} times, in icalendar, ical.js and khal, {len(odd_files)} differ")
    for odd in [*odd_rules, *odd_files][:10]:
        print("differs:", *odd)
    return 1 if odd_rules or odd_files else 0


if __name__ == "__main__":
    if pathlib.Path(sys.prefix) != HOME:
        python = set_up()
        os.execv(python, [python, "-B", __file__, *sys.argv[1:]])
    sys.exit(main(sys.argv[1]))
