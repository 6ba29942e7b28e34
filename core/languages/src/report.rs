//! What someone who translates wants to know.

use std::error::Error;
use std::fmt;
use std::path::Path;

use unic_langid::LanguageIdentifier;

use crate::build::{Translation, english, translations};
use crate::card::Standing;
use crate::compare::{as_in_english, missing, read_beside};
use crate::fault::Fault;
use crate::plurals;

/// How one language stands.
#[derive(Debug)]
pub struct Report {
    /// Its tag.
    pub tag: String,
    /// How many messages there are in English, the list of numbers counted as one.
    pub all: usize,
    /// Those that are said in English still, as `pack/name`.
    pub missing: Vec<String>,
    /// Those that say just what the English says: perhaps to be done yet.
    pub as_in_english: Vec<String>,
    /// Forms of numbers that are not used.
    pub unused_forms: Vec<String>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Whether it is signed.
    pub standing: Standing,
    /// Whether the English it was read beside is another now.
    pub english_changed: bool,
    /// The digest to sign.
    pub digest: String,
    /// The digest of the English beside it.
    pub english: String,
}

/// How each language but English stands.
pub fn report(words: &Path) -> Result<Vec<Report>, Box<dyn Error>> {
    let english = english(words)?;
    let mut all = Vec::new();
    for tag in translations(words)? {
        let Translation { card, tongue, standing } = Translation::read(words, &english, &tag)?;
        let beside = read_beside(&english, &tongue).digest();
        let known: LanguageIdentifier = tag.parse().unwrap_or_default();
        all.push(Report {
            all: english.messages.len() + usize::from(english.numbers.is_some()),
            missing: missing(&english, &tongue),
            as_in_english: as_in_english(&english, &tongue),
            unused_forms: plurals::unused(&known, &tongue),
            standing,
            english_changed: standing == Standing::Signed && card.english.as_deref() != Some(&beside),
            digest: tongue.digest(),
            english: beside,
            faults: tongue.faults,
            tag,
        });
    }
    Ok(all)
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = self.all - self.missing.len();
        writeln!(to, "{}: {done} of {} messages", self.tag, self.all)?;
        list(to, "Wrong, and said in English until it is mended", self.faults.iter())?;
        list(to, "Not there, and said in English", self.missing.iter())?;
        list(to, "The same as in English: is it meant?", self.as_in_english.iter())?;
        list(to, "Your language has more forms for numbers than these use", self.unused_forms.iter())?;
        match self.standing {
            Standing::Signed => writeln!(to, "  It is signed, and a release has it.")?,
            Standing::Changed => writeln!(to, "  It was signed for other words: a release leaves it out.")?,
            Standing::Unsigned => writeln!(to, "  It is not signed: a release leaves it out.")?,
        }
        if self.english_changed {
            writeln!(to, "  The English was changed since it was signed: please read it again.")?;
        }
        writeln!(to, "  To sign it, once all of it was read on a screen, in languages/{}.toml:", self.tag)?;
        writeln!(to, "    digest = \"{}\"\n    english = \"{}\"", self.digest, self.english)
    }
}

fn list<T: fmt::Display>(
    to: &mut fmt::Formatter<'_>,
    title: &str,
    lines: impl ExactSizeIterator<Item = T>,
) -> fmt::Result {
    if lines.len() == 0 {
        return Ok(());
    }
    writeln!(to, "  {title}:")?;
    for line in lines {
        writeln!(to, "    {line}")?;
    }
    Ok(())
}
