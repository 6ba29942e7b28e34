//! What the core asks of its surroundings: the time, the time since this computer started, its memory
//! and its processor.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::device::{DeviceFacts, Tick};
use rustix::time::{ClockId, clock_gettime};

/// Memory assumed where the system does not tell.
const MEMORY_UNTOLD: u64 = 1 << 30;

/// Now, by the computer's clock.
pub fn now() -> Moment {
    let after = |earlier: SystemTime| SystemTime::now().duration_since(earlier);
    Moment(after(UNIX_EPOCH).map_or(0, |passed| i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)))
}

/// The zone that `TZ` names, else that of the computer, else UTC.
pub fn zone() -> Zone {
    let named = std::env::var("TZ").ok().and_then(|name| Zone::parse(name.trim_start_matches(':')).ok());
    let system = || iana_time_zone::get_timezone().ok().and_then(|name| Zone::parse(&name).ok());
    named.or_else(system).unwrap_or(Zone::UTC)
}

/// Now, with what a wait after wrong PINs is measured by.
pub fn tick() -> Tick {
    #[cfg(target_os = "linux")]
    let clock = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    let clock = ClockId::Monotonic;
    let up = clock_gettime(clock);
    let uptime_ms = up.tv_sec.unsigned_abs() * 1000 + up.tv_nsec.unsigned_abs() / 1_000_000;
    Tick { now: now(), boot: boot_id(), uptime_ms }
}

/// Linux names each start of the computer. Elsewhere an uptime that went back shows a new start.
fn boot_id() -> [u8; 16] {
    let text = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    u128::from_str_radix(&digits, 16).unwrap_or_default().to_be_bytes()
}

/// Memory in bytes (or what `FERNBOOK_MEMORY_MIB` says instead) and whether the processor has AES.
pub fn facts() -> DeviceFacts {
    let said = std::env::var("FERNBOOK_MEMORY_MIB").ok().and_then(|mib| mib.trim().parse::<u64>().ok());
    let memory_bytes =
        said.map(|mib| mib.saturating_mul(1 << 20)).or_else(whole_memory).unwrap_or(MEMORY_UNTOLD);
    DeviceFacts { memory_bytes, hardware_aes: hardware_aes() }
}

fn whole_memory() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(target_arch = "x86_64")]
fn hardware_aes() -> bool {
    std::is_x86_feature_detected!("aes")
}

#[cfg(target_arch = "aarch64")]
fn hardware_aes() -> bool {
    std::arch::is_aarch64_feature_detected!("aes")
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn hardware_aes() -> bool {
    false
}
