//! The card, a choice and a line about what was shown, whose whole content follows from the number of a note, so that a
//! half-written one is seen.

use std::collections::BTreeSet;

use fernbook_core::card::fields::Card;
use fernbook_core::card::store as cards;
use fernbook_core::consent::choice::{Rule, Shows};
use fernbook_core::consent::grant::{Form, Grant, Shown, Way};
use fernbook_core::consent::receipt::{self, KeptWords};
use fernbook_core::consent::store as choices;
use fernbook_core::consent::what::{Part, Section, What};
use fernbook_core::id::GrantId;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::{Error, Result};
use rusqlite::{Connection, Transaction};

use crate::numbered;
use crate::phone::NOW;

const PART: Part = Part::Section(Section::Medicines);

fn words(number: u64) -> String {
    numbered::text(number).trim().to_owned()
}

fn about(number: u64) -> What {
    What::topic(&number.to_string())
}

/// Whether this notebook has a card: a plain one has none.
///
/// # Errors
/// Those of the core.
pub fn has_place(conn: &Connection) -> Result<bool> {
    match cards::get(conn) {
        Err(Error::NotFound { .. }) => Ok(false),
        other => other.map(|_| true),
    }
}

/// Writes the card, a choice, and a line with its words, all of this number.
///
/// # Errors
/// Those of the core.
pub fn add(tx: &Transaction<'_>, number: u64) -> Result<()> {
    let card = Card { medicines: words(number), ..Card::default() };
    cards::put(tx, &card, NOW, Zone::UTC)?;
    choices::set(tx, &Rule { person: None, what: about(number), shows: Shows::Never, until: None })?;
    let shown = Shown { person: None, way: Way::Text, form: Form::Short, parts: vec![PART], zone: Zone::UTC };
    let at = Moment(NOW.0 + i64::try_from(number).unwrap_or(0));
    let grant = Grant { id: GrantId::make()?, at, shown, ended: None };
    receipt::put(tx, &grant, &[KeptWords { part: PART, text: words(number) }])
}

/// Whether what is there is what was written with these numbers, none of it missing, half or there twice.
///
/// # Errors
/// Those of the core.
pub fn belongs_to(conn: &Connection, numbers: &BTreeSet<u64>) -> Result<bool> {
    let card = cards::get(conn)?.map(|written| written.card.medicines);
    let chosen: BTreeSet<What> = choices::list(conn)?.into_iter().map(|choice| choice.rule.what).collect();
    let mut kept = Vec::new();
    receipt::each(conn, &mut |grant| {
        kept.extend(receipt::words(conn, grant.id)?.into_iter().map(|one| one.text));
        Ok(())
    })?;
    Ok(card == numbers.last().map(|&last| words(last))
        && chosen == numbers.iter().map(|&number| about(number)).collect()
        && kept == numbers.iter().map(|&number| words(number)).collect::<Vec<_>>())
}
