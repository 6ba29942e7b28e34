//! What every command needs to know.

use std::path::{Path, PathBuf};

use fernbook_core::words::{Pack, Words};

use crate::failure::Outcome;
use crate::output::Output;
use crate::places;

/// The language that is asked for: what `FERNBOOK_LANGUAGE` says, else English.
pub fn language() -> String {
    std::env::var("FERNBOOK_LANGUAGE").unwrap_or_else(|_| "en".to_owned())
}

/// The surroundings of one command.
pub struct Context {
    /// The folder of the notebook.
    pub dir: PathBuf,
    /// Go ahead without asking.
    pub yes: bool,
    /// Where to print.
    pub output: Output,
    /// The words of the notebook that is open, before that those that any notebook has.
    pub words: Words,
}

impl Context {
    /// The surroundings by the arguments and the environment.
    pub fn new(dir: Option<&Path>, yes: bool, output: Output) -> Outcome<Self> {
        Ok(Self { dir: places::notebook(dir)?, yes, output, words: Words::new(Pack::Full, &language()) })
    }
}
