#!/usr/bin/env python3
"""Holds what is shown to someone to other programs: FHIR documents to HAPI FHIR, pages to the Nu HTML checker and to axe in
Chromium. Takes the path of the program `shown-files` (main.rs).

Sets up its npm packages in target/shown-files the first time; Maven fetches HAPI FHIR.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
HOME = HERE.parents[1] / "target" / "shown-files"
# What each checker is shown, to see that it refuses.
BROKEN = {"fhir": ('"status": "final"', '"status": "finished"'), "pages": ("</h1>", "</h1><img src=x><b>")}


def set_up() -> None:
    wanted = (HERE / "package-lock.json").read_text()
    done = HOME / "done"
    if done.exists() and done.read_text() == wanted:
        return
    HOME.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, HOME)
    subprocess.run(["npm", "ci", "--prefix", HOME, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], check=True)
    done.write_text(wanted)


def hapi(folder: pathlib.Path) -> list[str]:
    return ["mvn", "--quiet", "--batch-mode", "-f", str(HERE / "fhir" / "pom.xml"), "compile", "exec:exec", f"-Dfolder={folder}"]


def nu(folder: pathlib.Path) -> list[str]:
    jar = HOME / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", str(folder)]


def browser(folder: pathlib.Path) -> list[str]:
    return ["node", str(HERE / "look.mjs"), str(HOME), shutil.which("chromium") or "chromium", str(folder)]


CHECKERS = {"HAPI FHIR": (hapi, "fhir"), "the Nu HTML checker": (nu, "pages"), "axe in Chromium": (browser, "pages")}


def refused(command: list[str]) -> tuple[bool, str]:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode != 0, done.stdout


def break_one(kind: str, whole: pathlib.Path, broken: pathlib.Path) -> None:
    """Puts one file with a mistake into a folder of its own."""
    (broken / kind).mkdir()
    before, after = BROKEN[kind]
    for file in sorted((whole / kind).iterdir()):
        text = file.read_text()
        if before in text:
            (broken / kind / file.name).write_text(text.replace(before, after, 1))
            return
    raise SystemExit(f"no file of {kind} has {before}")


def main(program: str) -> int:
    set_up()
    failed = False
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as broken:
        subprocess.run([program, whole], check=True, stdout=subprocess.DEVNULL)
        for kind in BROKEN:
            break_one(kind, pathlib.Path(whole), pathlib.Path(broken))
        for name, (command, kind) in CHECKERS.items():
            wrong, said = refused(command(pathlib.Path(whole) / kind))
            blind = not refused(command(pathlib.Path(broken) / kind))[0]
            count = len(list((pathlib.Path(whole) / kind).iterdir()))
            print(f"{name}: {count} files, {'refused' if wrong else 'good'}{', but a broken one as well' if blind else ''}")
            if wrong:
                print("\n".join(said.splitlines()[:20]))
            failed = failed or wrong or blind
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
