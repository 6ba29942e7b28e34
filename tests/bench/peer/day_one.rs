//! Reads as much of a Day One zip as the peers put in.

use std::io::Read;
use std::path::Path;

use chrono::DateTime;
use serde::Deserialize;

use crate::scenario::Failure;

/// An entry, its times in UTC milliseconds.
pub struct Entry {
    pub uuid: String,
    pub created: i64,
    pub edited: i64,
    pub zone: String,
    pub starred: bool,
    pub tags: Vec<String>,
    pub text: String,
}

#[derive(Deserialize)]
struct File {
    entries: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Raw {
    uuid: String,
    creation_date: String,
    modified_date: String,
    time_zone: String,
    starred: bool,
    tags: Vec<String>,
    text: String,
}

/// All entries of the zip's `Journal.json`.
pub fn read(zip: &Path) -> Result<Vec<Entry>, Failure> {
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(std::fs::File::open(zip)?))?;
    let mut json = Vec::new();
    archive.by_name("Journal.json")?.read_to_end(&mut json)?;
    let file: File = serde_json::from_slice(&json)?;
    file.entries.into_iter().map(entry).collect()
}

fn entry(raw: Raw) -> Result<Entry, Failure> {
    let moment = |text: &str| DateTime::parse_from_rfc3339(text).map(|at| at.timestamp_millis());
    Ok(Entry {
        created: moment(&raw.creation_date)?,
        edited: moment(&raw.modified_date)?,
        uuid: raw.uuid,
        zone: raw.time_zone,
        starred: raw.starred,
        tags: raw.tags,
        text: raw.text,
    })
}
