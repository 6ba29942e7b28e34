#!/usr/bin/env python3
"""What iOS shows when it asks her whether the app may use something, in each language of a release.

    permissions.py FOLDER     writes FOLDER/TAG.lproj/InfoPlist.strings
    permissions.py KEY        prints the English of one key of Info.plist
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]

# Keys of Info.plist, and the messages of core/words.
ASKED = {
    "NSCameraUsageDescription": "permission-camera",
    "NSMicrophoneUsageDescription": "permission-microphone",
    "NSFaceIDUsageDescription": "permission-face",
}


def said() -> dict[str, dict[str, str]]:
    """The texts by language, then by key."""
    languages = ["cargo", "run", "--quiet", "-p", "fernbook-languages", "--", "say", *ASKED.values()]
    lines = subprocess.run(languages, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    keys = {name: key for key, name in ASKED.items()}
    texts: dict[str, dict[str, str]] = {}
    for tag, name, text in (line.split("\t") for line in lines):
        texts.setdefault(tag, {})[keys[name]] = text
    return texts


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(folder: pathlib.Path) -> None:
    for tag, texts in said().items():
        own = folder / f"{tag}.lproj"
        own.mkdir(parents=True, exist_ok=True)
        lines = [f"{quoted(key)} = {quoted(text)};\n" for key, text in texts.items()]
        (own / "InfoPlist.strings").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] in ASKED:
        print(said()["en"][sys.argv[1]])
    else:
        write(pathlib.Path(sys.argv[1]))
