//! One act of showing: who, what, when, by which way; and its end. A grant that has ended never goes on again. It holds no
//! word of hers.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::what::Part;
use crate::error::{Error, Result, Thing};
use crate::id::{GrantId, PersonId};
use crate::time::{Moment, Zone};

/// How something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// On this screen.
    Screen,
    /// Read out, a line at a time.
    Aloud,
    /// As plain text.
    Text,
    /// As a page: a file, or paper.
    Page,
    /// As an HL7 FHIR document.
    Fhir,
    /// As a QR code.
    Qr,
    /// As a sealed file.
    Seal,
}

/// Which form of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// One screen, at most a hundred words.
    Short,
    /// All that she chose.
    Long,
    /// What reception needs to know.
    Reception,
}

/// Why it ended. An earlier one says more, and stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// She asked them not to use it.
    Asked,
    /// It was over: a screen that was put away.
    Over,
    /// It came back from a copy, where none goes on.
    Restored,
}

/// That it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ended {
    /// Why.
    pub why: Why,
    /// When.
    pub at: Moment,
}

/// What was shown: all of it but its end, which never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// To whom; none if she did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// By which way.
    pub way: Way,
    /// In which form.
    pub form: Form,
    /// Which parts, in the order of the page.
    pub parts: Vec<Part>,
    /// Whose clocks show when.
    pub zone: Zone,
}

/// A grant: granted, then ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// When it was shown.
    pub at: Moment,
    /// What was.
    pub shown: Shown,
    /// Its end; none as long as it goes on.
    pub ended: Option<Ended>,
}

const NOT_A_WAY: Error = Error::NotUnderstood { what: Thing::Receipt };

impl Way {
    /// Every way there is.
    pub const ALL: [Way; 7] = [Way::Screen, Way::Aloud, Way::Text, Way::Page, Way::Fhir, Way::Qr, Way::Seal];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Way::Screen => "screen",
            Way::Aloud => "aloud",
            Way::Text => "text",
            Way::Page => "page",
            Way::Fhir => "fhir",
            Way::Qr => "qr",
            Way::Seal => "seal",
        }
    }

    /// Whether they keep what they were shown. What stood on a screen or was read out is over when she puts it away.
    #[must_use]
    pub fn is_kept(self) -> bool {
        !matches!(self, Way::Screen | Way::Aloud)
    }
}

impl Why {
    /// Every reason there is.
    pub const ALL: [Why; 3] = [Why::Asked, Why::Over, Why::Restored];

    /// Its name in the notebook and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Why::Over => "over",
            Why::Asked => "asked",
            Why::Restored => "restored",
        }
    }
}

impl FromStr for Why {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name).ok_or(NOT_A_WAY)
    }
}

impl Form {
    /// Every form there is.
    pub const ALL: [Form; 3] = [Form::Short, Form::Long, Form::Reception];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Form::Short => "short",
            Form::Long => "long",
            Form::Reception => "reception",
        }
    }
}

impl Shown {
    /// An order of all of them, the same everywhere.
    #[must_use]
    pub fn order(&self) -> (Option<PersonId>, Way, Form, &[Part], &str) {
        (self.person, self.way, self.form, &self.parts, self.zone.name())
    }
}

impl Grant {
    /// Ends it. One that has ended stays as it ended first, but that she asked them not to use it is said later too.
    pub fn end(&mut self, ended: Ended) {
        self.ended = Some(self.ended.map_or(ended, |before| before.min(ended)));
    }

    /// Whether she has put down that she asked them not to use it.
    #[must_use]
    pub fn has_been_asked(&self) -> bool {
        self.ended.is_some_and(|ended| ended.why == Why::Asked)
    }

    /// As it comes back from a copy: ended.
    #[must_use]
    pub fn restored(mut self, now: Moment) -> Self {
        if self.ended.is_none() {
            self.end(Ended { at: now, why: Why::Restored });
        }
        self
    }
}
