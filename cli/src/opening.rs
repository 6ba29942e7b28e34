//! Opens the notebook, runs a command in it and locks it again.

use std::path::Path;

use fernbook_core::screens;
use fernbook_core::storage::guard::Notice;
use fernbook_core::vault::device_key::DeviceKey;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::words::{Words, key};

use crate::context::{Context, language};
use crate::failure::Outcome;
use crate::progress_bar::watched;
use crate::{clock, interrupt, places, secrets};

/// This computer's keys, which are kept in `folder`, by name.
pub fn keys_in(folder: &Path) -> impl Fn(&str) -> Box<dyn DeviceKey> {
    |name: &str| places::device_key(folder, name)
}

/// The notebooks in the folder, locked.
pub fn notebooks(context: &Context) -> Outcome<Notebooks> {
    Ok(Notebooks::open(&context.dir, &keys_in(&places::keys()?))?)
}

/// Asks for the PIN, runs `work` in the notebook that it opens, and locks that again.
pub fn in_notebook<T>(
    context: Context,
    work: impl FnOnce(&Context, &mut Notebook) -> Outcome<T>,
) -> Outcome<T> {
    with_keyring(context, |context, _, notebook| work(context, notebook))
}

/// As [`in_notebook`], for commands that change how it is opened.
pub fn with_keyring<T>(
    context: Context,
    work: impl FnOnce(&Context, &mut Notebooks, &mut Notebook) -> Outcome<T>,
) -> Outcome<T> {
    let mut notebooks = notebooks(&context)?;
    let pin = secrets::read(secrets::PIN, key::PIN_ASK, &context.words)?;
    let notebook = watched(|watch| screens::opening::unlock(&mut notebooks, &pin, &clock::tick(), watch))?;
    drop(pin);
    run_in(context, notebooks, notebook, work)
}

/// Runs `work` in a notebook that is open, and locks it.
pub fn run_in<T>(
    context: Context,
    mut notebooks: Notebooks,
    mut notebook: Notebook,
    work: impl FnOnce(&Context, &mut Notebooks, &mut Notebook) -> Outcome<T>,
) -> Outcome<T> {
    let pack = notebook.pack();
    let context = Context { words: Words::new(pack, &language()), ..context };
    tell_notices(&context, &notebook)?;
    let result = interrupt::check().and_then(|()| work(&context, &mut notebooks, &mut notebook));
    // Sizes that could not be levelled, on a full disk say, wait for the next time: what was
    // acknowledged is safe, and must not look as if it were not.
    let _ = notebook.lock(clock::now());
    result
}

fn tell_notices(context: &Context, notebook: &Notebook) -> Outcome<()> {
    notebook.notices().iter().try_for_each(|notice| match notice {
        Notice::LogSetAside => context.output.aside(&context.words.say(key::NOTICE_WAL_ASIDE)),
        Notice::LogTorn => context.output.aside(&context.words.say(key::NOTICE_WAL_TORN)),
    })
}
