//! Random changes: search always agrees with what is there.

use fernbook_terms as terms;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rusqlite::Connection;

use super::fixture::{add, open, write};
use crate::id::NoteId;
use crate::journal::note::Edit;
use crate::journal::search::{SearchQuery, search};
use crate::journal::{bin, note, undo};
use crate::time::Moment;

const WORDS: [&str; 20] = [
    "garden",
    "gardens",
    "Garbo",
    "Café",
    "cafe\u{301}",
    "Straße",
    "STRASSE",
    "Łódź",
    "Ёлка",
    "élan",
    "Ωδή",
    "كتاب",
    "كـتـب",
    "日記",
    "日本",
    "สวน",
    "서울",
    "हिन्दी",
    "don't",
    "42",
];

#[derive(Debug, Clone)]
enum Step {
    Add(Vec<usize>),
    Edit(usize, Vec<usize>),
    Title(usize, usize),
    Pin(usize),
    Bin(usize),
    Restore(usize),
    Delete(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    let words = || prop::collection::vec(0..WORDS.len(), 0..8);
    prop_oneof![
        4 => words().prop_map(Step::Add),
        3 => (any::<usize>(), words()).prop_map(|(note, words)| Step::Edit(note, words)),
        1 => (any::<usize>(), 0..WORDS.len()).prop_map(|(note, word)| Step::Title(note, word)),
        1 => any::<usize>().prop_map(Step::Pin),
        2 => any::<usize>().prop_map(Step::Bin),
        1 => any::<usize>().prop_map(Step::Restore),
        1 => any::<usize>().prop_map(Step::Delete),
        1 => Just(Step::Undo),
    ]
}

#[derive(Clone, PartialEq, Default)]
struct Expected {
    title: Option<String>,
    text: String,
    pinned: bool,
    binned: bool,
}

/// What there should be, and what undo should bring back.
#[derive(Default)]
struct Model {
    notes: BTreeMap<NoteId, Expected>,
    before: Option<(NoteId, Expected)>,
}

fn text_of(words: &[usize]) -> String {
    words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ")
}

impl Model {
    fn pick(&self, number: usize) -> Option<NoteId> {
        self.notes.keys().nth(number.checked_rem(self.notes.len())?).copied()
    }

    fn change(&mut self, id: NoteId, change: impl FnOnce(&mut Expected)) {
        let note = self.notes.get_mut(&id).unwrap();
        let before = note.clone();
        change(note);
        if *note != before {
            self.before = Some((id, before));
        }
    }

    fn take(&mut self, conn: &mut Connection, step: &Step) {
        let target = match step {
            Step::Add(_) | Step::Undo => None,
            Step::Edit(n, _) | Step::Title(n, _) | Step::Pin(n) => self.pick(*n),
            Step::Bin(n) | Step::Restore(n) | Step::Delete(n) => self.pick(*n),
        };
        match (step, target) {
            (Step::Add(words), _) => {
                let id = add(conn, words.len() as i64, &text_of(words));
                let note = Expected { text: text_of(words), ..Expected::default() };
                self.before = Some((id, Expected { binned: true, ..note.clone() }));
                self.notes.insert(id, note);
            }
            (Step::Undo, _) => {
                let undone = write(conn, |tx| undo::take_back(tx, Moment(0)));
                assert_eq!(undone.is_ok(), self.before.is_some());
                let Some((id, before)) = self.before.take() else { return };
                let after = self.notes.insert(id, before.clone()).unwrap();
                if (&after.title, &after.text) != (&before.title, &before.text) {
                    self.before = Some((id, after));
                }
            }
            (_, Some(id)) => self.take_on(conn, step, id),
            _ => {}
        }
    }

    fn take_on(&mut self, conn: &mut Connection, step: &Step, id: NoteId) {
        write(conn, |tx| match step {
            Step::Edit(_, words) => {
                let edit = Edit { text: Some(text_of(words)), ..Edit::default() };
                note::edit(tx, id, &edit, Moment(0)).unwrap();
                self.change(id, |note| note.text = text_of(words));
            }
            Step::Title(_, word) => {
                let title = Some(WORDS[*word].to_string());
                let edit = Edit { title: Some(title.clone()), ..Edit::default() };
                note::edit(tx, id, &edit, Moment(0)).unwrap();
                self.change(id, |note| note.title = title);
            }
            Step::Pin(_) => {
                let pinned = !self.notes[&id].pinned;
                note::set_pinned(tx, id, pinned).unwrap();
                self.change(id, |note| note.pinned = pinned);
            }
            Step::Bin(_) => {
                bin::bin(tx, id, Moment(1)).unwrap();
                self.change(id, |note| note.binned = true);
            }
            Step::Restore(_) => {
                bin::restore(tx, id).unwrap();
                self.change(id, |note| note.binned = false);
            }
            _ => {
                note::delete_for_good(tx, id).unwrap();
                self.notes.remove(&id);
                self.before.take_if(|(of, _)| *of == id);
            }
        });
    }

    /// Who should be found by a word: all whose terms, as a phrase, hold it.
    fn holders(&self, word: &str) -> BTreeSet<NoteId> {
        let wanted = format!(" {}", terms::joined(word));
        let holds = |text: &str| format!(" {}", terms::joined(text)).contains(&wanted);
        let live = self.notes.iter().filter(|(_, note)| !note.binned);
        live.filter(|(_, note)| holds(&note.text) || note.title.as_deref().is_some_and(holds))
            .map(|(id, _)| *id)
            .collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn search_agrees_with_what_is_there(steps in prop::collection::vec(step(), 1..40)) {
        let mut conn = open();
        let mut model = Model::default();
        for step in &steps {
            model.take(&mut conn, step);
        }
        for word in WORDS {
            for end in (1..=word.chars().count()).map(|n| word.char_indices().nth(n).map_or(word.len(), |(at, _)| at)) {
                let hits = search(&conn, &SearchQuery::of_text(word[..end].into())).unwrap();
                let found: BTreeSet<_> = hits.iter().map(|hit| hit.line.id).collect();
                prop_assert!(found == model.holders(&word[..end]), "{}", &word[..end]);
                prop_assert!(hits.iter().all(|hit| !hit.marks.is_empty() || !hit.title_marks.is_empty()));
            }
        }
        conn.execute_batch("INSERT INTO note_search (note_search) VALUES ('integrity-check')").unwrap();
    }
}
