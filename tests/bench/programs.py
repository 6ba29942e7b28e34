"""The programs a person would use instead, and `fernbook` itself: whole processes, from start to exit.

Each program is a class with the same four acts. An act that a program does not have is None."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

import diary

HERE = pathlib.Path(__file__).resolve().parent
JRNL_VERSION = "4.6"
TURNS = 7
SECRET = "bench only 4 5 6"


class Unavailable(Exception):
    """A program could not be set up; the table says so and why."""


def run(command, env=None, **more):
    full = {**os.environ, **(env or {})}
    done = subprocess.run(command, env=full, capture_output=True, text=True, **more)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
        raise Unavailable(f"{pathlib.Path(command[0]).name} ended with {done.returncode}: {last[0][:200]}")
    return done.stdout


class Jrnl:
    name = f"jrnl {JRNL_VERSION}, encrypted"

    def __init__(self, cache):
        venv = cache / "jrnl"
        self.program = venv / "bin" / "jrnl"
        if not self.program.exists():
            run([sys.executable, "-m", "venv", str(venv)])
            run([str(venv / "bin" / "pip"), "install", "-q", f"jrnl=={JRNL_VERSION}"])
        # The password comes from a keyring that always answers, so that nothing waits for a prompt.
        self.env = {"PYTHONPATH": str(HERE / "jrnl"), "PYTHON_KEYRING_BACKEND": "constant_keyring.Keyring"}

    def make(self, folder, items):
        folder.mkdir(parents=True)
        config = (HERE / "jrnl" / "config.yaml").read_text().replace("JOURNAL", str(folder / "journal.txt"))
        (folder / "jrnl.yaml").write_text(config)
        diary.write_jrnl(folder / "diary.txt", items)
        self.folder = folder

    def call(self, *arguments):
        config = str(self.folder / "jrnl.yaml")
        run([str(self.program), "--config-file", config, *arguments], self.env, stdin=subprocess.DEVNULL)

    def bring_in(self):
        self.call("--import", "--file", str(self.folder / "diary.txt"))

    def add(self):
        self.call("today:", "Up", "betimes", "and", "to", "the", "office.")

    def search(self):
        self.call("-contains", "sunshine", "-n", "50")

    def first_page(self):
        self.call("-n", "50", "--short")


class Joplin:
    name = "joplin 3.5.1 (not encrypted on the disk)"
    search = None  # Its search works only inside its own screen, not as a command.

    def __init__(self, cache):
        home = cache / "joplin"
        self.program = home / "node_modules" / ".bin" / "joplin"
        if self.program.exists():
            return
        install_libsecret()
        home.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "joplin" / "package.json", home)
        run(["npm", "install"], cwd=home)

    def make(self, folder, items):
        folder.mkdir(parents=True)
        diary.write_markdown(folder / "notes", items)
        self.folder = folder
        self.call("mkbook", "diary")
        self.call("use", "diary")

    def call(self, *arguments):
        run([str(self.program), "--profile", str(self.folder / "profile"), *arguments])

    def bring_in(self):
        self.call("import", str(self.folder / "notes"), "diary", "--format", "md_frontmatter", "--force")

    def add(self):
        self.call("mknote", "Up betimes and to the office.")

    def first_page(self):
        self.call("ls", "-n", "50")


class Fernbook:
    name = "fernbook"

    def __init__(self, cargo_target):
        self.program = cargo_target / "release" / "fernbook"
        if not self.program.exists():
            raise Unavailable("the binary was not built")

    def make(self, folder, items):
        folder.mkdir(parents=True)
        diary.write_zip(folder / "diary.zip", items)
        self.folder = folder
        self.call("init")

    def call(self, *arguments, text=None):
        keys, vault = self.folder / "keys", self.folder / "vault"
        env = {"FERNBOOK_DIR": str(vault), "FERNBOOK_KEYS": str(keys), "FERNBOOK_PIN": SECRET}
        run([str(self.program), *arguments], env, input=text or "")

    def bring_in(self):
        self.call("import", str(self.folder / "diary.zip"), "--yes")

    def add(self):
        self.call("note", "add", text="Up betimes and to the office.\n")

    def search(self):
        self.call("search", "sunshine", "--limit", "50")

    def first_page(self):
        self.call("note", "list")


def install_libsecret():
    """Joplin's keytar needs it to build; Debian's package, asked for only where it is missing."""
    found = subprocess.run(["pkg-config", "--exists", "libsecret-1"], capture_output=True)
    if found.returncode != 0:
        run(["apt-get", "install", "-y", "--no-install-recommends", "libsecret-1-dev"])


def clocked(act):
    start = time.perf_counter_ns()
    act()
    return time.perf_counter_ns() - start


def measure(program, folder, items):
    """Nanoseconds of each act; None for an act that the program does not have."""
    shutil.rmtree(folder, ignore_errors=True)
    program.make(folder, items)
    times = {"import": [clocked(program.bring_in)]}
    for act, call in (("add a note", program.add), ("search", program.search), ("list 50", program.first_page)):
        times[act] = [clocked(call) for _ in range(TURNS)] if call else None
    shutil.rmtree(folder, ignore_errors=True)
    return times
