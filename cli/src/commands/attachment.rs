//! `note attach` and `note attachment …`: pictures, sounds and other files of a note.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use fernbook_core::exchange::copy::disk;
use fernbook_core::id::AttachmentId;
use fernbook_core::journal::attachment::{self, Attachment, NewAttachment};
use fernbook_core::journal::picture::{self, Cleaned};
use fernbook_core::journal::{find, note as notes};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::note_line;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::{label, shown};
use crate::progress_bar::watched;
use crate::{clock, json, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook note attach 3f2a photo.jpg
  fernbook note attachment list 3f2a
  fernbook note attachment save 91c0 out.jpg      Without what the camera wrote into it
  fernbook note attachment save 91c0 out.jpg --as-it-is
  fernbook note attachment remove 91c0";

/// What `note attach` takes.
#[derive(Args)]
pub struct AttachArguments {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    pub id: String,
    /// The file; it stays where it is
    pub file: PathBuf,
}

/// What can be done with pictures, sounds and files.
#[derive(Subcommand)]
pub enum AttachmentCommand {
    /// List those of a note
    #[command(after_help = EXAMPLES)]
    List {
        /// The id of the note, or its beginning
        #[arg(value_name = "NOTE")]
        note: String,
    },
    /// Save one as an open file
    #[command(after_help = EXAMPLES)]
    Save {
        /// The id of the picture, sound or file, or its beginning
        #[arg(value_name = "ID")]
        id: String,
        /// The new file
        file: PathBuf,
        /// With what a camera wrote into it: place, time, make
        #[arg(long)]
        as_it_is: bool,
    },
    /// Take one out of its note for good
    #[command(after_help = EXAMPLES)]
    Remove {
        /// The id of the picture, sound or file, or its beginning
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Runs the command.
pub fn run(context: &Context, notebook: &mut Notebook, command: &AttachmentCommand) -> Outcome<()> {
    match command {
        AttachmentCommand::List { note } => list(context, notebook, note),
        AttachmentCommand::Save { id, file, as_it_is } => save(context, notebook, id, file, *as_it_is),
        AttachmentCommand::Remove { id } => remove(context, notebook, id),
    }
}

/// Puts a file in a note. What it costs is said first, as it takes room for two.
pub fn attach(context: &Context, notebook: &mut Notebook, arguments: &AttachArguments) -> Outcome<()> {
    let note = note_line::named(notebook, &arguments.id)?;
    let mut file = File::open(&arguments.file)?;
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    let (words, output) = (&context.words, context.output);
    output.line(&words.say(key::ATTACHMENT_COST))?;
    let now = clock::now();
    let new = NewAttachment { id: None, note, name: &name, added: now };
    let id = watched(|watch| notebook.write(now, |tx| attachment::add(tx, &new, &mut file, watch)))?;
    let added = notebook.read(|conn| attachment::info(conn, id))?;
    output.value(&json::attachment(&added))?;
    output.line(&words.say(key::ATTACHMENT_ADDED))
}

/// One of a list: id, name, kind and size.
pub fn print_line(context: &Context, one: &Attachment) -> Outcome<()> {
    let id: String = one.id.to_string().chars().take(8).collect();
    let size = indicatif::HumanBytes(one.size);
    let name = label(&one.name);
    context.output.line_hanging(&format!("{id}  {name}  ({}, {size})", one.media_type), 10)
}

fn list(context: &Context, notebook: &Notebook, note: &str) -> Outcome<()> {
    let note = note_line::named(notebook, note)?;
    let all = notebook.read(|conn| notes::get(conn, note))?.attachments;
    if context.output.json {
        return context.output.value(&all.iter().map(json::attachment).collect::<Vec<Value>>());
    }
    if all.is_empty() {
        let command = format!("fernbook note attach {} FILE", note_line::short(note));
        let empty = context.words.text(key::ATTACHMENT_EMPTY, &[("command", (&command).into())]);
        return context.output.line(&empty);
    }
    all.iter().try_for_each(|one| print_line(context, one))
}

fn save(context: &Context, notebook: &Notebook, id: &str, file: &Path, as_it_is: bool) -> Outcome<()> {
    let id = notebook.read(|conn| find::attachment(conn, id))?;
    let one = notebook.read(|conn| attachment::info(conn, id))?;
    let strip = !as_it_is && may_say_where(&one.media_type);
    if strip {
        let clean = cleaned(notebook, &one)?;
        disk::write_new_file(
            file,
            |mut out| out.write_all(&clean).map(|()| out).map_err(Into::into),
            |_| Ok(()),
        )?;
    } else {
        copy_out(notebook, id, file)?;
    }
    let (words, output) = (&context.words, context.output);
    let file = shown(file);
    output.value(&json!({ "id": id, "file": file, "stripped": strip }))?;
    output.line(&words.text(key::ATTACHMENT_SAVED, &[("file", (&file).into())]))?;
    if strip { output.line(&words.say(key::ATTACHMENT_SAVED_STRIPPED)) } else { Ok(()) }
}

fn may_say_where(media_type: &str) -> bool {
    media_type.starts_with("image/") || media_type.starts_with("video/")
}

fn cleaned(notebook: &Notebook, one: &Attachment) -> Outcome<Vec<u8>> {
    if !picture::can_clean(&one.media_type) {
        return Err(Failure::CameraData);
    }
    let mut bytes = Vec::new();
    watched(|watch| notebook.read(|conn| attachment::copy_to(conn, one.id, &mut bytes, watch)))?;
    match picture::clean(&one.media_type, &bytes) {
        Ok(Cleaned::Picture(clean)) => Ok(clean),
        Ok(Cleaned::CannotClean) | Err(_) => Err(Failure::CameraData),
    }
}

fn copy_out(notebook: &Notebook, id: AttachmentId, file: &Path) -> Outcome<()> {
    watched(|watch| {
        notebook.read(|conn| {
            disk::write_new_file(
                file,
                |mut out| attachment::copy_to(conn, id, &mut out, watch).map(|()| out),
                |_| Ok(()),
            )
        })
    })?;
    Ok(())
}

fn remove(context: &Context, notebook: &mut Notebook, id: &str) -> Outcome<()> {
    let id = notebook.read(|conn| find::attachment(conn, id))?;
    context.output.line(&context.words.say(key::ATTACHMENT_WHAT))?;
    if !questions::confirm(context, key::ATTACHMENT_ASK)? {
        return Ok(());
    }
    notebook.write(clock::now(), |tx| attachment::remove(tx, id))?;
    context.output.value(&json!({ "id": id, "removed": true }))?;
    context.output.line(&context.words.say(key::ATTACHMENT_REMOVED))
}
