"""What the phones' languages wait for: a page of 50 in Kotlin and in Swift, and the first screen of the preview."""

import json
import os
import re

from programs import run

STARTS = 7


def measure(root):
    """Lists of nanoseconds by measure, and the preview's memory in kilobytes."""
    release = root / "target" / "release"
    for made in ("bindings", "letters"):
        run([str(root / "dev"), made], cwd=root)
    seen = {"page of 50 to Kotlin": kotlin(root, release), "page of 50 to Swift": swift(root)}
    starts = [started(root, release) for _ in range(STARTS)]
    seen["preview, from nothing to its first screen"] = [start["ms"] * 1_000_000 for start in starts]
    seen["memory_kb"] = [start["memory_kb"] for start in starts]
    return seen


def kotlin(root, release):
    command = ["mvn", "--quiet", "--batch-mode", f"-Dnative={release}", "test-compile", "exec:exec"]
    return last_json(run(command, cwd=root / "bindings" / "kotlin"))["ns"]


def swift(root):
    return last_json(run([str(root / "bindings" / "swift" / "check.sh"), "speed"], cwd=root))["ns"]


def started(root, release):
    preview = root / "android" / "preview"
    if not (preview / "target" / "cp.txt").exists():
        run(["mvn", "--quiet", "--batch-mode", "-DskipTests", "package"], cwd=preview)
    path = f"{preview / 'target' / 'classes'}{os.pathsep}{(preview / 'target' / 'cp.txt').read_text().strip()}"
    return last_json(run(["java", f"-Djna.library.path={release}", "-cp", path, "app.notebook.preview.Start"]))


def last_json(printed):
    # Maven colours its lines even when it has nothing to say.
    return json.loads(re.findall(r"\{.*\}", printed)[-1])
