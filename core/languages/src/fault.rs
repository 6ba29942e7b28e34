//! What is wrong with a translation, in words for the one who writes it.

use std::fmt;

/// One thing that is wrong. The sentence is said in English until it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The name of the folder is not a language's own tag.
    Tag,
    /// Part of a file can't be read as sentences.
    NotRead {
        /// The file.
        file: String,
        /// How the part begins.
        begins: String,
    },
    /// A message is there twice.
    Twice(String),
    /// Something other than text, gaps and choices: a term, an attribute, a function.
    NotPlain(String),
    /// English has no such message there.
    Unknown {
        /// The pack it was put in.
        pack: String,
        /// The message.
        name: String,
    },
    /// A gap that English does not have there: nothing would be put in.
    GapTooMany {
        /// The message.
        name: String,
        /// The gap.
        gap: String,
    },
    /// A gap of the English that is left out: she would not be told what stands in it.
    GapMissing {
        /// The message.
        name: String,
        /// The gap.
        gap: String,
    },
    /// The file of the language can't be read, or says something else than it may.
    Card(String),
    /// The list of numbers can't be read, or has a number that the English one has not.
    Numbers(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag => write!(to, "the folder's name is not a tag of a language, such as cy or pt-BR"),
            Self::NotRead { file, begins } => write!(to, "{file}: this can't be read: {begins}"),
            Self::Twice(name) => write!(to, "{name} is there twice"),
            Self::NotPlain(name) => write!(to, "{name} has more in it than text, gaps and choices"),
            Self::Unknown { pack, name } => write!(to, "{name}: English has none of that name in {pack}"),
            Self::GapTooMany { name, gap } => write!(to, "{name}: the English has no gap {{ ${gap} }}"),
            Self::GapMissing { name, gap } => write!(to, "{name}: the gap {{ ${gap} }} is left out"),
            Self::Card(why) => write!(to, "its file in languages: {why}"),
            Self::Numbers(why) => write!(to, "its numbers.toml: {why}"),
        }
    }
}
