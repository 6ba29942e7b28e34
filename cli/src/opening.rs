//! Opens the notebook, runs a command in it and locks it again.

use std::path::Path;

use fernbook_core::vault::device_key::DeviceKey;
use fernbook_core::vault::identity;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::words::{Pack, Words, key};

use crate::context::{Context, LANGUAGE};
use crate::failure::Outcome;
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
    let notebook = notebooks.unlock(&pin, &clock::tick())?;
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
    let pack = match notebook.pack() {
        identity::Pack::Full => Pack::Full,
        identity::Pack::Plain => Pack::Plain,
    };
    let context = Context { words: Words::new(pack, LANGUAGE), ..context };
    let result = interrupt::check().and_then(|()| work(&context, &mut notebooks, &mut notebook));
    let locked = notebook.lock(clock::now());
    let done = result?;
    locked?;
    Ok(done)
}
