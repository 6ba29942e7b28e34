//! Drives the program `writer` (`tests/writer`), which works on a notebook as it is told and says what
//! is done: `ready`, then a line `ack …` for each thing that is durable.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::phone::Phone;

/// A writer at work.
pub struct Writer {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Writer {
    /// Starts `program` on a phone with these orders.
    ///
    /// # Panics
    /// If it can't be started.
    #[must_use]
    pub fn start(program: &str, phone: &Phone, orders: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.arg(&phone.root).args(orders);
        Self::of(command)
    }

    /// Starts a command made ready by the caller.
    ///
    /// # Panics
    /// If it can't be started.
    #[must_use]
    pub fn of(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("writer starts");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        Self { child, output }
    }

    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Types a line.
    ///
    /// # Panics
    /// If it does not listen.
    pub fn say(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().expect("its input");
        input.write_all(format!("{line}\n").as_bytes()).expect("it listens");
    }

    /// Waits for a line; hands back those before it.
    ///
    /// # Panics
    /// If it ends without it.
    pub fn wait_for(&mut self, wanted: &str) -> Vec<String> {
        let mut before = Vec::new();
        loop {
            let mut line = String::new();
            let read = self.output.read_line(&mut line).expect("a line");
            assert!(read > 0, "the writer ended before it said {wanted}: {before:?}");
            if line.trim_end() == wanted {
                return before;
            }
            before.push(line.trim_end().to_owned());
        }
    }

    /// Kills it after so many microseconds, and hands back what it had said since.
    ///
    /// # Panics
    /// If it can't be killed.
    pub fn kill_after(mut self, micros: u64) -> Vec<String> {
        let end = Instant::now() + Duration::from_micros(micros);
        if micros > 2000 {
            std::thread::sleep(Duration::from_micros(micros - 1000));
        }
        while Instant::now() < end {
            std::hint::spin_loop();
        }
        self.child.kill().expect("killed");
        self.rest()
    }

    /// Waits for its end, and hands back what it had said since.
    ///
    /// # Panics
    /// If it did not end well.
    pub fn finish(mut self) -> Vec<String> {
        drop(self.child.stdin.take());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("lines");
        assert!(self.child.wait().expect("its end").success(), "the writer failed: {rest}");
        rest.lines().map(str::to_owned).collect()
    }

    fn rest(mut self) -> Vec<String> {
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("lines");
        self.child.wait().expect("its end");
        rest.lines().map(str::to_owned).collect()
    }
}

/// The largest number that was acknowledged as `ack KIND NUMBER`.
#[must_use]
pub fn last_ack(lines: &[String], kind: &str) -> Option<u64> {
    let prefix = format!("ack {kind} ");
    lines.iter().filter_map(|line| line.strip_prefix(&prefix)?.parse().ok()).max()
}

/// Copies a folder with all in it.
///
/// # Panics
/// If it can't be.
pub fn copy_folder(from: &Path, to: &Path) {
    for path in crate::scan::files_under(from) {
        let there = to.join(path.strip_prefix(from).expect("in it"));
        std::fs::create_dir_all(there.parent().expect("a folder")).expect("made");
        std::fs::copy(path, there).expect("copied");
    }
}
