#!/usr/bin/env python3
"""Holds every crate we build with to the licences that the project allows (docs/dependencies.md).

Works offline, from cargo's own metadata. Known weaknesses of crates need a list from the network: run
`cargo audit` where there is one.
"""
import json
import re
import subprocess
import sys

ALLOWED = {
    "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "ISC", "Zlib", "Unicode-3.0",
    "CC0-1.0", "Unlicense", "0BSD", "MIT-0",
}


def allowed(expression: str) -> bool:
    """Whether an SPDX expression can be met with allowed licences alone."""
    words = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR ").replace(" WITH LLVM-exception", ""))
    python = [{"OR": "or", "AND": "and", "(": "(", ")": ")"}.get(w, str(w in ALLOWED)) for w in words]
    return bool(eval(" ".join(python), {"__builtins__": {}}))  # only True, False, or, and, brackets


def main() -> int:
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    packages = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["packages"]
    outside = [p for p in packages if p["source"]]
    bad = [f"{p['name']} {p['version']}: {p['license']}" for p in outside if not allowed(p["license"] or "none")]
    if bad:
        print("Licences that are not on the list:", *bad, sep="\n  ")
        return 1
    print(f"licences: {len(outside)} crates, all allowed (advisories need the network: cargo audit)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
