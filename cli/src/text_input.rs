//! Text for a note: from standard input, from an editor on a file in memory, or typed line by line.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, IsTerminal, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use fernbook_core::error::{Error, Thing};
use fernbook_core::words::key;
use zeroize::Zeroizing;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::{interrupt, secrets};

/// The most that is read: far more than a note may hold, so that the core says what is too large.
const MOST_BYTES: u64 = 64 << 20;

/// The text, beginning from `before` in an editor. `command` takes the text on standard input, for
/// advice where no editor can be used.
///
/// # Errors
/// [`Failure::NoEditorPlace`], [`Failure::Editor`], [`Error::NotUnderstood`] for what isn't UTF-8.
pub fn read(context: &Context, before: &str, command: &'static str) -> Outcome<Zeroizing<String>> {
    let text = if !io::stdin().is_terminal() {
        interrupt::while_asking(|| read_all(io::stdin().lock()))?
    } else if let Some(editor) = editor() {
        edit(&editor, before, command)?
    } else {
        writeln!(io::stderr(), "{}", context.words.say(key::NOTE_WRITE_HOW))?;
        interrupt::while_asking(|| read_all(io::stdin().lock()))?
    };
    Ok(without_last_newline(text))
}

fn read_all(source: impl Read) -> Outcome<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(Vec::new());
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::TooLarge { what: Thing::Text }.into());
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Error::NotUnderstood { what: Thing::Text })?;
    Ok(Zeroizing::new(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()))
}

/// Every editor and every `echo` ends its text with one.
fn without_last_newline(mut text: Zeroizing<String>) -> Zeroizing<String> {
    if text.ends_with('\n') {
        text.pop();
    }
    if text.ends_with('\r') {
        text.pop();
    }
    text
}

fn editor() -> Option<String> {
    let named = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    named("VISUAL").or_else(|| named("EDITOR"))
}

fn edit(editor: &str, before: &str, command: &'static str) -> Outcome<Zeroizing<String>> {
    let place = place_in_memory().ok_or(Failure::NoEditorPlace(command))?;
    let mut builder = tempfile::Builder::new();
    let folder = builder.prefix("").permissions(Permissions::from_mode(0o700)).tempdir_in(place)?;
    let file = folder.path().join("note.txt");
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&file)?.write_all(before.as_bytes())?;
    let ended = editor_command(editor, &file, folder.path()).status();
    interrupt::forget();
    let text = File::open(&file).map_err(Failure::from).and_then(read_all);
    blank_files(folder.path());
    folder.close()?;
    match ended {
        Ok(status) if status.success() => text,
        _ => Err(Failure::Editor),
    }
}

/// `$EDITOR` may hold options, so the shell takes it apart, as git does. No secret goes with it, and what
/// it keeps for itself goes into the same folder or nowhere.
fn editor_command(editor: &str, file: &Path, folder: &Path) -> Command {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor);
    command.args(keeping_nothing(editor)).arg(file);
    for name in secrets::ALL {
        command.env_remove(name);
    }
    command.env("TMPDIR", folder);
    command
}

/// Vim would keep what was cut in `~/.viminfo`, and an undo file where its settings say.
fn keeping_nothing(editor: &str) -> &'static [&'static str] {
    let program = editor.split_whitespace().next().map(Path::new).and_then(Path::file_stem);
    match program.and_then(std::ffi::OsStr::to_str) {
        Some("vim" | "nvim") => &["-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile"],
        _ => &[],
    }
}

/// Writes over what the editor left, before it is deleted.
fn blank_files(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        let size = fs::metadata(&path).map_or(0, |facts| facts.len());
        let zeros = io::copy(
            &mut io::repeat(0).take(size),
            &mut match OpenOptions::new().write(true).open(&path) {
                Ok(file) => file,
                Err(_) => continue,
            },
        );
        // Best effort: the folder is deleted next, and it never was on a disk.
        drop(zeros);
    }
}

/// A folder whose file system is held in memory.
fn place_in_memory() -> Option<PathBuf> {
    let own = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    own.into_iter().chain([PathBuf::from("/dev/shm")]).find(|folder| is_in_memory(folder))
}

#[cfg(target_os = "linux")]
fn is_in_memory(folder: &Path) -> bool {
    /// `TMPFS_MAGIC` and `RAMFS_MAGIC` of Linux' `magic.h`.
    const IN_MEMORY: [i64; 2] = [0x0102_1994, 0x8584_58f6];
    folder.is_absolute() && rustix::fs::statfs(folder).is_ok_and(|facts| IN_MEMORY.contains(&facts.f_type))
}

#[cfg(not(target_os = "linux"))]
fn is_in_memory(_folder: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_no_place_for_text_and_memory_is() {
        assert!(!is_in_memory(Path::new("relative")));
        assert!(!is_in_memory(Path::new("/proc")));
        assert!(is_in_memory(Path::new("/dev/shm")));
    }

    #[test]
    fn the_editor_gets_a_private_file() {
        let script = "sh -c 'stat -c %a \"$0\" \"$(dirname \"$0\")\" > \"$0.seen\"; cat \"$0\" >> \"$0.seen\"; mv \"$0.seen\" \"$0\"'";
        let text = edit(script, "before", "fernbook note add").unwrap();
        assert_eq!(text.as_str(), "600\n700\nbefore");
    }

    #[test]
    fn an_editor_that_ends_badly_changes_nothing() {
        assert_eq!(edit("false", "before", "x").unwrap_err(), Failure::Editor);
    }

    #[test]
    fn only_utf8_is_text() {
        assert!(read_all(&b"\xff\xfe"[..]).is_err());
        assert_eq!(without_last_newline(read_all(&b"\xef\xbb\xbfa\r\n"[..]).unwrap()).as_str(), "a");
    }
}
