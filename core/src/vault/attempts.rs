//! Counts wrong secrets and makes the next try wait, longer each time. A fence, not cryptography: what
//! guards the words is the cost of each guess and the device's key. `docs/format.md` has the bytes.

use std::path::Path;

use super::device::Tick;
use crate::crypto::digest::Sha256;
use crate::error::{Error, Part, Result};
use crate::storage::files;

/// Bytes of the attempt file: two records, written in turn, so that a torn write leaves the other.
pub const FILE_BYTES: usize = 2 * RECORD_BYTES;
const RECORD_BYTES: usize = 64;
const CHECKED_BYTES: usize = RECORD_BYTES - 8;
const MAGIC: &[u8; 4] = b"NBAT";
const VERSION: u16 = 1;

/// The longest wait: 15 minutes.
pub const LONGEST_WAIT_MS: u64 = 15 * 60 * 1000;

const DAMAGED: Error = Error::Damaged { part: Part::Attempts };

/// How many secrets were wrong, and what is left of the wait, as of a moment of one start of the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    sequence: u64,
    /// Wrong secrets, of which a right one gives back half: what the wait follows.
    pub count: u32,
    /// Wrong secrets since the last right one: what a wipe follows. Damage to the file is none.
    pub in_row: u32,
    wait_ms: u64,
    boot: [u8; 16],
    uptime_ms: u64,
}

/// Milliseconds to wait after this many wrong secrets in a row.
#[must_use]
pub fn wait_after(count: u32) -> u64 {
    match count {
        0..=4 => 0,
        5..=9 => (30_000 << (count - 5)).min(LONGEST_WAIT_MS),
        _ => LONGEST_WAIT_MS,
    }
}

impl Attempts {
    /// None wrong yet.
    #[must_use]
    pub fn none() -> Self {
        Self { sequence: 0, count: 0, in_row: 0, wait_ms: 0, boot: [0; 16], uptime_ms: 0 }
    }

    /// Milliseconds until the next try. In the same start of the device the time that ran counts; after
    /// a restart, or if the uptime ran backwards, the whole rest of the wait starts again.
    #[must_use]
    pub fn remaining_ms(&self, tick: &Tick) -> u64 {
        let ran = if tick.boot == self.boot { tick.uptime_ms.saturating_sub(self.uptime_ms) } else { 0 };
        self.wait_ms.saturating_sub(ran)
    }

    /// As if the try that begins now were wrong: written before it, so that a kill in the middle counts.
    #[must_use]
    pub fn one_more(&self, tick: &Tick) -> Self {
        let count = self.count.saturating_add(1);
        let in_row = self.in_row.saturating_add(1);
        Self { in_row, ..self.next(count, wait_after(count), tick) }
    }

    /// After a right secret: nothing to wait for, and half of the count given back.
    #[must_use]
    pub fn forgiven(&self, tick: &Tick) -> Self {
        Self { in_row: 0, ..self.next(self.count.saturating_sub(1) / 2, 0, tick) }
    }

    /// As `before`, when the try could not be made.
    #[must_use]
    pub fn taken_back(&self, before: &Self) -> Self {
        Self { sequence: self.sequence + 1, ..*before }
    }

    /// When neither record can be read: the longest wait, once.
    #[must_use]
    pub fn after_damage(tick: &Tick) -> Self {
        Self::none().next(9, LONGEST_WAIT_MS, tick)
    }

    /// The rest of the wait as of now, so that it starts again from here after a restart.
    #[must_use]
    pub fn carried(&self, tick: &Tick) -> Self {
        self.next(self.count, self.remaining_ms(tick), tick)
    }

    fn next(&self, count: u32, wait_ms: u64, tick: &Tick) -> Self {
        let (sequence, in_row) = (self.sequence + 1, self.in_row);
        Self { sequence, count, in_row, wait_ms, boot: tick.boot, uptime_ms: tick.uptime_ms }
    }

    /// Reads the newer of the two records. A file that is not there counts as none wrong.
    ///
    /// # Errors
    /// [`Error::Damaged`] if neither record is whole; [`Error::Newer`].
    pub fn read(path: &Path) -> Result<Self> {
        match files::read(path, FILE_BYTES)? {
            None => Ok(Self::none()),
            Some(bytes) => Self::parse(&bytes),
        }
    }

