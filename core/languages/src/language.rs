//! A language as the program gets it.

use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::PACKS;
use crate::numbers::Numbers;
use crate::tongue::Tongue;

/// One language as the program gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag, such as `cy` or `pt-BR`.
    pub tag: String,
    /// Its name, in itself.
    pub name: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// What it says, by pack: one file each, of those that have something to say.
    pub texts: Vec<(String, String)>,
    /// Its own list of numbers, if it has one.
    pub numbers: Option<Numbers>,
}

impl Language {
    pub(crate) fn new(tag: &str, name: String, tongue: &Tongue) -> Self {
        let spoken = PACKS.iter().filter(|pack| !tongue.names_of(pack).is_empty());
        let texts = spoken.map(|pack| ((*pack).to_owned(), tongue.file_of(pack))).collect();
        let direction = tag.parse().map(|tag: LanguageIdentifier| tag.character_direction());
        let right_to_left = direction.is_ok_and(|direction| direction == CharacterDirection::RTL);
        Self { tag: tag.to_owned(), name, right_to_left, texts, numbers: tongue.numbers.clone() }
    }
}
