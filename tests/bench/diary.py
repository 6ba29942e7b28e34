"""The diary as input for every engine and program: cut, or repeated with new dates, to any size."""

import datetime
import json
import pathlib
import uuid
import zipfile

DIARY = "pepys-diary.dayone.zip"
ENTRIES = 3413
TEN_YEARS = datetime.timedelta(days=3653)


def find(root):
    """The real diary lies beside the repository, in shared/data."""
    for folder in root.parents:
        path = folder / "shared" / "data" / DIARY
        if path.exists():
            return path
    raise SystemExit(f"The diary is not there: shared/data/{DIARY} beside the repository.")


def entries(zip_path):
    with zipfile.ZipFile(zip_path) as archive:
        return json.loads(archive.read("Journal.json"))["entries"]


def zips(diary, folder, count):
    """Day One zips of at most one diary each that together hold `count` entries."""
    if count == ENTRIES:
        return [diary]
    folder.mkdir(parents=True, exist_ok=True)
    source, made = None, []
    for turn, start in enumerate(range(0, count, ENTRIES)):
        wanted = min(ENTRIES, count - start)
        path = folder / f"{turn:03}-{wanted}.zip"
        if not path.exists():
            source = source or entries(diary)
            write_zip(path, [again(entry, turn) for entry in source[:wanted]])
        made.append(path)
    return made


def again(entry, turn):
    """The entry `turn` times ten years later, under an id of its own."""
    own = uuid.uuid5(uuid.NAMESPACE_OID, f"{entry['uuid']} {turn}").hex.upper()
    moved = {name: later(entry[name], turn) for name in ("creationDate", "modifiedDate")}
    return {**entry, **moved, "uuid": own}


def later(text, turn):
    at = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ") + TEN_YEARS * turn
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def write_zip(path, items):
    text = json.dumps({"metadata": {"version": "1.0"}, "entries": items}, ensure_ascii=False)
    part = path.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("Journal.json", text)
    part.rename(path)


def write_jrnl(path, items):
    """The text that `jrnl --import` reads. A new entry begins at a date in brackets."""
    blocks = [f"[{item['creationDate'][:10]} {item['creationDate'][11:19]}] {item['text']}\n" for item in items]
    path.write_text("\n".join(blocks), encoding="utf-8")


def write_markdown(folder, items):
    """One file an entry with front matter, as Joplin's `md_frontmatter` reads."""
    folder.mkdir(parents=True)
    for number, item in enumerate(items):
        head = f"---\ntitle: {item['creationDate'][:10]} {number}\ncreated: {item['creationDate']}\n---\n\n"
        pathlib.Path(folder / f"{number:05}.md").write_text(head + item["text"], encoding="utf-8")
