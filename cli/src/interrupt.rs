//! Ctrl-C, and the signals that ask a program to end. While a question waits they end the program at
//! once; during work they are noted, the work asks, leaves nothing behind, and the program ends then.

use std::sync::atomic::{AtomicBool, Ordering};

use fernbook_core::Error;

use crate::failure::Outcome;

/// The exit code of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

static WANTED: AtomicBool = AtomicBool::new(false);
static ASKING: AtomicBool = AtomicBool::new(false);

/// Starts listening. A system that refuses keeps its own way: the program ends at once, as in a crash,
/// which every file withstands.
pub fn listen() {
    let _refused = ctrlc::set_handler(|| {
        if ASKING.load(Ordering::SeqCst) {
            std::process::exit(INTERRUPTED);
        }
        WANTED.store(true, Ordering::SeqCst);
    });
}

/// Whether someone asked to stop.
pub fn wanted() -> bool {
    WANTED.load(Ordering::SeqCst)
}

/// Ends here if someone asked to stop.
pub fn check() -> Outcome<()> {
    if wanted() { Err(Error::Stopped.into()) } else { Ok(()) }
}

/// Forgets a Ctrl-C that was meant for another program in this terminal, such as the editor.
pub fn forget() {
    WANTED.store(false, Ordering::SeqCst);
}

/// Waits for a person; nothing may be half done meanwhile.
pub fn while_asking<T>(wait: impl FnOnce() -> T) -> T {
    ASKING.store(true, Ordering::SeqCst);
    let answer = wait();
    ASKING.store(false, Ordering::SeqCst);
    answer
}
