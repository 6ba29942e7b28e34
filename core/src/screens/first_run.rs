//! The first run: one notebook or two, each with what it starts with.

use rusqlite::Transaction;

use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::journal::index;
use crate::time::Zone;
use crate::vault::device::{DeviceFacts, Tick};
use crate::vault::init::{self, NewNotebook};
use crate::vault::places::Places;
use crate::vault::wipe::MakeKey;
use crate::words::{Pack, Words, plant_filling};

/// What she chose on the first pages.
pub struct Chosen<'a> {
    /// The PIN of her notebook.
    pub first: &'a Secret,
    /// Its words.
    pub pack: Pack,
    /// The PIN of a second notebook, which is plain.
    pub second: Option<&'a Secret>,
    /// The language of the notes that a plain notebook starts with, such as `en`.
    pub language: &'a str,
    /// The zone in which they are dated.
    pub zone: Zone,
}

/// Makes the notebooks.
///
/// # Errors
/// Those of [`init::run`].
pub fn run(
    places: &Places,
    make_key: &MakeKey<'_>,
    facts: &DeviceFacts,
    tick: &Tick,
    chosen: &Chosen<'_>,
) -> Result<()> {
    let plants = plant_filling(Words::new(Pack::Plain, chosen.language), tick.now, chosen.zone);
    let empty = |tx: &Transaction<'_>| index::rebuild(tx, &mut |_| true);
    let plain = |tx: &Transaction<'_>| empty(tx).and_then(|()| plants(tx));
    let first: &dyn Fn(&Transaction<'_>) -> Result<()> =
        if chosen.pack == Pack::Full { &empty } else { &plain };
    let first = NewNotebook { secret: chosen.first, pack: chosen.pack, fill: first };
    let second = chosen.second.map(|secret| NewNotebook { secret, pack: Pack::Plain, fill: &plain });
    init::run(places, make_key, facts, tick, &first, second.as_ref())
}
