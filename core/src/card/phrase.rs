//! Phrases to pick: for whoever does not write, or is tired of it. A picked one is kept by its name, so that a page says it
//! in her language and in English.

use serde::{Deserialize, Serialize};

use crate::words::{Key, key};

/// One thing on the card.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// Her own words.
    Own(String),
    /// A phrase of the pack.
    Picked {
        /// The name of the phrase: that of its message in the words.
        pick: String,
    },
}

/// Which list of the card a phrase belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// What she wants today.
    Wants,
    /// What they should please do.
    Please,
    /// What they should please not do.
    PleaseNot,
    /// What reception needs to know.
    Reception,
}

impl List {
    /// Every list.
    pub const ALL: [List; 4] = [List::Wants, List::Please, List::PleaseNot, List::Reception];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            List::Wants => "wants",
            List::Please => "please",
            List::PleaseNot => "please-not",
            List::Reception => "reception",
        }
    }

    /// The phrases that can be picked for it, in the order in which they are offered.
    #[must_use]
    pub fn phrases(self) -> &'static [Key] {
        match self {
            List::Wants => &WANTS,
            List::Please => &PLEASE,
            List::PleaseNot => &PLEASE_NOT,
            List::Reception => &RECEPTION,
        }
    }

    /// Whether a phrase of this name can be picked for it.
    #[must_use]
    pub fn has(self, name: &str) -> bool {
        self.phrases().iter().any(|phrase| phrase.name() == name)
    }
}

const WANTS: [Key; 12] = [
    key::WANT_PAIN,
    key::WANT_SLEEP,
    key::WANT_BODY,
    key::WANT_FEEL,
    key::WANT_WORRY,
    key::WANT_MEDICINE,
    key::WANT_RESULT,
    key::WANT_TEST,
    key::WANT_LETTER,
    key::WANT_REFERRAL,
    key::WANT_TALK,
    key::WANT_LISTEN,
];

const PLEASE: [Key; 17] = [
    key::HELP_WOMAN,
    key::HELP_SAME_PERSON,
    key::HELP_DOUBLE,
    key::HELP_DOOR,
    key::HELP_ALONE,
    key::HELP_CHAPERONE,
    key::HELP_EXPLAIN,
    key::HELP_TESTS,
    key::HELP_BREAK,
    key::HELP_WRITE,
    key::HELP_INTERPRETER,
    key::HELP_INTERPRETER_WOMAN,
    key::HELP_INTERPRETER_PHONE,
    key::HELP_INTERPRETER_STRANGER,
    key::HELP_BSL,
    key::HELP_LARGE_PRINT,
    key::HELP_EASY_READ,
];

const PLEASE_NOT: [Key; 10] = [
    key::NOT_TOUCH,
    key::NOT_WEIGH,
    key::NOT_NAME,
    key::NOT_DOOR,
    key::NOT_AGAIN,
    key::NOT_WHY,
    key::NOT_STUDENT,
    key::NOT_CHAPERONE,
    key::NOT_RUSH,
    key::NOT_TELL,
];

const RECEPTION: [Key; 13] = [
    key::HELP_NAME,
    key::HELP_WAIT,
    key::HELP_SIDE_DOOR,
    key::HELP_WITH_ME,
    key::HELP_DOUBLE,
    key::HELP_WOMAN,
    key::HELP_INTERPRETER,
    key::HELP_INTERPRETER_WOMAN,
    key::HELP_INTERPRETER_PHONE,
    key::HELP_INTERPRETER_STRANGER,
    key::HELP_BSL,
    key::HELP_LARGE_PRINT,
    key::HELP_EASY_READ,
];
