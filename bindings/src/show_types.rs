//! The core's types of showing, told to UniFFI.

use fernbook_core::consent::grant::{Form, Way};
use fernbook_core::consent::what::Part as ShownPart;
use fernbook_core::id::{GrantId, NoteId, PersonId, VisitId};
use fernbook_core::screens::receipt::{ReceiptPage, ShownLine, ShownList};
use fernbook_core::screens::show::{PlanOption, ShowPage, ShowPart};
use fernbook_core::share::prepare::Paragraph;
use fernbook_core::share::request::{FirstLine, Piece as NotePiece, Request as ShowRequest};

use crate::error::NotebookError;

uniffi::custom_type!(GrantId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

/// How something is shown. A phone shows on its screen, reads out, copies text, or makes a page.
#[uniffi::remote(Enum)]
pub enum Way {
    /// On this screen.
    Screen,
    /// Read out, a line at a time.
    Aloud,
    /// As plain text.
    Text,
    /// As a page: a file, or paper.
    Page,
    /// As an HL7 FHIR document; not on a phone.
    Fhir,
    /// As a QR code; not on a phone.
    Qr,
    /// As a sealed file; not on a phone.
    Seal,
}

/// Which form of the card.
#[uniffi::remote(Enum)]
pub enum Form {
    /// One screen, at most a hundred words.
    Short,
    /// All that she chose.
    Long,
    /// What reception needs to know.
    Reception,
}

/// What she wants to show, to whom, and by which way.
#[uniffi::remote(Record)]
pub struct ShowRequest {
    /// To whom; none if she does not say.
    pub person: Option<PersonId>,
    /// By which way.
    pub way: Way,
    /// Which form of the card.
    pub form: Form,
    /// Parts that she puts on the page, besides those that are there by themselves.
    pub with: Vec<ShownPart>,
    /// Parts that she takes off it.
    pub without: Vec<ShownPart>,
    /// Of notes, which paragraphs; a note that is not here is shown whole.
    pub pieces: Vec<NotePiece>,
    /// What stands first on a page that may be filed.
    pub first: FirstLine,
}

/// Which paragraphs of a note.
#[uniffi::remote(Record)]
pub struct NotePiece {
    /// The note.
    pub note: NoteId,
    /// Their numbers from 1, in the note's order.
    pub paragraphs: Vec<u32>,
}

/// What stands first on a page.
#[uniffi::remote(Enum)]
pub enum FirstLine {
    /// The usual: please hide this.
    Usual,
    /// Words of hers.
    Own(String),
    /// Nothing.
    Nothing,
}

/// A paragraph of the page: its heading, which may be empty, and what follows right behind it.
#[uniffi::remote(Record)]
pub struct Paragraph {
    /// What a screen may set apart.
    pub heading: String,
    /// The rest, with the line ends and marks that part it from the heading.
    pub rest: String,
}

/// What she looks at before it goes.
#[uniffi::remote(Record)]
pub struct ShowPage {
    /// For whom, in a sentence; none if she did not say.
    pub to: Option<String>,
    /// What is said before anything is shown; none of it is on the page.
    pub before: Vec<String>,
    /// The page, just as it goes.
    pub paragraphs: Vec<Paragraph>,
    /// Her lines, one at a time, to read out.
    pub lines: Vec<String>,
    /// Every part that could be on the page, and why it is or is not.
    pub parts: Vec<ShowPart>,
    /// Why it can't go as it is, in a sentence: too long, or nothing on it. None if it can.
    pub trouble: Option<String>,
}

/// A part that could be on the page.
#[uniffi::remote(Record)]
pub struct ShowPart {
    /// Which.
    pub part: ShownPart,
    /// What it is, in words.
    pub name: String,
    /// Why it is on the page or not, in words.
    pub reason: String,
    /// Whether it is on the page.
    pub is_on: bool,
    /// Whether she is told before it goes: it is not on the page, or not all of it, and not because she took it off.
    pub is_told: bool,
    /// Whether she can put it on or take it off: what she chose not to show stays off.
    pub can_change: bool,
}

/// A date with a plan, to put on the page.
#[uniffi::remote(Record)]
pub struct PlanOption {
    /// The date.
    pub id: VisitId,
    /// Its title.
    pub title: String,
}

/// A line about what was shown.
#[uniffi::remote(Record)]
pub struct ShownLine {
    /// Its id.
    pub id: GrantId,
    /// When, to whom and by which way, in a sentence.
    pub line: String,
    /// How it stands, in a sentence.
    pub state: String,
}

/// A page of such lines.
#[uniffi::remote(Record)]
pub struct ShownList {
    /// The lines, the latest first.
    pub lines: Vec<ShownLine>,
    /// Whether there may be more after the last of them.
    pub more: bool,
}

/// One line about what was shown, and all that is kept of it.
#[uniffi::remote(Record)]
pub struct ReceiptPage {
    /// The line.
    pub line: ShownLine,
    /// Which parts, in a sentence.
    pub parts: String,
    /// The words as they went, a part each, if she kept them.
    pub words: Vec<String>,
    /// Words to ask them not to use it, to copy; none where they kept nothing.
    pub ask: Option<String>,
    /// Whether she has put down that she asked them.
    pub has_asked: bool,
}
