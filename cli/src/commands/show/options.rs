//! What goes on the page, as it is said on the command line.

use std::path::PathBuf;

use clap::Args;
use fernbook_core::consent::grant::{Form, Way};
use fernbook_core::consent::what::{Part, What};
use fernbook_core::error::{Error, Thing};
use fernbook_core::id::NoteId;
use fernbook_core::journal::find;
use fernbook_core::share::request::{FirstLine, Piece, Request};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store as visits;

use crate::commands::{choice, person};
use crate::failure::Outcome;

/// What each way takes.
#[derive(Args)]
pub struct ShowOptions {
    /// For whom; your choices for them count then
    #[arg(long = "for", value_name = "ID")]
    person: Option<String>,
    /// All that you chose, not only the short card
    #[arg(long, conflicts_with = "reception")]
    long: bool,
    /// Only what reception needs to know
    #[arg(long)]
    reception: bool,
    /// A part of the card to put on the page that is not there by itself
    #[arg(long, value_name = "PART")]
    with: Vec<String>,
    /// A part of the card to leave off
    #[arg(long, value_name = "PART")]
    without: Vec<String>,
    /// The plan for this date
    #[arg(long, value_name = "ID")]
    visit: Vec<String>,
    /// A note, or with :1,3 only its first and third paragraph
    #[arg(long, value_name = "ID[:PARTS]")]
    note: Vec<String>,
    /// Another first line than the one that asks to hide this; an empty one leaves it out
    #[arg(long, value_name = "TEXT")]
    first: Option<String>,
    /// Keep the words that go, with your line about it
    #[arg(long)]
    pub keep_words: bool,
    /// A new file for it, else it is printed
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

impl ShowOptions {
    /// What is asked for by this way.
    pub fn request(&self, notebook: &Notebook, way: Way) -> Outcome<Request> {
        let form = match (self.long, self.reception) {
            (true, _) => Form::Long,
            (_, true) => Form::Reception,
            _ => Form::Short,
        };
        let mut request = Request::new(way, form);
        request.person = person::named(notebook, self.person.as_ref())?;
        for name in &self.with {
            request.with.push(of_card(notebook, name)?);
        }
        for name in &self.without {
            request.without.push(of_card(notebook, name)?);
        }
        for id in &self.visit {
            request.with.push(Part::Plan(notebook.read(|conn| visits::find(conn, id))?));
        }
        for note in &self.note {
            let (id, paragraphs) = note_parts(notebook, note)?;
            request.with.push(Part::Note(id));
            request.pieces.extend(paragraphs.map(|paragraphs| Piece { note: id, paragraphs }));
        }
        request.first = match self.first.as_deref() {
            None => FirstLine::Usual,
            Some("") => FirstLine::Nothing,
            Some(text) => FirstLine::Own(text.to_owned()),
        };
        Ok(request)
    }
}

fn of_card(notebook: &Notebook, name: &str) -> Outcome<Part> {
    match choice::what(notebook, name)? {
        What::Section(section) => Ok(Part::Section(section)),
        What::Own(id) => Ok(Part::Own(id)),
        _ => Err(Error::NotUnderstood { what: Thing::Choice }.into()),
    }
}

fn note_parts(notebook: &Notebook, text: &str) -> Outcome<(NoteId, Option<Vec<u32>>)> {
    let (id, parts) = match text.split_once(':') {
        Some((id, parts)) => (id, Some(parts)),
        None => (text, None),
    };
    let id = notebook.read(|conn| find::note(conn, id))?;
    let number = |part: &str| part.trim().parse().map_err(|_| Error::NotUnderstood { what: Thing::Text });
    let parts = parts.map(|parts| parts.split(',').map(number).collect::<Result<_, Error>>()).transpose()?;
    Ok((id, parts))
}
