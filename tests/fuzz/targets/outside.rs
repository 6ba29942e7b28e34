//! The file of reminders outside the notebooks: as it is, and once more with its check made good.

use fernbook_core::id::ReminderId;
use fernbook_core::reminders::outside::{self, Entry, LONGEST_COVER, MOST};
use fernbook_core::time::{LATEST, Moment};

use super::{refused, rough, sha256};
use crate::run::Target;

const CHECK_BYTES: usize = 8;

/// The file.
pub const FILE: Target = Target {
    name: "outside",
    test_inputs: 20_000,
    seeds: || vec![outside::to_bytes(&[]).unwrap(), outside::to_bytes(&sample()).unwrap()],
    tokens: &[b"NBRM", &[1, 0], &[2, 0], &[0xff; 8], &[200], &[201], b"\xc3\xa9"],
    reader: || Box::new(|bytes| [outcome(bytes), outcome(&checked(bytes))].join(", ")),
};

fn sample() -> Vec<Entry> {
    let entry = |id, at, cover: &str, sound| Entry {
        id: ReminderId([id; 16]),
        at: Moment(at),
        cover: cover.to_owned(),
        sound,
    };
    vec![
        entry(1, 1_790_000_000_000, "Water the plants", false),
        entry(2, 1_790_000_060_000, "", true),
        entry(3, LATEST.0, "Té", false),
    ]
}

fn outcome(bytes: &[u8]) -> String {
    outside::parse(bytes).map_or_else(refused, |entries| {
        assert!(entries.len() <= MOST && entries.iter().all(|entry| entry.cover.len() <= LONGEST_COVER));
        assert!(outside::to_bytes(&entries).unwrap() == bytes, "what was read is not what would be written");
        format!("ok {}", rough(entries.len() as u64))
    })
}

/// The same with a right check.
fn checked(bytes: &[u8]) -> Vec<u8> {
    let mut file = bytes.to_vec();
    let end = file.len().saturating_sub(CHECK_BYTES);
    let right = sha256(&file[..end]);
    let count = file.len() - end;
    file[end..].copy_from_slice(&right[..count]);
    file
}
