//! What a phone says when something can't be done.

use crate::error::{Error, Part, Thing};
use crate::words::{Key, Words, key};

/// What to say of a failure, in plain words. One that she asked for, by stopping, gives nothing.
#[must_use]
pub fn text(words: &Words, error: Error) -> String {
    match error {
        Error::Stopped => String::new(),
        Error::Wait { seconds } => words.text(key::ERROR_WAIT, &[("seconds", seconds.into())]),
        Error::Internal { code } => {
            words.text(key::ERROR_INTERNAL, &[("code", code.to_string().as_str().into())])
        }
        error => words.say(sentence(error)),
    }
}

fn sentence(error: Error) -> Key {
    match error {
        Error::WrongSecret => key::ERROR_WRONG_PIN,
        Error::WeakSecret => key::ERROR_WEAK_PIN,
        Error::NotFound { what } | Error::Ambiguous { what } => not_found(what),
        Error::NoNotebook => key::PHONE_NO_NOTEBOOK,
        Error::AlreadyThere => key::ERROR_ALREADY_THERE,
        Error::InUse => key::PHONE_IN_USE,
        Error::Locked => key::ERROR_LOCKED,
        Error::Damaged { part: Part::Copy } => key::ERROR_COPY_DAMAGED,
        Error::Damaged { part: Part::Reminders } => key::ERROR_REMINDERS_DAMAGED,
        Error::Damaged { .. } => key::PHONE_DAMAGED,
        Error::OutOfStep { .. } => key::ERROR_OUT_OF_STEP,
        Error::Newer { .. } => key::ERROR_NEWER,
        Error::NoSpace => key::PHONE_NO_SPACE,
        Error::ReadOnly => key::ERROR_READ_ONLY,
        Error::DeviceKeyMissing => key::PHONE_KEY,
        Error::NotEnoughMemory => key::PHONE_MEMORY,
        Error::NotUnderstood { what } => not_understood(what),
        Error::TooLarge { .. } => key::ERROR_TOO_LARGE,
        Error::Stopped | Error::Wait { .. } | Error::File { .. } | Error::Internal { .. } => key::ERROR_FILE,
    }
}

fn not_found(what: Thing) -> Key {
    match what {
        Thing::Note => key::ERROR_NO_NOTE,
        Thing::Topic => key::ERROR_NO_TOPIC,
        Thing::Attachment => key::ERROR_NO_ATTACHMENT,
        Thing::Version => key::ERROR_NO_VERSION,
        Thing::Undo => key::ERROR_NO_UNDO,
        Thing::Visit => key::ERROR_NO_VISIT,
        _ => key::ERROR_NOT_FOUND,
    }
}

fn not_understood(what: Thing) -> Key {
    match what {
        Thing::Words => key::ERROR_WRONG_WORDS,
        Thing::Copy => key::ERROR_NOT_A_COPY,
        Thing::Import => key::ERROR_NOT_AN_IMPORT,
        Thing::Text => key::ERROR_NOT_TEXT,
        Thing::Setting => key::ERROR_NOT_A_SETTING,
        Thing::Repeat => key::ERROR_NOT_A_REPEAT,
        Thing::Calendar => key::ERROR_NOT_A_CALENDAR,
        Thing::Reminder => key::ERROR_NOT_A_REMINDER,
        _ => key::ERROR_NOT_UNDERSTOOD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Pack;

    #[test]
    fn each_failure_is_told_in_a_sentence_that_ends() {
        let words = Words::new(Pack::Plain, "en");
        let (what, part) = (Thing::Words, Part::Vault);
        for error in [
            Error::WrongSecret,
            Error::Wait { seconds: 30 },
            Error::WeakSecret,
            Error::NotFound { what },
            Error::NoNotebook,
            Error::AlreadyThere,
            Error::InUse,
            Error::Locked,
            Error::Damaged { part },
            Error::Damaged { part: Part::Copy },
            Error::OutOfStep { part },
            Error::Newer { part },
            Error::NoSpace,
            Error::ReadOnly,
            Error::DeviceKeyMissing,
            Error::NotEnoughMemory,
            Error::NotUnderstood { what },
            Error::TooLarge { what },
            Error::File { kind: std::io::ErrorKind::Other },
            Error::Internal { code: -1 },
        ] {
            let told = text(&words, error);
            assert!(told.ends_with('.') && !told.contains(['{', '`', '!']), "{told}");
            assert!(!told.contains("fernbook") && !told.contains("computer"), "{told}");
        }
        assert_eq!(text(&words, Error::Stopped), "", "she stopped it herself");
        assert_eq!(text(&words, Error::Wait { seconds: 1 }), "You can try again in 1 second.");
    }
}
