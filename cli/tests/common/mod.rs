//! Runs the real program on real files, in folders of its own.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

pub mod terminal;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const PIN: &str = "green door";
pub const SECOND_PIN: &str = "314159";

/// A computer with nothing on it.
pub struct Computer {
    pub root: TempDir,
}

/// What a command did.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).expect("it prints JSON")
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn fails(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }
}

impl Computer {
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().expect("a folder") }
    }

    /// With a notebook.
    pub fn with_notebook() -> Self {
        let computer = Self::new();
        computer.run(&["init"]).ok();
        computer
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// The program, with a PIN, low cost and no terminal.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fernbook"));
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        self.surround(&mut command);
        command
    }

    /// Gives a command this computer's folders.
    pub fn surround(&self, command: &mut Command) {
        for name in ["FERNBOOK_NEW_PIN", "FERNBOOK_WORDS", "VISUAL", "EDITOR"] {
            command.env_remove(name);
        }
        command
            .env("FERNBOOK_DIR", self.path("notebook"))
            .env("FERNBOOK_KEYS", self.path("keys"))
            .env("FERNBOOK_PIN", PIN)
            .env("FERNBOOK_SECOND_PIN", SECOND_PIN)
            .env("FERNBOOK_MEMORY_MIB", "64")
            .env("TZ", "Europe/London")
            .current_dir(self.root.path());
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        finish(&mut self.command(arguments))
    }

    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Done {
        finish(self.command(arguments).envs(environment.iter().copied()))
    }

    pub fn feed(&self, arguments: &[&str], text: &str) -> Done {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("it starts");
        child.stdin.take().expect("piped").write_all(text.as_bytes()).expect("it reads");
        done(child.wait_with_output().expect("it ends"))
    }

    /// Adds a note and answers its id.
    pub fn add(&self, text: &str, options: &[&str]) -> String {
        let arguments = [&["note", "add", "--json"], options].concat();
        let note = self.feed(&arguments, text).json();
        note["id"].as_str().expect("an id").to_owned()
    }

    pub fn list(&self) -> Vec<Value> {
        self.run(&["note", "list", "--json"]).json().as_array().expect("a bare array").clone()
    }

    pub fn show(&self, id: &str) -> Value {
        self.run(&["note", "show", id, "--json"]).json()
    }
}

pub fn finish(command: &mut Command) -> Done {
    done(command.output().expect("it starts"))
}

fn done(output: Output) -> Done {
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

pub fn error_code(done: &Done) -> String {
    let error: Value = serde_json::from_str(&done.err).expect("errors are JSON");
    assert!(error["error"]["message"].as_str().is_some_and(|message| !message.is_empty()));
    error["error"]["code"].as_str().expect("a code").to_owned()
}

/// Every file below a folder, with its bytes.
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
    found
}
