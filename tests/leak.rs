//! After a session that wrote, edited, searched, drafted, attached, deleted and copied, no file holds a
//! word of it; and what was deleted for good is in no page of the notebook either.

use std::fs;
use std::path::Path;
use std::process::Command;

use fernbook_core::card::fields::{Card, OwnSection};
use fernbook_core::card::phrase::Line;
use fernbook_core::consent::grant::{Form, Way};
use fernbook_core::consent::receipt;
use fernbook_core::crypto::words::Words as Secret;
use fernbook_core::id::SectionId;
use fernbook_core::journal::page::{self, PageQuery};
use fernbook_core::journal::search::{SearchQuery, search};
use fernbook_core::journal::settings::{self, Switch};
use fernbook_core::journal::{draft, history, undo};
use fernbook_core::people::own_words::{self, OwnWords};
use fernbook_core::people::person::{self, PersonText};
use fernbook_core::people::seen::{self, Seen, SeenAs};
use fernbook_core::screens::card;
use fernbook_core::share::prepare;
use fernbook_core::share::request::Request;
use fernbook_core::time::Zone;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::plan::Plan;
use fernbook_core::visits::reminder::{Lead, Reminder};
use fernbook_core::visits::visit::{Source, Visit};
use fernbook_core::visits::{earlier, kept, store};
use fernbook_core::words::{Pack, Words};
use fernbook_tests::chance::Chance;
use fernbook_tests::machine::turn;
use fernbook_tests::phone::{NOW, PIN, Phone};
use fernbook_tests::scan::Pieces;
use fernbook_tests::writer::Writer;
use rusqlite::Connection;

/// Title, text, topic, later text, draft, name and content of a file, and what is deleted for good.
fn words(chance: &mut Chance) -> Vec<String> {
    (0..8).map(|_| chance.word(24)).collect()
}

/// As the writer takes them: the letters of each word dealt into two halves.
fn halves(words: &[String]) -> String {
    let deal = |word: &String, odd: usize| word.chars().skip(odd).step_by(2).collect::<String>();
    words.iter().map(|word| format!("{}+{}", deal(word, 0), deal(word, 1))).collect::<Vec<_>>().join(" ")
}

fn writer_in(root: &Path, orders: &[&str]) -> Writer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
    for name in ["home", "temporary", "here"] {
        fs::create_dir_all(root.join(name)).unwrap();
    }
    command.env("HOME", root.join("home")).env("TMPDIR", root.join("temporary"));
    command.env("SQLITE_TMPDIR", root.join("temporary")).current_dir(root.join("here"));
    command.arg(root).args(orders);
    Writer::of(command)
}

#[test]
fn no_file_holds_a_word_while_open_after_lock_and_in_a_copy() {
    let _turn = turn();
    let mut chance = Chance::of("leak");
    let words = words(&mut chance);
    let pieces = Pieces::of(&words.iter().map(String::as_str).collect::<Vec<_>>());
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let copy = format!("copy:{}", root.join("copy.age").display());
    let orders = ["init", "unlock", "session", "wait", "idle", "wait", &copy, "lock", "wait"];
    let mut writer = writer_in(root, &orders);
    writer.say(PIN);
    writer.say(&halves(&words));
    writer.wait_for("waiting");
    assert!(Phone::at(root).dir().join("1.db-wal").metadata().unwrap().len() > 100_000 || has_log(root, 2));
    assert_eq!(pieces.files_with(root), [] as [&Path; 0], "with a log that is not written back");
    writer.say("");
    writer.wait_for("waiting");
    assert_eq!(pieces.files_with(root), [] as [&Path; 0], "written back");
    writer.say("");
    writer.say(Secret::make().unwrap().phrase());
    writer.wait_for("waiting");
    assert_eq!(pieces.files_with(root), [] as [&Path; 0], "locked, with a sealed copy beside");
    let age = fs::metadata(root.join("copy.age")).unwrap().len();
    assert!(age > 100_000, "the copy holds what is attached: {age}");
    writer.finish();
    fs::write(root.join("here/plain"), format!("x{}", words[1])).unwrap();
    assert_eq!(pieces.files_with(root), [root.join("here/plain")], "the search itself works");
}

fn has_log(root: &Path, number: u8) -> bool {
    let log = Phone::at(root).places().vault(number).wal();
    log.metadata().is_ok_and(|data| data.len() > 100_000)
}

/// All pages as they are once opened, free ones too.
fn pages(notebook: &Notebook) -> Vec<u8> {
    let read = |conn: &Connection| {
        let mut statement = conn.prepare("SELECT data FROM sqlite_dbpage")?;
        let pages = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(pages.collect::<rusqlite::Result<Vec<_>>>()?.concat())
    };
    notebook.read(read).unwrap()
}

