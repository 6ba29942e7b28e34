//! The program at a terminal: a pseudo-terminal that it may ask questions on.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};

use super::Computer;

/// A program at a terminal.
pub struct Terminal {
    ours: File,
    child: Child,
    seen: String,
}

impl Terminal {
    /// Starts the program with these variables in place of [`Computer::surround`]'s. It is ended after a
    /// minute, so that a question that never comes fails a test instead of stopping it.
    pub fn start(computer: &Computer, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&ours).expect("granted");
        unlockpt(&ours).expect("unlocked");
        let name = ptsname(&ours, Vec::new()).expect("a name").into_string().expect("UTF-8");
        let theirs = || Stdio::from(OpenOptions::new().read(true).write(true).open(&name).expect("it opens"));
        let mut command = Command::new("setsid");
        command.args(["--ctty", "--wait", "timeout", "--foreground", "60", env!("CARGO_BIN_EXE_fernbook")]);
        command.args(arguments).stdin(theirs()).stdout(theirs()).stderr(theirs());
        computer.surround(&mut command);
        command.env_remove("FERNBOOK_PIN").env_remove("FERNBOOK_SECOND_PIN").env("TERM", "xterm");
        let child = command.envs(environment.iter().copied()).spawn().expect("it starts");
        Self { ours: File::from(ours), child, seen: String::new() }
    }

    /// Reads until this stands on the terminal, and forgets what stood up to there.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> String {
        loop {
            if let Some(at) = self.seen.find(text) {
                let rest = self.seen.split_off(at + text.len());
                return std::mem::replace(&mut self.seen, rest);
            }
            assert!(self.read_more(), "{text:?} never came: {:?}", self.seen);
        }
    }

    /// Types a secret after this prompt, once the terminal shows nothing of what is typed: the prompt
    /// comes a moment before that.
    #[track_caller]
    pub fn answer_hidden(&mut self, prompt: &str, secret: &str) {
        self.wait_for(prompt);
        while self.shows_typing() {
            std::thread::yield_now();
        }
        self.type_in(&format!("{secret}\n"));
    }

    /// Whether what is typed is shown.
    pub fn shows_typing(&self) -> bool {
        tcgetattr(&self.ours).expect("its modes").local_modes.contains(LocalModes::ECHO)
    }

    /// Types.
    pub fn type_in(&mut self, text: &str) {
        self.ours.write_all(text.as_bytes()).expect("typed");
    }

    /// Reads to the end; what was left to read, and the exit code.
    pub fn end(mut self) -> (String, i32) {
        self.end_here()
    }

    /// As [`Self::end`], with the terminal left to look at.
    pub fn end_here(&mut self) -> (String, i32) {
        while self.read_more() {}
        let status = self.child.wait().expect("it ends");
        (std::mem::take(&mut self.seen), status.code().unwrap_or(-1))
    }

    /// False at the end, which a terminal tells with an error.
    fn read_more(&mut self) -> bool {
        let mut piece = [0; 4096];
        match self.ours.read(&mut piece) {
            Ok(count) if count > 0 => {
                self.seen.push_str(&String::from_utf8_lossy(&piece[..count]));
                true
            }
            _ => false,
        }
    }
}
