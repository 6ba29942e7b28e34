//! PINs and words: from a prompt that shows nothing, or from the environment for scripts.

use std::io::{self, IsTerminal};

use fernbook_core::crypto::secret::Secret;
use fernbook_core::words::{Key, Words, key};
use zeroize::Zeroizing;

use crate::failure::{Failure, Outcome};
use crate::interrupt;

/// The PIN of the notebook.
pub const PIN: &str = "FERNBOOK_PIN";
/// The PIN of a second notebook, at init.
pub const SECOND_PIN: &str = "FERNBOOK_SECOND_PIN";
/// A PIN to change to.
pub const NEW_PIN: &str = "FERNBOOK_NEW_PIN";
/// Recovery words, or the words of a copy.
pub const WORDS: &str = "FERNBOOK_WORDS";
/// All of them: no program that we start may see one.
pub const ALL: [&str; 4] = [PIN, SECOND_PIN, NEW_PIN, WORDS];

/// The secret in `variable`, else what is typed after the message `ask`.
pub fn read(variable: &'static str, ask: Key, words: &Words) -> Outcome<Secret> {
    Ok(Secret::new(&read_text(variable, ask, words)?))
}

/// As [`read`], as it was typed.
pub fn read_text(variable: &'static str, ask: Key, words: &Words) -> Outcome<Zeroizing<String>> {
    match from_environment(variable) {
        Some(given) => Ok(given),
        None => typed(variable, &words.say(ask)),
    }
}

/// A new PIN: from `variable`, else typed twice.
pub fn read_new(variable: &'static str, words: &Words) -> Outcome<Secret> {
    if let Some(given) = from_environment(variable) {
        return Ok(Secret::new(&given));
    }
    let first = typed(variable, &words.say(key::PIN_NEW_ASK))?;
    let again = typed(variable, &words.say(key::PIN_AGAIN_ASK))?;
    if *first == *again { Ok(Secret::new(&first)) } else { Err(Failure::PinsDiffer) }
}

/// Whether `variable` gives a secret.
pub fn given(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// What isn't UTF-8 opens nothing anyway.
fn from_environment(variable: &str) -> Option<Zeroizing<String>> {
    std::env::var(variable).ok().map(Zeroizing::new).filter(|value| !value.is_empty())
}

fn typed(variable: &'static str, ask: &str) -> Outcome<Zeroizing<String>> {
    if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
        return Err(Failure::NeedsSecret(variable));
    }
    match interrupt::while_asking(|| rpassword::prompt_password(format!("{ask} "))) {
        Ok(typed) => Ok(Zeroizing::new(typed)),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error.into()),
        Err(_) => Err(Failure::NeedsSecret(variable)),
    }
}
