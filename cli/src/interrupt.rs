//! Ctrl-C, and the signals that ask a program to end. While a question waits they end the program at
//! once; during work they are noted, the work asks, leaves nothing behind, and the program ends then.

use std::fs::File;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use fernbook_core::Error;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use crate::failure::Outcome;

/// The exit code of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

static WANTED: AtomicBool = AtomicBool::new(false);
static ASKING: AtomicBool = AtomicBool::new(false);
/// How the terminal was before a prompt hid what is typed.
static BEFORE_HIDING: Mutex<Option<Termios>> = Mutex::new(None);

/// Starts listening. A system that refuses keeps its own way: the program ends at once, as in a crash,
/// which every file withstands.
pub fn listen() {
    let _refused = ctrlc::set_handler(|| {
        WANTED.store(true, Ordering::SeqCst);
        if ASKING.load(Ordering::SeqCst) {
            end();
        }
    });
}

fn end() -> ! {
    show_typing_again();
    std::process::exit(INTERRUPTED)
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
    // A Ctrl-C between the question on the screen and this line would else be waited out.
    if wanted() {
        end();
    }
    let answer = wait();
    ASKING.store(false, Ordering::SeqCst);
    answer
}

/// As [`while_asking`], for a prompt that hides what is typed: a Ctrl-C at it must not leave a shell that
/// shows nothing.
pub fn while_hidden<T>(wait: impl FnOnce() -> T) -> T {
    remember(terminal().and_then(|terminal| tcgetattr(&terminal).ok()));
    let answer = while_asking(wait);
    remember(None);
    answer
}

fn remember(modes: Option<Termios>) {
    if let Ok(mut before) = BEFORE_HIDING.lock() {
        *before = modes;
    }
}

fn show_typing_again() {
    let before = BEFORE_HIDING.lock().ok().and_then(|mut before| before.take());
    if let (Some(terminal), Some(modes)) = (terminal(), before) {
        // A terminal that is gone shows nothing anyway.
        let _gone = tcsetattr(&terminal, OptionalActions::Flush, &modes);
    }
}

fn terminal() -> Option<File> {
    File::options().read(true).write(true).open("/dev/tty").ok()
}
