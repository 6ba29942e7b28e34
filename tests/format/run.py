#!/usr/bin/env python3
"""Holds docs/format.md to the program: makes a notebook with `fernbook`, then reads it with
`open_by_the_book.py`, which knows only the page. Takes the program's path.

Sets up its Python packages in target/format-python the first time.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

HERE = pathlib.Path(__file__).parent
HOME = HERE.parents[1] / "target" / "format-python"
TEXT = "The fern by the gate has three new leaves."


def python() -> str:
    """A Python that has the packages."""
    wanted = (HERE / "requirements.txt").read_text()
    done = HOME / "done"
    if not done.exists() or done.read_text() != wanted:
        venv.create(HOME, with_pip=True, clear=True)
        pip = [HOME / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
        done.write_text(wanted)
    return str(HOME / "bin" / "python")


def main(program: str) -> int:
    with tempfile.TemporaryDirectory() as place:
        folder, keys = f"{place}/notes", f"{place}/keys"
        clean = {"PATH": os.environ["PATH"], "HOME": place, "FERNBOOK_DIR": folder, "FERNBOOK_KEYS": keys}

        def fernbook(*arguments, text=None, **secrets):
            subprocess.run([program, *arguments], input=text, text=True, check=True, env=clean | secrets,
                           stdout=subprocess.DEVNULL)

        def by_the_book(pin):
            command = [python(), HERE / "open_by_the_book.py", folder, keys, "--text"]
            return subprocess.run(command, env=clean | {"FERNBOOK_PIN": pin}, capture_output=True, text=True)

        fernbook("init", "--notebooks", "2", FERNBOOK_PIN="314159", FERNBOOK_SECOND_PIN="271828")
        fernbook("note", "add", text=TEXT, FERNBOOK_PIN="314159")
        fernbook("pin", "change", FERNBOOK_PIN="314159", FERNBOOK_NEW_PIN="161803")
        first, second, old = by_the_book("161803"), by_the_book("271828"), by_the_book("314159")
    problems = [
        name
        for name, holds in {
            "the first notebook opens and its note reads": first.returncode == 0 and TEXT in first.stdout,
            "its tables agree": "integrity: ok" in first.stdout,
            "the second opens and shows nothing of the first": second.returncode == 0 and TEXT not in second.stdout,
            "a changed PIN opens nothing": old.returncode != 0 and "note " not in old.stdout,
        }.items()
        if not holds
    ]
    for name in problems:
        print("does not hold:", name, first.stdout[-2000:], first.stderr[-2000:], old.stdout[-500:], old.stderr[-500:])
    print(f"format: {4 - len(problems)} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
