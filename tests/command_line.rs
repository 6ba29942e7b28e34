//! The same promise at the command line: after a session with `fernbook` no file holds a word of it, and
//! no error carries one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use fernbook_tests::chance::Chance;
use fernbook_tests::machine::turn;
use fernbook_tests::scan::{Pieces, files_under};

/// The program: `FERNBOOK_BIN`, else the one built beside this test.
fn program() -> PathBuf {
    if let Some(given) = std::env::var_os("FERNBOOK_BIN") {
        return given.into();
    }
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--package", "fernbook-cli", "--bin", "fernbook"]);
    assert!(build.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success());
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().join("fernbook")
}

struct Desk {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), program: program() };
        for name in ["home", "temporary", "here"] {
            fs::create_dir(desk.folder.path().join(name)).unwrap();
        }
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str], typed: &str) -> Output {
        let mut command = Command::new(&self.program);
        command.args(arguments).arg("--json").arg("--yes").env_clear();
        command.env("HOME", self.at("home")).env("TMPDIR", self.at("temporary"));
        command.env("FERNBOOK_DIR", self.at("notebook")).env("FERNBOOK_KEYS", self.at("keys"));
        command.env("FERNBOOK_PIN", "314159").env("FERNBOOK_MEMORY_MIB", "1024").env("TZ", "Europe/London");
        command.current_dir(self.at("here"));
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = pipes.spawn().unwrap();
        // A program that refuses at once does not listen.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// What a command that ends well prints.
    fn done(&self, arguments: &[&str], typed: &str) -> String {
        let output = self.run(arguments, typed);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn add(&self, title: &str, topic: &str, text: &str) -> String {
        let told = self.done(&["note", "add", "--title", title, "--topic", topic], text);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        told["id"].as_str().unwrap().to_owned()
    }
}

#[test]
fn no_file_and_no_error_holds_a_word() {
    let _turn = turn();
    let mut chance = Chance::of("command line");
    let words: Vec<String> = (0..5).map(|_| chance.word(24)).collect();
    let pieces = Pieces::of(&words.iter().map(String::as_str).collect::<Vec<_>>());
    let [title, text, topic, later, gone] = &words[..] else { panic!("five words") };
    let desk = Desk::new();
    desk.done(&["init"], "");
    let kept = desk.add(title, topic, &format!("Today {text}."));
    let deleted = desk.add(gone, topic, gone);
    desk.done(&["note", "edit", &kept], &format!("Later {later}."));
    assert!(desk.done(&["search", later], "").contains(later.as_str()), "what is asked for is shown");
    desk.done(&["note", "delete", &deleted, "--for-good"], "");
    assert!(!desk.done(&["search", gone], "").contains(gone.as_str()));
    desk.done(&["copy", "make", "copy.age"], "");
    assert_eq!(pieces.files_with(desk.folder.path()), [] as [&Path; 0]);
    assert!(files_under(desk.folder.path()).len() > 10);
    for refused in [
        vec!["note", "show", text],
        vec!["note", "list", "--topic", gone],
        vec!["import", text],
        vec!["topics", "rename", gone, title],
    ] {
        let output = desk.run(&refused, text);
        assert!(!output.status.success(), "{refused:?}");
        assert_eq!(pieces.find(&output.stderr), None, "{}", String::from_utf8_lossy(&output.stderr));
    }
    damage(&desk);
    for command in [vec!["search", later], vec!["note", "show", &kept], vec!["note", "list"]] {
        let output = desk.run(&command, "");
        assert_eq!(output.status.code(), Some(7), "{command:?}");
        assert_eq!(pieces.find(&[output.stdout, output.stderr].concat()), None);
    }
    assert_eq!(pieces.files_with(desk.folder.path()), [] as [&Path; 0]);
}

/// Flips a byte in every page but the first of both vaults.
fn damage(desk: &Desk) {
    for name in ["1.db", "2.db"] {
        let path = desk.at("notebook").join(name);
        let mut bytes = fs::read(&path).unwrap();
        bytes.iter_mut().skip(5000).step_by(4096).for_each(|byte| *byte ^= 1);
        fs::write(path, bytes).unwrap();
    }
}