#[test]
fn what_is_deleted_for_good_is_in_no_page_list_or_search() {
    let _turn = turn();
    let mut chance = Chance::of("gone");
    let words = words(&mut chance);
    let folder = tempfile::tempdir().unwrap();
    let mut writer = writer_in(folder.path(), &["init", "unlock", "session", "lock"]);
    writer.say(PIN);
    writer.say(&halves(&words));
    writer.finish();
    let phone = Phone::at(folder.path());
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let gone = words[7].as_str();
    assert_eq!(Pieces::of(&[gone]).find(&pages(&notebook)), None, "deleted in the session");
    for kept in &words[..7] {
        assert!(Pieces::of(&[kept]).find(&pages(&notebook)).is_some(), "the pages can be looked into");
    }
    delete_all(&mut notebook);
    notebook.idle(NOW).unwrap();
    let all: Vec<_> = words.iter().map(String::as_str).collect();
    assert_eq!(Pieces::of(&all).find(&pages(&notebook)), None);
    for word in all {
        let hits = |conn: &Connection| search(conn, &SearchQuery::of_text(word.to_owned()));
        assert!(notebook.read(hits).unwrap().is_empty());
    }
    notebook.read(nothing_left).unwrap();
}

/// Each note for good, the draft of a new note, and each date.
fn delete_all(notebook: &mut Notebook) {
    let lines = notebook.read(|conn| page::page(conn, &PageQuery::default())).unwrap();
    assert!(!lines.is_empty());
    for line in lines {
        notebook.write(NOW, |tx| fernbook_core::journal::note::delete_for_good(tx, line.id)).unwrap();
        assert!(notebook.read(|conn| history::list(conn, line.id)).is_err());
    }
    assert!(notebook.write(NOW, |tx| draft::discard(tx, None)).unwrap());
    let dates = notebook.read(store::all).unwrap();
    assert_eq!(dates.len(), 1);
    dates.iter().for_each(|kept| notebook.write(NOW, |tx| store::remove(tx, kept.id)).unwrap());
    notebook.write(NOW, earlier::forget).unwrap();
}

fn nothing_left(conn: &Connection) -> fernbook_core::Result<()> {
    assert!(draft::list(conn)?.is_empty());
    assert_eq!(undo::last(conn)?, None);
    for table in ["note", "note_history", "draft", "undo", "attachment", "attachment_chunk", "topic", "visit"]
    {
        let sql = format!("SELECT count(*) FROM {table}");
        assert_eq!(conn.query_row(&sql, [], |row| row.get::<_, u32>(0))?, 0, "{table}");
    }
    Ok(())
}

/// Her people and her words for hard moments: taken out, they are in no page, and no error says a word of them.
#[test]
fn people_and_own_words_that_are_taken_out_are_in_no_page() {
    let _turn = turn();
    let mut chance = Chance::of("people");
    let words = words(&mut chance);
    let all: Vec<_> = words.iter().map(String::as_str).collect();
    let folder = tempfile::tempdir().unwrap();
    let phone = Phone::at(folder.path());
    phone.init(None, true).unwrap();
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let text = PersonText { name: words[0].clone(), number: words[1].clone(), note: words[2].clone() };
    let id = notebook.write(NOW, |tx| person::add(tx, &text)).unwrap();
    notebook.write(NOW, |tx| own_words::set(tx, OwnWords::Words, &words[3])).unwrap();
    notebook.write(NOW, |tx| own_words::set(tx, OwnWords::Helps, &words[4])).unwrap();
    assert!(Pieces::of(&all[..1]).find(&pages(&notebook)).is_some(), "the pages can be looked into");
    assert_eq!(Pieces::of(&all).files_with(folder.path()), [] as [&Path; 0]);
    let long = format!("{}{}", words[5], "x".repeat(person::LONGEST_NOTE));
    let refused = notebook.write(NOW, |tx| person::edit(tx, id, &PersonText { note: long, ..text.clone() }));
    assert!(refused.is_err() && Pieces::of(&all).find(format!("{refused:?}").as_bytes()).is_none());
    notebook.write(NOW, |tx| person::edit(tx, id, &PersonText { note: words[6].clone(), ..text })).unwrap();
    notebook.write(NOW, |tx| person::remove(tx, id)).unwrap();
    OwnWords::BOTH.iter().for_each(|which| notebook.write(NOW, |tx| own_words::set(tx, *which, "")).unwrap());
    notebook.idle(NOW).unwrap();
    assert_eq!(Pieces::of(&all).find(&pages(&notebook)), None);
}

