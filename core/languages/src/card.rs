//! The file of one language: what it is called, and who speaks it and has read it all.

use std::path::Path;
use std::{fs, io};

use crate::day::is_day;
use crate::fault::Fault;
use crate::tongue::Tongue;

/// What `languages/TAG.toml` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The language's name, in itself.
    pub name: Option<String>,
    /// Who speaks it, and has read all of it on a screen. May be a name they go by.
    pub speaker: Option<String>,
    /// When, as 2026-12-01.
    pub date: Option<String>,
    /// The digest of what they read.
    pub digest: Option<String>,
    /// The digest of the English they read it beside.
    pub english: Option<String>,
}

/// How far a language may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No one has signed it.
    Unsigned,
    /// Signed, but for other words than it has now.
    Changed,
    /// Signed as it stands.
    Signed,
}

impl Card {
    /// Reads it; one that is not there says nothing. What is wrong is added to `faults`.
    pub fn read(words: &Path, tag: &str, faults: &mut Vec<Fault>) -> io::Result<Self> {
        let text = match fs::read_to_string(words.join("languages").join(format!("{tag}.toml"))) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            other => other?,
        };
        Ok(Self::parse(&text).unwrap_or_else(|why| {
            faults.push(Fault::Card(why));
            Self::default()
        }))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut card = Self::default();
        for (key, value) in text.parse::<toml::Table>().map_err(|error| error.message().to_owned())? {
            let field = match key.as_str() {
                "name" => &mut card.name,
                "speaker" => &mut card.speaker,
                "date" => &mut card.date,
                "digest" => &mut card.digest,
                "english" => &mut card.english,
                _ => return Err(format!("there is nothing called {key}")),
            };
            let Some(value) = value.as_str() else { return Err(format!("{key} is not in quotes")) };
            *field = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        }
        Ok(card)
    }

    /// Whether what `tongue` says is what was signed. One with something wrong in it was not read as it is.
    #[must_use]
    pub fn standing(&self, tongue: &Tongue) -> Standing {
        let (Some(_), Some(_), Some(date), Some(digest)) =
            (&self.name, &self.speaker, &self.date, &self.digest)
        else {
            return Standing::Unsigned;
        };
        if !is_day(date) {
            return Standing::Unsigned;
        }
        let same = *digest == tongue.digest() && tongue.faults.is_empty();
        if same { Standing::Signed } else { Standing::Changed }
    }
}
