//! Sees to it that what was written by hand, or waits as a draft, is never lost.

use fernbook_core::id::NoteId;
use fernbook_core::journal::draft::{self, Draft};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;

use super::note_line;
use crate::clock;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::text_input::{Source, Written};

/// The title that goes with a draft, where its text was gone on with.
pub fn title(kept: Option<&Draft>, written: &Written) -> Option<String> {
    kept.filter(|_| written.source == Source::Editor).and_then(|draft| draft.title.clone())
}

/// The draft that a save, which drops it, has to put back: it was not gone on with, and says what the note
/// doesn't.
pub fn still_needed<'a>(kept: Option<&'a Draft>, written: &Written) -> Option<&'a Draft> {
    kept.filter(|kept| written.source != Source::Editor && !written.text.contains(kept.text.trim()))
}

/// Saves what was written. Where that fails, what a person typed is kept as a draft: nothing else has it.
///
/// # Errors
/// Those of `save`; [`Failure::Editor`] where the editor ended badly.
pub fn save<T>(
    context: &Context,
    notebook: &mut Notebook,
    (of, title): (Option<NoteId>, Option<&str>),
    written: &Written,
    save: impl FnOnce(&mut Notebook) -> fernbook_core::Result<T>,
) -> Outcome<T> {
    let now = clock::now();
    let failure = match written.source {
        Source::BrokenEditor => Failure::Editor,
        _ => match save(notebook) {
            Ok(saved) => return Ok(saved),
            Err(error) => error.into(),
        },
    };
    if written.source == Source::Piped || written.text.trim().is_empty() {
        return Err(failure);
    }
    let mut keep = |title| notebook.write(now, |tx| draft::save(tx, of, title, &written.text, now));
    // The title may be why it failed.
    if keep(title).or_else(|_| keep(None)).is_ok() {
        let which = of.map_or_else(String::new, |id| format!(" --note {}", note_line::short(id)));
        let command = format!("fernbook draft show{which}");
        let said = context.words.text(key::NOTE_KEPT_AS_DRAFT, &[("command", (&command).into())]);
        context.output.aside(&said)?;
    }
    Err(failure)
}
