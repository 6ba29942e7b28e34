#!/usr/bin/env python3
"""Sees that the code in docs/embedding.md is the code that the tests of the bindings compile and run.

    tests/embedding.py            says where it differs
    tests/embedding.py --write    puts the tests' code into the page
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "embedding.md"
SOURCES = {
    "kotlin": ROOT / "bindings/kotlin/src/test/kotlin/app/notebook/core/EmbeddingTest.kt",
    "swift": ROOT / "bindings/swift/Tests/NotebookTests/EmbeddingTests.swift",
}


def code_of(source: pathlib.Path) -> str:
    """What stands between the marks."""
    lines = source.read_text().splitlines()
    begin, end = (next(n for n, line in enumerate(lines) if line.strip() == f"// docs: {mark}") for mark in ("begin", "end"))
    return textwrap.dedent("\n".join(lines[begin + 1:end])) + "\n"


def main() -> int:
    page = before = PAGE.read_text()
    for language, source in SOURCES.items():
        block = f"```{language}\n{code_of(source)}```"
        page, count = re.subn(rf"```{language}\n.*?```", lambda _: block, page, flags=re.S)
        if count != 1:
            print(f"docs/embedding.md should have one block of {language}, and has {count}")
            return 1
    if "--write" in sys.argv:
        PAGE.write_text(page)
    elif page != before:
        print("docs/embedding.md shows other code than the tests run: tests/embedding.py --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
