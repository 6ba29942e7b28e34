//! What can be shown, by the name under which it is chosen and kept.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::crypto::digest::Sha256;
use crate::error::{Error, Result, Thing};
use crate::id::{ID_BYTES, NoteId, SectionId, TopicId, VisitId};

/// A section of the card that every card has, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// What a choice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Notes with a topic: by its folded name ([`What::topic`]), so that it counts again where a topic of that name comes
    /// back, after its last note went or out of a copy.
    Topic(TopicId),
}

impl What {
    /// Notes with the topic of this name.
    #[must_use]
    pub fn topic(name: &str) -> Self {
        let mut sha = Sha256::default();
        sha.field(b"fernbook: topic of a choice, 1");
        sha.field(fernbook_terms::fold(name).as_bytes());
        let mut id = [0; ID_BYTES];
        id.iter_mut().zip(sha.finish()).for_each(|(to, from)| *to = from);
        What::Topic(TopicId(id))
    }
}

/// One part of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A section of the card.
    Section(Section),
    /// A section of the card that she made herself.
    Own(SectionId),
    /// The plan for a date.
    Plan(VisitId),
    /// A note, or parts of it.
    Note(NoteId),
}

const NOT_ONE: Error = Error::NotUnderstood { what: Thing::Choice };

impl Section {
    /// Every section, in the card's order.
    pub const ALL: [Section; 7] = [
        Section::Wants,
        Section::Please,
        Section::Reach,
        Section::Medicines,
        Section::Filing,
        Section::About,
        Section::Reception,
    ];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Section::Wants => "wants",
            Section::Please => "please",
            Section::Reach => "reach",
            Section::Medicines => "medicines",
            Section::Filing => "filing",
            Section::About => "about",
            Section::Reception => "reception",
        }
    }
}

impl FromStr for Section {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name).ok_or(NOT_ONE)
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Everything => f.write_str("everything"),
            What::Section(section) => f.write_str(section.name()),
            What::Own(id) => write!(f, "section:{id}"),
            What::Plans => f.write_str("plans"),
            What::Notes => f.write_str("notes"),
            What::Topic(id) => write!(f, "topic:{id}"),
        }
    }
}

impl FromStr for What {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name.split_once(':') {
            Some(("section", id)) => What::Own(id.parse()?),
            Some(("topic", id)) => What::Topic(id.parse()?),
            Some(_) => return Err(NOT_ONE),
            None => match name {
                "everything" => What::Everything,
                "plans" => What::Plans,
                "notes" => What::Notes,
                section => What::Section(section.parse()?),
            },
        })
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Section(section) => f.write_str(section.name()),
            Part::Own(id) => write!(f, "section:{id}"),
            Part::Plan(id) => write!(f, "plan:{id}"),
            Part::Note(id) => write!(f, "note:{id}"),
        }
    }
}

impl FromStr for Part {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Ok(match name.split_once(':') {
            Some(("section", id)) => Part::Own(id.parse()?),
            Some(("plan", id)) => Part::Plan(id.parse()?),
            Some(("note", id)) => Part::Note(id.parse()?),
            Some(_) => return Err(NOT_ONE),
            None => Part::Section(name.parse()?),
        })
    }
}

macro_rules! as_its_name {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
                let name = String::deserialize(input)?;
                name.parse().map_err(|_| serde::de::Error::custom("not known"))
            }
        }
    };
}

as_its_name!(What);
as_its_name!(Part);
