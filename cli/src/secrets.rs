//! PINs and words: from a prompt that shows nothing, or from the environment for scripts.

use std::io::{self, IsTerminal, Write};

use fernbook_core::Error;
use fernbook_core::crypto::secret::Secret;
use fernbook_core::crypto::words::{WORD_COUNT, Words as TwelveWords};
use fernbook_core::vault::pin;
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
/// How often a new PIN is asked for.
const TRIES: u32 = 3;

/// All of them: no program that we start may see one.
pub const ALL: [&str; 4] = [PIN, SECOND_PIN, NEW_PIN, WORDS];

/// The secret in `variable`, else what is typed after the message `ask`.
pub fn read(variable: &'static str, ask: Key, words: &Words) -> Outcome<Secret> {
    let text = match from_environment(variable) {
        Some(given) => given,
        None => typed(variable, &words.say(ask))?,
    };
    Ok(Secret::new(&text))
}

/// The words of a copy or of a recovery, typed or pasted on one line or on several, as they were shown.
///
/// # Errors
/// [`Failure::WrongWords`], [`Failure::NeedsWords`].
pub fn read_words(ask: Key, words: &Words) -> Outcome<TwelveWords> {
    let text = match from_environment(WORDS) {
        Some(given) => given,
        None => typed_words(&words.say(ask)).map_err(|failure| match failure {
            Failure::NeedsSecret(variable) => Failure::NeedsWords(variable),
            other => other,
        })?,
    };
    TwelveWords::parse(&text).map_err(|_| Failure::WrongWords)
}

/// Lines until there are enough words, or an empty line: a line too few would else be typed at the shell,
/// which shows and keeps it.
fn typed_words(ask: &str) -> Outcome<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    loop {
        let line = typed(WORDS, ask)?;
        text.push_str(&line);
        text.push(' ');
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
        if line.trim().is_empty() || words.count() >= WORD_COUNT {
            return Ok(text);
        }
    }
}

/// A new PIN: from `variable`, else typed twice, and asked for again if it is easy to guess or the two
/// differ. To end instead would have her type the next try at the shell, which shows and keeps it.
pub fn read_new(variable: &'static str, words: &Words) -> Outcome<Secret> {
    if let Some(given) = from_environment(variable) {
        return Ok(Secret::new(&given));
    }
    for _ in 1..TRIES {
        match typed_new(variable, words) {
            Err(Failure::PinsDiffer) => writeln!(io::stderr(), "{}", words.say(key::PIN_DIFFER_AGAIN))?,
            Err(failure @ Failure::Core(Error::WeakSecret)) => {
                writeln!(io::stderr(), "{}", failure.message(words))?;
            }
            other => return other,
        }
    }
    typed_new(variable, words)
}

fn typed_new(variable: &'static str, words: &Words) -> Outcome<Secret> {
    let first = typed(variable, &words.say(key::PIN_NEW_ASK))?;
    let secret = Secret::new(&first);
    pin::check(&secret)?;
    let again = typed(variable, &words.say(key::PIN_AGAIN_ASK))?;
    if *first == *again { Ok(secret) } else { Err(Failure::PinsDiffer) }
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
    match interrupt::while_hidden(|| rpassword::prompt_password(format!("{ask} "))) {
        Ok(typed) => Ok(Zeroizing::new(typed)),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error.into()),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            writeln!(io::stderr())?;
            Err(Error::Stopped.into())
        }
        Err(_) => Err(Failure::NeedsSecret(variable)),
    }
}
