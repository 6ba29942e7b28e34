//! What stands on the card. Every text may be empty.

use serde::{Deserialize, Serialize};

use super::phrase::Line;
use crate::id::SectionId;

/// How many things she wants today: more are not heard in ten minutes.
pub const MOST_WANTS: usize = 3;

/// All of it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// What she wants today, in her order: at most [`MOST_WANTS`].
    pub wants: Vec<Line>,
    /// What they should please do.
    pub please: Vec<Line>,
    /// What they should please not do.
    pub please_not: Vec<Line>,
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
    pub reception: Vec<Line>,
    /// Sections of her own, in her order.
    pub sections: Vec<OwnSection>,
}

/// How to reach her safely.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// She did not say.
    #[default]
    NotSaid,
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// Whether the card may be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filing {
    /// She did not say.
    #[default]
    NotSaid,
    /// Yes.
    Yes,
    /// Only after asking her.
    AskMe,
    /// No.
    No,
}

/// Who she is, as far as she puts it there.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// Her name, or what she wants to be called.
    pub name: String,
    /// Her date of birth, as she writes it.
    pub born: String,
    /// Her NHS number, as she writes it.
    pub nhs_number: String,
}

/// A section of her own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSection {
    /// Its id.
    pub id: SectionId,
    /// What stands over it.
    pub title: String,
    /// What it says.
    pub text: String,
}

impl Card {
    /// Whether nothing stands on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Card::default()
    }
}
