//! A session that does everything a person does with words, for the tests that then look for them.

use fernbook_core::Result;
use fernbook_core::id::NoteId;
use fernbook_core::journal::attachment::{self, NewAttachment};
use fernbook_core::journal::note::{self, Edit, NewNote};
use fernbook_core::journal::page::{self, PageQuery};
use fernbook_core::journal::search::{SearchQuery, search};
use fernbook_core::journal::settings::{self, Switch};
use fernbook_core::journal::{bin, draft, history, undo};
use fernbook_core::time::Zone;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::after::After;
use fernbook_core::visits::plan::Plan;
use fernbook_core::visits::reminder::{Lead, Reminder};
use fernbook_core::visits::visit::{Source, Visit};
use fernbook_core::visits::{earlier, store};
use fernbook_tests::phone::NOW;
use rusqlite::Connection;
use zeroize::Zeroizing;

/// Words come as two halves, one letter of each in turn, so that neither this program's code nor what
/// starts it holds them.
fn join(evens: &str, odds: &str) -> Zeroizing<String> {
    let mut word = Zeroizing::new(String::with_capacity(evens.len() + odds.len()));
    for (even, odd) in evens.chars().zip(odds.chars()) {
        word.push(even);
        word.push(odd);
    }
    word
}

fn words() -> Vec<Zeroizing<String>> {
    let line = super::read_line();
    let text = std::str::from_utf8(&line).expect("halves");
    text.split(' ').filter_map(|pair| pair.split_once('+')).map(|(a, b)| join(a, b)).collect()
}

fn add(notebook: &mut Notebook, title: &str, text: &str, topic: &str) -> Result<NoteId> {
    let mut new = NewNote::of_text(format!("Today {text} by the sea."), NOW, Zone::UTC);
    new.title = Some(title.to_owned());
    new.topics = vec![topic.to_owned()];
    notebook.write(NOW, |tx| note::add(tx, &new, NOW))
}

/// Writes, edits, searches, drafts, attaches, undoes, bins, deletes, and puts down dates. Every word it uses is one of a
/// line of halves; the first eight are used.
pub fn work(notebook: &mut Notebook) -> Result<()> {
    let words = words();
    let [title, text, topic, later, drafted, file, inside, gone] = &words[..8] else { panic!("8 words") };
    notebook.write(NOW, |tx| settings::set(tx, Switch::History, true))?;
    let kept = add(notebook, title, text, topic)?;
    let deleted = add(notebook, gone, gone, gone)?;
    let binned = add(notebook, gone, gone, topic)?;
    let edit = || Edit { text: Some(format!("Later {} again.", **later)), ..Edit::default() };
    for id in [kept, deleted] {
        notebook.write(NOW, |tx| note::edit(tx, id, &edit(), NOW))?;
        notebook.write(NOW, |tx| draft::save(tx, Some(id), Some(drafted), drafted, NOW))?;
        notebook.write(NOW, |tx| attach(tx, id, file, inside))?;
    }
    notebook.write(NOW, |tx| draft::save(tx, None, None, drafted, NOW))?;
    recall_all(notebook, &words)?;
    notebook.write(NOW, |tx| undo::take_back(tx, NOW))?;
    notebook.write(NOW, |tx| bin::bin(tx, binned, NOW))?;
    notebook.write(NOW, |tx| bin::empty(tx, &mut |_| true))?;
    notebook.write(NOW, |tx| note::delete_for_good(tx, deleted))?;
    dates(notebook, [title, text, topic, later, drafted, file, inside].map(|word| word.as_str()), gone)
}

/// One date with a word in each place, changed once, so that the one before is kept too; and one that is gone for
/// good.
fn dates(notebook: &mut Notebook, words: [&str; 7], gone: &str) -> Result<()> {
    let taken_out = notebook.write(NOW, |tx| store::add(tx, &visit([gone; 7])))?;
    notebook.write(NOW, |tx| {
        store::edit(tx, taken_out, &Visit { who: format!("Dr {gone}"), ..visit([gone; 7]) })
    })?;
    notebook.write(NOW, |tx| {
        store::remove(tx, taken_out)?;
        earlier::forget(tx)
    })?;
    let kept = notebook.write(NOW, |tx| store::add(tx, &visit(words)))?;
    notebook
        .write(NOW, |tx| store::edit(tx, kept, &Visit { who: format!("Dr {}", words[0]), ..visit(words) }))?;
    notebook.read(|conn| store::by_uid(conn, words[5]).map(drop))
}

fn visit([title, place, say, not_ask, said, uid, cover]: [&str; 7]) -> Visit {
    let text = str::to_owned;
    let plan = Plan { say: vec![text(say)], helps: vec![text(title)], not_ask: text(not_ask) };
    let after = After { day: None, said: text(said), next: text(place), note: None };
    let reminder = Reminder { lead: Lead::Day, cover: text(cover), sound: false };
    Visit {
        title: text(title),
        place: text(place),
        plan,
        after: vec![after],
        reminders: vec![reminder],
        source: Some(Source { uid: text(uid), sequence: 0, day: None }),
        ..Visit::default()
    }
}

fn attach(tx: &rusqlite::Transaction<'_>, note: NoteId, file: &str, inside: &str) -> Result<()> {
    let name = Zeroizing::new(format!("{file}.txt"));
    let bytes = Zeroizing::new(inside.repeat(20_000));
    let new = NewAttachment { id: None, note, name: &name, added: NOW };
    attachment::add(tx, &new, &mut bytes.as_bytes(), &mut |_| true).map(drop)
}

/// Finds and reads all that holds any of a line of words.
pub fn recall(notebook: &mut Notebook) -> Result<()> {
    let words = words();
    recall_all(notebook, &words)
}

fn recall_all(notebook: &Notebook, words: &[Zeroizing<String>]) -> Result<()> {
    notebook.read(|conn: &Connection| {
        for word in words {
            for hit in search(conn, &SearchQuery::of_text(word.to_string()))? {
                let whole = note::get(conn, hit.line.id)?;
                for attached in &whole.attachments {
                    attachment::copy_to(conn, attached.id, &mut std::io::sink(), &mut |_| true)?;
                }
                history::list(conn, hit.line.id)?;
            }
        }
        draft::list(conn)?;
        page::page(conn, &PageQuery::default()).map(drop)
    })
}
