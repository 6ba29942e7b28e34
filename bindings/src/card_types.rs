//! The core's types of the card, of whom she sees and of choices, told to UniFFI.

use chrono::NaiveDate;
use fernbook_core::card::fields::{About, Answer, Card, Filing, OwnSection, Reach};
use fernbook_core::card::phrase::Line as CardEntry;
use fernbook_core::consent::choice::{Rule, Shows};
use fernbook_core::consent::what::{Part as ShownPart, Section, What};
use fernbook_core::id::{ChoiceId, NoteId, PersonId, SectionId, TopicId, VisitId};
use fernbook_core::people::person::PersonText;
use fernbook_core::people::seen::{Seen, SeenAs};
use fernbook_core::screens::card::{CardChoices, CardLine, CardPage, PastCard, PastPage, PhraseChoice};
use fernbook_core::screens::choosing::{ChoiceOptions, WhatOption, WhoOption};
use fernbook_core::screens::seen::SeenLine;
use fernbook_core::screens::showing::ChoiceLine;
use fernbook_core::time::Moment;

use crate::error::NotebookError;

uniffi::custom_type!(SectionId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(ChoiceId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

/// All that stands on her card. Every text may be empty.
#[uniffi::remote(Record)]
pub struct Card {
    /// What she wants today, in her order: at most 3.
    pub wants: Vec<CardEntry>,
    /// What they should please do.
    pub please: Vec<CardEntry>,
    /// What they should please not do.
    pub please_not: Vec<CardEntry>,
    /// How to reach her safely.
    pub reach: Reach,
    /// Medicines, as she remembers them.
    pub medicines: String,
    /// Allergies, as she remembers them.
    pub allergies: String,
    /// Whether it may be filed.
    pub filing: Filing,
    /// Who she is, if she puts it there.
    pub about: About,
    /// What reception needs to know: practical things alone.
    pub reception: Vec<CardEntry>,
    /// Sections of her own, in her order.
    pub sections: Vec<OwnSection>,
}

/// One thing on the card.
#[uniffi::remote(Enum)]
pub enum CardEntry {
    /// Her own words.
    Own(String),
    /// A phrase that can be picked.
    Picked {
        /// Its name.
        pick: String,
    },
}

/// How to reach her safely.
#[uniffi::remote(Record)]
pub struct Reach {
    /// On which number.
    pub number: String,
    /// When.
    pub when: String,
    /// Whether a message may be left for her to hear.
    pub voicemail: Answer,
    /// Whether texts are all right.
    pub texts: Answer,
    /// Whether letters are all right.
    pub letters: Answer,
    /// Who might pick up.
    pub who_answers: String,
    /// Who must not be told.
    pub not_told: String,
}

/// Whether something is all right.
#[uniffi::remote(Enum)]
pub enum Answer {
    /// She did not say.
    NotSaid,
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// Whether the card may be filed.
#[uniffi::remote(Enum)]
pub enum Filing {
    /// She did not say.
    NotSaid,
    /// Yes.
    Yes,
    /// Only after asking her.
    AskMe,
    /// No.
    No,
}

/// Who she is, as far as she puts it there.
#[uniffi::remote(Record)]
pub struct About {
    /// Her name, or what she wants to be called.
    pub name: String,
    /// Her date of birth, as she writes it.
    pub born: String,
    /// Her NHS number, as she writes it.
    pub nhs_number: String,
}

/// A section of her own.
#[uniffi::remote(Record)]
pub struct OwnSection {
    /// Its id.
    pub id: SectionId,
    /// What stands over it.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// A section of the card that every card has.
#[uniffi::remote(Enum)]
pub enum Section {
    /// What she wants today.
    Wants,
    /// What they should please do, and please not do.
    Please,
    /// How to reach her safely.
    Reach,
    /// Medicines and allergies, as she remembers them.
    Medicines,
    /// Whether this may be filed.
    Filing,
    /// Name, date of birth, NHS number: only what she put there.
    About,
    /// What reception needs to know.
    Reception,
}

/// One part of what is shown.
#[uniffi::remote(Enum)]
pub enum ShownPart {
    /// A section of the card.
    Section(Section),
    /// A section of the card that she made herself.
    Own(SectionId),
    /// The plan for a date.
    Plan(VisitId),
    /// A note, or parts of it.
    Note(NoteId),
}

/// What a choice is about.
#[uniffi::remote(Enum)]
pub enum What {
    /// All there is.
    Everything,
    /// A section of the card.
    Section(Section),
    /// A section of the card that she made herself.
    Own(SectionId),
    /// The plan for any date.
    Plans,
    /// Any note.
    Notes,
    /// Notes with a topic.
    Topic(TopicId),
}

/// What she chose. A later one is stricter.
#[uniffi::remote(Enum)]
pub enum Shows {
    /// It is on the page unless she takes it off.
    Show,
    /// It is on the page only if she puts it there each time.
    Ask,
    /// It is on no page.
    Never,
}

/// What a choice says.
#[uniffi::remote(Record)]
pub struct Rule {
    /// For whom: none is everyone.
    pub person: Option<PersonId>,
    /// About what.
    pub what: What,
    /// What was chosen.
    pub shows: Shows,
    /// From when on it counts no more; none is never.
    pub until: Option<Moment>,
}

/// A choice, in a list.
#[uniffi::remote(Record)]
pub struct ChoiceLine {
    /// Its id.
    pub id: ChoiceId,
    /// What it says.
    pub rule: Rule,
    /// In words: for whom.
    pub who: String,
    /// In words: about what.
    pub what: String,
    /// In words: what was chosen.
    pub shows: String,
    /// In words: the last day on which it counts; none if it has no end.
    pub until: Option<String>,
    /// That day.
    pub last: Option<NaiveDate>,
}

/// Someone for whom she can choose.
#[uniffi::remote(Record)]
pub struct WhoOption {
    /// Who; none is everyone.
    pub person: Option<PersonId>,
    /// In words.
    pub name: String,
}

/// Something about which she can choose.
#[uniffi::remote(Record)]
pub struct WhatOption {
    /// What.
    pub what: What,
    /// In words.
    pub name: String,
}

/// All that can be chosen.
#[uniffi::remote(Record)]
pub struct ChoiceOptions {
    /// For whom: everyone, then those she sees, in her order.
    pub who: Vec<WhoOption>,
    /// About what: all of it, each section of the card, plans, notes, notes with a topic.
    pub what: Vec<WhatOption>,
}

/// What they are.
#[uniffi::remote(Enum)]
pub enum SeenAs {
    /// A doctor, nurse, midwife and the like.
    Clinician,
    /// A support worker, social worker, advocate and the like.
    Worker,
    /// A practice, hospital, chemist or service.
    Place,
    /// Whoever is there: "any GP here", "reception".
    Role,
}

/// What she keeps of someone she sees, besides a name, a number and a note.
#[uniffi::remote(Record)]
pub struct Seen {
    /// What they are.
    pub seen_as: SeenAs,
    /// The role or place that they belong to: what is chosen for that counts for them too.
    pub of: Option<PersonId>,
    /// What she thinks of seeing them again: hers alone.
    pub again: String,
}

/// Someone she sees.
#[uniffi::remote(Record)]
pub struct SeenLine {
    /// Its id.
    pub id: PersonId,
    /// Name, number and note, as she wrote them.
    pub text: PersonText,
    /// What they are, whom they belong to, and what she thinks of seeing them again: the last is hers alone.
    pub seen: Seen,
    /// In words: what they are.
    pub kind: String,
    /// The name of whom they belong to; none if that is nobody who is here.
    pub of: Option<String>,
}

/// A phrase that can be picked.
#[uniffi::remote(Record)]
pub struct PhraseChoice {
    /// Its name, as it is kept on the card.
    pub name: String,
    /// In words.
    pub text: String,
    /// Its picture: SVG path data of absolute M, L, Q, C and Z alone, in a box of 24 by 24, to be drawn as a line 2 wide
    /// with round ends.
    pub picture: String,
}

/// All that can be picked.
#[uniffi::remote(Record)]
pub struct CardChoices {
    /// For what she wants.
    pub wants: Vec<PhraseChoice>,
    /// For what they should please do.
    pub please: Vec<PhraseChoice>,
    /// For what they should please not do.
    pub please_not: Vec<PhraseChoice>,
    /// For reception.
    pub reception: Vec<PhraseChoice>,
}

/// A section of the card, as she looks it over.
#[uniffi::remote(Record)]
pub struct CardLine {
    /// Which: one that every card has, or one of her own.
    pub part: ShownPart,
    /// Its name.
    pub name: String,
    /// Its heading and what it says, as on a page; empty if nothing stands there.
    pub text: String,
}

/// The card and all that the page shows of it.
#[uniffi::remote(Record)]
pub struct CardPage {
    /// What stands on it; an empty one if she wrote none.
    pub card: Card,
    /// The same, a section each, in the card's order.
    pub lines: Vec<CardLine>,
    /// By how much its short form is too long, in a sentence; none if it is not.
    pub over: Option<String>,
    /// Whether a page waits to be shown.
    pub waits: bool,
    /// The day on which she last changed it, in words; none if she wrote none.
    pub written: Option<String>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
}

/// An older card.
#[uniffi::remote(Record)]
pub struct PastCard {
    /// The day on which it was written, in words.
    pub written: String,
    /// What stood on it.
    pub text: String,
}

/// The older cards.
#[uniffi::remote(Record)]
pub struct PastPage {
    /// Whether older cards are kept from now on.
    pub keeps: bool,
    /// Those that are here, the latest first.
    pub cards: Vec<PastCard>,
}
