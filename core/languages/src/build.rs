//! What a build takes in.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use unic_langid::LanguageIdentifier;

use crate::card::{Card, Standing};
use crate::compare::hold_to;
use crate::fault::Fault;
use crate::language::Language;
use crate::tongue::{Tongue, names_in};
use crate::{ENGLISH, PACKS, made_up};

/// Which languages are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// English, and what is signed as it stands: for a release.
    Signed,
    /// All there are, and the two made-up ones: for tests, and for those who translate.
    All,
}

/// The languages of a build: English first, then the others by their tags, the made-up ones last.
pub fn languages(words: &Path, choice: Choice) -> Result<Vec<Language>, Box<dyn Error>> {
    let english = english(words)?;
    let name = Card::read(words, ENGLISH, &mut Vec::new())?.name.ok_or("English has no name")?;
    let mut all = vec![Language::new(ENGLISH, name.clone(), &english)];
    for tag in translations(words)? {
        let read = Translation::read(words, &english, &tag)?;
        if choice == Choice::All || read.standing == Standing::Signed {
            all.push(Language::new(&tag, read.card.name.unwrap_or_else(|| tag.clone()), &read.tongue));
        }
    }
    if choice == Choice::All {
        all.extend(made_up::of(&english, &name));
    }
    Ok(all)
}

/// The English messages, which must be whole: both packs say the same messages, each in its own way, but for
/// what only a full notebook has, in files that only its pack has, and none of them is shared.
pub fn english(words: &Path) -> Result<Tongue, Box<dyn Error>> {
    let english = Tongue::read(words, ENGLISH)?;
    if let Some(fault) = english.faults.first() {
        return Err(format!("English: {fault}").into());
    }
    let [shared, full, plain] = PACKS.map(|pack| english.names_of(pack));
    if let Some(odd) = plain.difference(&full).next() {
        return Err(format!("the message {odd} is in the plain pack alone").into());
    }
    let only_full = only_full(words)?;
    if let Some(odd) = full.difference(&plain).find(|name| !only_full.contains(**name)) {
        return Err(format!("the message {odd} is not in both packs").into());
    }
    if let Some(twice) = full.intersection(&shared).next() {
        return Err(format!("the message {twice} is in a pack and shared").into());
    }
    Ok(english)
}

/// The messages of the files of the full pack that the plain one has no file of the same name for.
fn only_full(words: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let [full, plain] = ["full", "plain"].map(|pack| words.join(pack).join(ENGLISH));
    let mut only = Tongue::default();
    for file in names_in(&full)?.difference(&names_in(&plain)?).filter(|file| file.ends_with(".ftl")) {
        only.take_in("full", file, &fs::read_to_string(full.join(file))?);
    }
    Ok(only.names_of("full").into_iter().map(str::to_owned).collect())
}

/// The tags of all translations: of each folder in a pack, and each file in `languages`.
pub fn translations(words: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut tags = BTreeSet::new();
    for pack in PACKS {
        tags.extend(names_in(&words.join(pack))?);
    }
    let cards = names_in(&words.join("languages"))?;
    tags.extend(cards.iter().filter_map(|file| file.strip_suffix(".toml")).map(str::to_owned));
    tags.remove(ENGLISH);
    Ok(tags)
}

/// A language other than English, held to it.
pub struct Translation {
    /// What its file says.
    pub card: Card,
    /// What fits the English, and all that is wrong.
    pub tongue: Tongue,
    /// Whether it is signed as it stands.
    pub standing: Standing,
}

impl Translation {
    /// Reads it.
    pub fn read(words: &Path, english: &Tongue, tag: &str) -> Result<Self, Box<dyn Error>> {
        let mut tongue = Tongue::read(words, tag)?;
        if tag.parse::<LanguageIdentifier>().ok().is_none_or(|known| known != tag) {
            tongue.faults.push(Fault::Tag);
        }
        hold_to(english, &mut tongue);
        let card = Card::read(words, tag, &mut tongue.faults)?;
        let standing = card.standing(&tongue);
        Ok(Self { card, tongue, standing })
    }
}
