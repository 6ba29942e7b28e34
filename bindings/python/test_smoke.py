"""Through the Python binding, as a script would use it: `./dev bindings` makes what it imports.

    python3 -m unittest discover bindings/python    (with target/bindings/python in PYTHONPATH)
"""

import pathlib
import tempfile
import unittest

import notebook
from phone import Phone

PIN, WORD = b"271828", "pomegranate"


class Smoke(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.phone = Phone()
        self.notebooks = self.open()
        self.notebooks.make(PIN, notebook.Pack.FULL, None, "en")
        self.notebooks.unlock(PIN)

    def open(self):
        return notebook.Notebooks(str(self.folder / "notebook"), self.phone)

    def test_a_note_is_there_after_a_lock_and_its_words_are_in_no_file(self):
        note = self.notebooks.add_note("Fruit", f"A {WORD} on the sill.", ["home"])
        self.notebooks.lock()
        self.assertEqual(self.notebooks.standing(), notebook.Standing.LOCKED)
        for file in self.folder.rglob("*"):
            self.assertFalse(file.is_file() and WORD.encode() in file.read_bytes(), file)
        self.notebooks.unlock(PIN)
        page = self.notebooks.note("en", note)
        self.assertEqual((page.title, page.text, page.topics), ("Fruit", f"A {WORD} on the sill.", ["home"]))
        self.assertEqual([line.id for line in self.notebooks.search("en", "POMEGR", None, None).lines], [note])

    def test_a_wrong_pin_is_told_in_words(self):
        self.notebooks.lock()
        with self.assertRaises(notebook.NotebookError.WrongSecret) as wrong:
            self.notebooks.unlock(b"314159")
        said = notebook.Said(notebook.Pack.FULL, "en")
        self.assertEqual(said.explain(wrong.exception), "That PIN is not right.")

    def test_own_words_can_be_taken_back(self):
        self.notebooks.set_own_texts(notebook.OwnTexts(words="This will pass.", helps="Tea"))
        with self.assertRaises(notebook.NotebookError.NotFound):
            self.notebooks.forget_undo()
            self.notebooks.undo_own_texts()
        self.notebooks.set_own_texts(notebook.OwnTexts(words="This", helps="Tea"))
        self.notebooks.set_own_texts(notebook.OwnTexts(words="", helps="Tea"))
        self.assertEqual(self.notebooks.undo_own_texts().words, "This will pass.")
        self.assertEqual(self.notebooks.own_texts(), notebook.OwnTexts(words="This will pass.", helps="Tea"))

    def test_a_copy_comes_back_on_another_phone(self):
        self.notebooks.add_note(None, "Kept.", [])
        file = str(self.folder / "notes.age")
        made = self.notebooks.make_copy(file, "en", notebook.Work())
        self.phone, self.folder = Phone(), self.folder / "other"
        other = self.open()
        other.make(PIN, notebook.Pack.FULL, None, "en")
        other.unlock(PIN)
        restored = other.restore_copy(file, " ".join(made.words).encode(), notebook.Work())
        self.assertEqual((restored.new, len(other.notes("en", None, None).lines)), (1, 1))


if __name__ == "__main__":
    unittest.main()
