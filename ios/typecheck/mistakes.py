#!/usr/bin/env python3
"""Proves that the stand-ins catch mistakes: makes each in a copy of the screens, which must then not compile, while the
screens as they are must. Run after a build, whose modules it uses.

    typecheck/mistakes.py
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parents[1]
SCREENS = HERE / "Sources/NotebookUI"
BINDINGS = HERE.parent / "bindings/swift"

# What is wrong; in which file; the text there; what stands in its place; what the compiler says of it.
MISTAKES = [
    ("a property that is misspelled", "NoteScreens", "page.binned", "page.bined", "has no member 'bined'"),
    ("a binding to a wrong type", "OpeningScreens", "text: $entry.text", "text: $entry.isBlank", "cannot convert value"),
    ("a binding without its dollar", "OpeningScreens", "text: $entry.text", "text: entry.text", "cannot convert value"),
    ("a binding to what only the models change", "NoteScreens", "WritingFields(session: session, writing: writing)",
     'TextField("", text: Bindable(writing).text)', "inaccessible"),
    ("a call of the main actor from another thread", "MoreScreens", "{ session.deleteAll() }",
     "{ DispatchQueue.global().async { session.deleteAll() } }", "main actor-isolated"),
    ("a view of the main actor made elsewhere", "NotebookScene", "leaving(session.left())",
     "Task.detached { session.left() }", "is not marked with 'await'"),
    ("a word that does not exist", "MoreScreens", ".moreEnd]", ".moreEnding]", "has no member 'moreEnding'"),
    ("a modifier that is misspelled", "Page", ".accessibilityFocused(", ".accessibiltyFocused(", "has no member"),
    ("a style that does not exist", "Parts", ".buttonStyle(.plain)", ".buttonStyle(.flat)", "'flat' cannot be resolved"),
    ("a length that is a text", "Parts", "minHeight: tapSize", 'minHeight: "tall"', "cannot convert value"),
    ("what is no view", "ListScreens", "if list.lines.isEmpty { Say(texts[.binNone]) }", "list.lines", "'View'"),
    ("a step of the first run that was forgotten", "OpeningScreens", "    case .count: howMany\n", "", "must be exhaustive"),
    ("what may be missing, taken as there", "NoteScreens", "page.title ?? texts[.pageTitle]", "page.title",
     "must be unwrapped"),
    ("a number as a text", "PadView", "digit.formatted()", "digit", "cannot convert value"),
    ("an argument that is missing", "RootView", ", stopText: texts[.doStop]", "", "missing argument"),
    ("a secret of the models", "PadView", "pad.takeOff() }", "_ = pad.take() }", "inaccessible"),
    ("what is drawn, taken as there", "AttachmentScreens", "attached.picture as? DrawnImage", "attached.picture",
     "has no member 'image'"),
    ("a choice of another kind", "MoreScreens", "look.with(\\.closes, closes)", "look.with(\\.closes, look.size)",
     "cannot convert value"),
    ("another way of typing", "RightNowScreens", "session.typed(helps: $0)", "session.typed(help: $0)",
     "no exact matches"),
    ("a field of a date that does not exist", "VisitEditScreens", "$fields.travel", "$fields.travels",
     "has no dynamic member"),
    ("a time of a date as a text", "VisitEditScreens", "WhenPart(fields: fields.when)", "Say(fields.when)",
     "cannot convert value"),
    ("how a phone lets reminders be shown, forgotten", "ReminderScreens", "    case .refused:", "    case .given:",
     "must be exhaustive"),
    ("a section of the card that was forgotten", "SectionScreens", "    case .filing: filing\n", "", "must be exhaustive"),
    ("a field of the card that does not exist", "SectionScreens", "$fields.card.medicines", "$fields.card.medicine",
     "has no dynamic member"),
    ("a page that the screen puts together", "ShowScreens", "ShownPage(paragraphs: showing.page.paragraphs)",
     "ShownPage(paragraphs: showing.page.lines)", "cannot convert value"),
    ("an edge that does not turn with the language", "Parts", ".padding(.top, 12)", ".padding(.left, 12)", "'left'"),
]


def compiled(screens: pathlib.Path) -> str:
    """What the compiler says of these screens; nothing if it takes them."""
    swift = [BINDINGS / "swiftx", "-frontend", "-typecheck", "-swift-version", "6", "-module-name", "NotebookUI"]
    modules = ["-I", HERE / ".build/debug/Modules", "-I", BINDINGS / "Sources/NotebookFFI"]
    done = subprocess.run([*swift, *modules, *sorted(screens.glob("*.swift"))], cwd=HERE, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr or "it failed without a word"


def seen(mistake: tuple, screens: pathlib.Path) -> bool:
    """Makes the mistake, says if the compiler did not see it, and takes it back."""
    what, name, there, instead, says = mistake
    file = screens / f"{name}.swift"
    before = file.read_text()
    if there not in before:
        sys.exit(f"{name}.swift has no more: {there}")
    file.write_text(before.replace(there, instead, 1))
    found = compiled(screens)
    file.write_text(before)
    if says not in found:
        print(f"not caught: {what}: {found[:400]}")
    return says in found


def main() -> int:
    build = HERE / ".build"
    with tempfile.TemporaryDirectory(dir=build) as folder:
        screens = pathlib.Path(folder) / "NotebookUI"
        shutil.copytree(SCREENS, screens)
        if found := compiled(screens):
            print(f"the screens as they are do not compile: {found[:400]}")
            return 1
        caught = sum([seen(mistake, screens) for mistake in MISTAKES])
    print(f"mistakes in the screens that the stand-ins catch: {caught} of {len(MISTAKES)}")
    return 0 if caught == len(MISTAKES) else 1


if __name__ == "__main__":
    sys.exit(main())
