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
pub const MOST_BYTES: u64 = 64 << 20;

/// What is asked for.
pub struct Ask<'a> {
    /// What an editor begins from.
    pub before: &'a str,
    /// Whether there is a text that what is typed without an editor takes the place of.
    pub replaces: bool,
    /// The command that takes the text on standard input, for advice where no editor can be used.
    pub command: &'static str,
}

/// How a text came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// On standard input, from a file or another program, which still has it.
    Piped,
    /// Typed line by line.
    Typed,
    /// From an editor that began from `before`.
    Editor,
    /// As [`Source::Editor`], but the editor ended badly: nobody said that this is to be saved.
    BrokenEditor,
}

/// A text, and how it came.
pub struct Written {
    /// The text, without the end of its last line.
    pub text: Zeroizing<String>,
    /// How it came.
    pub source: Source,
}

/// The text.
///
/// # Errors
/// [`Failure::NoEditorPlace`], [`Failure::Editor`], [`Error::NotUnderstood`] for what isn't UTF-8.
pub fn read(context: &Context, ask: &Ask<'_>) -> Outcome<Written> {
    let (text, source) = if !io::stdin().is_terminal() {
        (interrupt::while_asking(|| read_all(io::stdin().lock()))?, Source::Piped)
    } else if let Some(editor) = editor() {
        edit(&editor, ask.before, ask.command)?
    } else {
        if ask.replaces {
            context.output.aside(&context.words.say(key::NOTE_WRITE_INSTEAD))?;
        }
        context.output.aside(&context.words.say(key::NOTE_WRITE_HOW))?;
        (interrupt::while_asking(|| read_all(io::stdin().lock()))?, Source::Typed)
    };
    Ok(Written { text: without_last_newline(text), source })
}

/// All that comes, as text.
///
/// # Errors
/// [`Error::NotUnderstood`] for what isn't UTF-8, [`Error::TooLarge`].
pub fn read_all(source: impl Read) -> Outcome<Zeroizing<String>> {
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

fn edit(editor: &str, before: &str, command: &'static str) -> Outcome<(Zeroizing<String>, Source)> {
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
        Ok(status) if status.success() => Ok((text?, Source::Editor)),
        _ => match text {
            Ok(text) if text.trim_end() != before.trim_end() => Ok((text, Source::BrokenEditor)),
            _ => Err(Failure::Editor),
        },
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
        let (text, source) = edit(script, "before", "fernbook note add").unwrap();
        assert_eq!(source, Source::Editor);
        assert_eq!(text.as_str(), "600\n700\nbefore");
    }

    #[test]
    fn an_editor_that_ends_badly_changes_nothing() {
        assert_eq!(edit("false", "before", "x").map(drop).unwrap_err(), Failure::Editor);
        let broken = edit("sh -c 'echo hers > \"$0\"; false'", "before", "x").unwrap();
        assert_eq!((broken.0.as_str(), broken.1), ("hers\n", Source::BrokenEditor));
    }

    #[test]
    fn only_utf8_is_text() {
        assert!(read_all(&b"\xff\xfe"[..]).is_err());
        assert_eq!(without_last_newline(read_all(&b"\xef\xbb\xbfa\r\n"[..]).unwrap()).as_str(), "a");
    }
}
