//! Which languages there are, and which of them is spoken to someone.

use super::LANGUAGES;

/// A language that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47), such as `en` or `pt-BR`.
    pub tag: &'static str,
    /// Its name, in itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

/// All languages of this build, English first. A release has those that a speaker has signed
/// (docs/translating.md); other builds have all, and two that are made up.
#[must_use]
pub fn languages() -> &'static [Language] {
    LANGUAGES
}

/// What English says, where nothing else can be said.
const ENGLISH: Language = Language { tag: "en", name: "English", right_to_left: false };

/// The language that is spoken to someone who asks for `wanted`, a tag such as `en-GB` or the `en_GB.UTF-8`
/// of a desktop: that one, or the same without its region and what else it may say, or English.
#[must_use]
pub fn spoken(wanted: &str) -> Language {
    let bare = wanted.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let mut rest = bare.as_str();
    loop {
        if let Some(found) = LANGUAGES.iter().find(|language| language.tag.eq_ignore_ascii_case(rest)) {
            return *found;
        }
        match rest.rsplit_once('-') {
            Some((shorter, _)) => rest = shorter,
            None => return LANGUAGES.first().copied().unwrap_or(ENGLISH),
        }
    }
}
