//! What a machine may not be able to do. Elsewhere that is told and passed over; where `CI` is set it
//! fails, so that nothing is passed over for ever.

use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

static TURN: Mutex<()> = Mutex::new(());

/// One test of a file at a time: between the fork and the exec of another program the child holds what
/// this process has open, the lock of another test's folder too.
pub fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says why a test can't run here.
///
/// # Panics
/// Where `CI=true`.
pub fn skip(why: &str) {
    println!("skipped: {why}");
    eprintln!("skipped: {why}");
    assert!(std::env::var("CI").as_deref() != Ok("true"), "in CI nothing is skipped: {why}");
}

/// Whether a command ends well.
#[must_use]
pub fn can(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    let quiet = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Whether this process is root.
#[must_use]
pub fn is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().any(|line| line.starts_with("Uid:\t0\t0\t"))
}

/// A new folder in memory where the machine has one, for tests that write much and need no disk.
///
/// # Panics
/// If it can't be made.
#[must_use]
pub fn memory_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}
