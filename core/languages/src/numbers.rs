//! The dated list of numbers that one language has beside the sentences of its full pack, in `numbers.toml`.

use std::path::Path;
use std::{fs, io};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::day::is_day;

/// A list of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// The day on which it was checked, as 2026-12-01.
    pub checked: String,
    /// Who can be reached, in the order in which they are shown.
    #[serde(rename = "service")]
    pub services: Vec<Service>,
}

/// One who can be rung, or written to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The name.
    pub name: String,
    /// The number to ring; none if there is only another way.
    pub number: Option<String>,
    /// For which part of the United Kingdom it is, in a sentence.
    pub place: String,
    /// Whom it is for.
    pub who: String,
    /// When someone answers, where that is known.
    pub open: Option<String>,
    /// Another way than ringing.
    pub other: Option<String>,
    /// Whether a call, or a text where there is no number, may cost money; none where there is neither.
    pub costs: Option<bool>,
    /// Whether the service itself says that the call is not on the bill.
    #[serde(default)]
    pub off_bill: bool,
    /// Whether nothing is to be said of the bill.
    #[serde(default)]
    pub bill_left_out: bool,
    /// The pages in which all of it was checked.
    pub checked_in: Vec<String>,
}

impl Numbers {
    /// Reads the list of a language; none if it has none, and what is wrong where it can't be read.
    pub fn read(words: &Path, tag: &str) -> io::Result<Option<Result<Self, String>>> {
        match fs::read_to_string(words.join("full").join(tag).join("numbers.toml")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            text => Ok(Some(Self::parse(&text?))),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let list: Self = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        if !is_day(&list.checked) {
            return Err("checked is not a day, such as 2026-12-01".to_owned());
        }
        match list.services.iter().find(|one| one.checked_in.is_empty()) {
            Some(one) => Err(format!("{} does not say where it was checked", one.name)),
            None => Ok(list),
        }
    }

    /// A number here that another list has not.
    pub fn not_among<'a>(&'a self, other: &Self) -> Option<&'a str> {
        let known = |number: &str| other.numbers().any(|one| one == number);
        self.numbers().find(|number| !known(number))
    }

    fn numbers(&self) -> impl Iterator<Item = &str> {
        self.services.iter().filter_map(|one| one.number.as_deref())
    }

    /// Adds all that it says to a digest. How the file is laid out is no part of it.
    pub(crate) fn add_to(&self, hash: &mut Sha256) {
        let mut part = |text: &str| {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        };
        part(&self.checked);
        for one in &self.services {
            let texts = [one.number.as_deref(), one.open.as_deref(), one.other.as_deref()];
            [&one.name, &one.place, &one.who].into_iter().map(String::as_str).for_each(&mut part);
            texts.into_iter().for_each(|text| part(text.unwrap_or_default()));
            part(&format!("{:?} {} {}", one.costs, one.off_bill, one.bill_left_out));
            part(&one.checked_in.join("\n"));
        }
    }
}
