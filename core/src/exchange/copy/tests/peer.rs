//! Through a standard `age` and `tar`, both ways.

use std::process::{Command, Stdio};

use super::*;

/// Types a phrase into a program that reads it from a terminal only. Says why and answers `false` where
/// the programs are not there, unless `CI=true`: then that is a failure.
#[expect(clippy::print_stdout, reason = "says why nothing was tested")]
fn type_into(command: &str, typed: &str) -> bool {
    let there = ["age", "script", "tar"].iter().all(|program| {
        Command::new("sh").args(["-c", &format!("command -v {program}")]).output().unwrap().status.success()
    });
    if !there {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "age, script or tar is missing");
        println!("skipped: age, script or tar is not on this machine");
        return false;
    }
    let mut terminal = Command::new("script");
    terminal.args(["-qec", command, "/dev/null"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut running = terminal.spawn().unwrap();
    running.stdin.as_mut().unwrap().write_all(typed.as_bytes()).unwrap();
    assert!(running.wait().unwrap().success(), "{command}");
    true
}

#[test]
fn a_standard_age_opens_our_copy_and_tar_lists_it() {
    let folder = tempfile::tempdir().unwrap();
    let (copy, tar) = (folder.path().join("copy.age"), folder.path().join("copy.tar"));
    let mut conn = notebook();
    let id = add(&mut conn, 1_795_342_000, "some words");
    attach(&mut conn, id, "a.txt", b"bytes");
    make_file(&conn, &copy, &words(), LABEL, &mut |_| true).unwrap();
    let command = format!("age -d -o '{}' '{}'", tar.display(), copy.display());
    if !type_into(&command, &format!("{PHRASE}\n")) {
        return;
    }
    let listed = Command::new("tar").arg("tf").arg(&tar).output().unwrap();
    assert!(listed.status.success() && listed.stderr.is_empty());
    let names = String::from_utf8(listed.stdout).unwrap();
    let names: Vec<&str> = names.lines().collect();
    let photo = state(&conn)[0].attachments[0].path.clone();
    let short = id.to_string()[..8].to_owned();
    assert_eq!(names, ["READ ME.txt", "fernbook.json", &format!("notes/2026-11-22 1006 {short}.md"), &photo]);
}

#[test]
fn a_copy_packed_by_a_standard_tar_and_age_restores_here() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = notebook();
    let id = add(&mut old, 1, "some words");
    attach(&mut old, id, "a.txt", b"bytes");
    export(&old, &folder.path().join("out"), Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    let command = format!(
        "cd '{}' && tar cf out.tar -C out ./fernbook.json notes attachments && age -p -o out.age out.tar",
        folder.path().display()
    );
    if !type_into(&command, &format!("{PHRASE}\n{PHRASE}\n")) {
        return;
    }
    let mut new = notebook();
    bring(&mut new, &fs::read(folder.path().join("out.age")).unwrap()).unwrap();
    assert!(state(&new) == state(&old));
}
