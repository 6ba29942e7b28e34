//! What unlocking costs: Argon2id by itself, and the whole, turn by turn.

use std::path::Path;
use std::time::Instant;

use fernbook_core::crypto::secret::Secret;
use fernbook_core::crypto::stretch::{self, Cost};
use fernbook_core::vault::device::DeviceFacts;
use serde_json::json;

use crate::scenario::{Failure, report};
use crate::{NOW, PIN, make, tick};

const TURNS: usize = 25;
/// Enough memory for the full cost: 64 MiB, three passes.
const MUCH: u64 = 8 << 30;

/// Prints `argon2` and `unlock`.
pub fn measure(dir: &Path) -> Result<(), Failure> {
    let cost = Cost::for_memory(MUCH);
    let (mut notebooks, first) = make(dir, DeviceFacts { memory_bytes: MUCH, hardware_aes: true })?;
    first.lock(NOW)?;
    let (mut argon2, mut unlock) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let secret = Secret::new(PIN);
        argon2.push(nanoseconds(|| stretch::derive_stretched(&secret, &[7; 32], cost).map(drop))?);
        let mut opened = None;
        unlock.push(nanoseconds(|| {
            opened = Some(notebooks.unlock(&secret, &tick())?);
            Ok(())
        })?);
        opened.map_or(Ok(()), |notebook| notebook.lock(NOW))?;
    }
    let told = json!({ "memory_kib": cost.memory_kib, "passes": cost.passes });
    report("argon2", argon2, &told);
    report("unlock", unlock, &told);
    Ok(())
}

fn nanoseconds(act: impl FnOnce() -> fernbook_core::Result<()>) -> Result<u64, Failure> {
    let start = Instant::now();
    act()?;
    Ok(u64::try_from(start.elapsed().as_nanos())?)
}