    /// Reads the bytes of an attempt file.
    ///
    /// # Errors
    /// As [`Attempts::read`].
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let records = bytes.chunks_exact(RECORD_BYTES).take(2);
        let newest = records.clone().filter_map(parse_record).max_by_key(|record| record.sequence);
        match newest {
            Some(record) => Ok(record),
            None if records.clone().any(is_newer) => Err(Error::Newer { part: Part::Attempts }),
            None => Err(DAMAGED),
        }
    }

    /// Writes over the older of the two records, synced.
    ///
    /// # Errors
    /// [`Error::NoSpace`], [`Error::ReadOnly`] and the like.
    pub fn write(&self, path: &Path) -> Result<()> {
        let place = (self.sequence % 2) * RECORD_BYTES as u64;
        files::write_at(path, place, &self.record())
    }

    /// The bytes of a whole file in which this is the newest record.
    #[must_use]
    pub fn file(&self) -> Vec<u8> {
        let other = Self { sequence: self.sequence.saturating_sub(1), ..*self };
        let (even, odd) = if self.sequence.is_multiple_of(2) { (self, &other) } else { (&other, self) };
        [even.record(), odd.record()].concat()
    }

    fn record(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(RECORD_BYTES);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&[0; 2]);
        bytes.extend_from_slice(&self.sequence.to_le_bytes());
        bytes.extend_from_slice(&self.count.to_le_bytes());
        bytes.extend_from_slice(&self.in_row.to_le_bytes());
        bytes.extend_from_slice(&self.wait_ms.to_le_bytes());
        bytes.extend_from_slice(&self.boot);
        bytes.extend_from_slice(&self.uptime_ms.to_le_bytes());
        let check = check_of(&bytes);
        bytes.extend(check.iter().take(RECORD_BYTES - CHECKED_BYTES));
        bytes
    }
}

fn check_of(bytes: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::default();
    digest.update(bytes);
    digest.finish()
}

fn is_newer(record: &[u8]) -> bool {
    record.starts_with(MAGIC) && record.get(4..6).is_some_and(|version| version > &VERSION.to_le_bytes()[..])
}

fn parse_record(record: &[u8]) -> Option<Attempts> {
    let (checked, check) = record.split_at_checked(CHECKED_BYTES)?;
    if !check_of(checked).starts_with(check) || !checked.starts_with(MAGIC) {
        return None;
    }
    let mut fields = crate::storage::fields::Fields::new(checked.get(4..)?);
    let version = u16::from_le_bytes(fields.take()?);
    fields.take::<2>()?;
    let found = Attempts {
        sequence: u64::from_le_bytes(fields.take()?),
        count: u32::from_le_bytes(fields.take()?),
        in_row: u32::from_le_bytes(fields.take()?),
        wait_ms: u64::from_le_bytes(fields.take()?).min(LONGEST_WAIT_MS),
        boot: fields.take()?,
        uptime_ms: u64::from_le_bytes(fields.take()?),
    };
    (version == VERSION && found.sequence < u64::MAX).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Moment;

    fn tick(boot: u8, uptime_ms: u64) -> Tick {
        Tick { now: Moment(0), boot: [boot; 16], uptime_ms }
    }

    #[test]
    fn the_wait_grows_and_is_capped() {
        let waits: Vec<u64> = (0..12).map(|count| wait_after(count) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT_MS);
    }

    #[test]
    fn a_restart_starts_the_wait_again_and_a_turned_clock_does_not_help() {
        let mut attempts = Attempts::none();
        for _ in 0..6 {
            attempts = attempts.one_more(&tick(1, 1000));
        }
        assert_eq!(attempts.remaining_ms(&tick(1, 1000)), 60_000);
        assert_eq!(attempts.remaining_ms(&tick(1, 31_000)), 30_000);
        assert_eq!(attempts.remaining_ms(&tick(1, 500)), 60_000);
        let carried = attempts.carried(&tick(1, 31_000));
        assert_eq!(carried.remaining_ms(&tick(2, 5)), 30_000);
        let mut late = tick(1, 1000);
        late.now = Moment(i64::MAX);
        assert_eq!(attempts.remaining_ms(&late), 60_000);
    }

    #[test]
    fn a_right_secret_gives_back_only_half() {
        let mut attempts = Attempts::none();
        for _ in 0..9 {
            attempts = attempts.one_more(&tick(1, 0));
        }
        let after = attempts.forgiven(&tick(1, 0));
        assert_eq!((after.count, after.remaining_ms(&tick(1, 0))), (4, 0));
    }

    #[test]
    fn a_torn_record_leaves_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        let first = Attempts::none().one_more(&tick(1, 0));
        let second = first.one_more(&tick(1, 0));
        first.write(&path).unwrap();
        second.write(&path).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        assert_eq!(Attempts::parse(&bytes).unwrap(), second);
        bytes[10] ^= 1;
        assert_eq!(Attempts::parse(&bytes).unwrap(), first);
        bytes[100] ^= 1;
        assert_eq!(Attempts::parse(&bytes), Err(DAMAGED));
        assert_eq!(Attempts::parse(&[]), Err(DAMAGED));
    }

    #[test]
    fn bytes_are_frozen_and_earlier_ones_still_read() {
        let attempts = Attempts::none().one_more(&tick(7, 0x0102));
        let record = |in_row: &str, check: &str| {
            let fields = "4e424154010000000100000000000000";
            let rest = "0000000000000000070707070707070707070707070707070201000000000000";
            crate::id::from_hex(&[fields, "01000000", in_row, rest, check].concat()).unwrap()
        };
        assert_eq!(attempts.record(), record("01000000", "ff9c4ca1ac2b1029"));
        let earlier = Attempts::parse(&record("00000000", "54b1c75c96e8b14f"));
        assert_eq!(earlier, Ok(Attempts { in_row: 0, ..attempts }));
    }
}