/// A date with words in its title, plan and cover text, and the UID of its calendar: no file, name or error holds one.
/// Taken out, they are there for undo alone; forgotten, they are in no page.
#[test]
fn dates_are_in_no_file_and_once_forgotten_in_no_page() {
    let _turn = turn();
    let mut chance = Chance::of("dates");
    let words = words(&mut chance);
    let all: Vec<_> = words.iter().map(String::as_str).collect();
    let folder = tempfile::tempdir().unwrap();
    let phone = Phone::at(folder.path());
    phone.init(None, true).unwrap();
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let visit = Visit {
        title: words[0].clone(),
        plan: Plan { say: vec![words[1].clone()], ..Plan::default() },
        reminders: vec![Reminder { lead: Lead::Day, cover: words[2].clone(), sound: true }],
        source: Some(Source { uid: words[3].clone(), sequence: 1, day: None }),
        ..Visit::default()
    };
    let id = notebook.write(NOW, |tx| store::add(tx, &visit)).unwrap();
    let found = |notebook: &Notebook, of: &[&str]| Pieces::of(of).find(&pages(notebook)).is_some();
    assert!(all[..4].iter().all(|word| found(&notebook, &[word])), "the pages can be looked into");
    let long = format!("{}{}", words[5], "x".repeat(kept::LONGEST_LINE));
    let refused = notebook.write(NOW, |tx| store::edit(tx, id, &Visit { title: long, ..visit.clone() }));
    assert!(refused.is_err() && Pieces::of(&all).find(format!("{refused:?}").as_bytes()).is_none());
    let later = Visit { title: words[4].clone(), ..Visit::default() };
    notebook.write(NOW, |tx| store::edit(tx, id, &later)).unwrap();
    assert!(found(&notebook, &all[..4]), "kept for undo");
    notebook.write(NOW, |tx| store::remove(tx, id)).unwrap();
    assert!(!found(&notebook, &all[..4]), "the change before the last is no more to be undone");
    assert!(found(&notebook, &all[4..5]), "kept for undo");
    assert_eq!(Pieces::of(&all).files_with(folder.path()), [] as [&Path; 0], "with a log");
    notebook.write(NOW, earlier::forget).unwrap();
    notebook.idle(NOW).unwrap();
    assert!(!found(&notebook, &all));
    assert_eq!(Pieces::of(&all).files_with(folder.path()), [] as [&Path; 0], "written back");
}

/// Her card with its step back and older ones, a person she sees, and the words of a showing that she kept: no file, name
/// or error holds one; taken out, they are in no page.
#[test]
fn what_she_shows_is_in_no_file_and_once_taken_out_in_no_page() {
    let _turn = turn();
    let mut chance = Chance::of("showing");
    let words = words(&mut chance);
    let all: Vec<_> = words.iter().map(String::as_str).collect();
    let folder = tempfile::tempdir().unwrap();
    let phone = Phone::at(folder.path());
    phone.init(None, true).unwrap();
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let section = OwnSection { id: SectionId([1; 16]), title: words[0].clone(), text: words[1].clone() };
    let card = Card { wants: vec![Line::Own(words[2].clone())], sections: vec![section], ..Card::default() };
    let text = PersonText { name: words[3].clone(), number: String::new(), note: String::new() };
    let seen = Seen { again: words[4].clone(), ..Seen::new(SeenAs::Clinician) };
    let person = notebook.write(NOW, |tx| seen::add(tx, &text, &seen)).unwrap();
    notebook.write(NOW, |tx| settings::set(tx, Switch::CardHistory, true)).unwrap();
    notebook.write(NOW, |tx| card::put(tx, &card, NOW, Zone::UTC)).unwrap();
    let request = Request { person: Some(person), ..Request::new(Way::Text, Form::Long) };
    let shown = |conn: &Connection| prepare::prepare(conn, &Words::new(Pack::Full, "en"), &request, NOW);
    let shown = notebook.read(shown).unwrap();
    let grant = notebook.write(NOW, |tx| prepare::give(tx, &shown, true, NOW, Zone::UTC)).unwrap();
    let found = |notebook: &Notebook, of: &[&str]| Pieces::of(of).find(&pages(notebook)).is_some();
    assert!(all[..5].iter().all(|word| found(&notebook, &[word])), "the pages can be looked into");
    assert_eq!(Pieces::of(&all).files_with(folder.path()), [] as [&Path; 0], "with a log");
    let long = Card { medicines: format!("{}{}", words[5], "x".repeat(20_000)), ..card };
    let refused = notebook.write(NOW, |tx| card::put(tx, &long, NOW, Zone::UTC));
    assert!(refused.is_err() && Pieces::of(&all).find(format!("{refused:?}{grant:?}").as_bytes()).is_none());
    notebook.write(NOW, |tx| card::put(tx, &Card::default(), NOW, Zone::UTC)).unwrap();
    assert!(found(&notebook, &all[..2]), "kept for undo");
    notebook.write(NOW, card::clear_past).unwrap();
    notebook.write(NOW, |tx| person::remove(tx, person)).unwrap();
    assert!(!found(&notebook, &all[..2]), "a part that she deleted is in no receipt either");
    assert!(found(&notebook, &all[2..3]), "the words that she kept of a showing");
    notebook.write(NOW, |tx| receipt::delete(tx, grant.id)).unwrap();
    notebook.idle(NOW).unwrap();
    assert!(!found(&notebook, &all));
    assert_eq!(Pieces::of(&all).files_with(folder.path()), [] as [&Path; 0], "written back");
}
