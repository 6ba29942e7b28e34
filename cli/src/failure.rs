//! What went wrong, with its exit code, its name in JSON, and its words.

use fernbook_core::error::Thing;
use fernbook_core::words::{Key, Words, key};
use fernbook_core::{Error, Part};

/// The result of everything in the command line.
pub type Outcome<T> = Result<T, Failure>;

/// Why a command did not do what it was asked. Never holds text of hers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The core could not.
    Core(Error),
    /// The words of a copy or of a recovery are not right.
    WrongWords,
    /// Two entries of a new PIN differ.
    PinsDiffer,
    /// It asks first, and nobody is there to answer; `--yes` goes ahead.
    NeedsAnswer,
    /// A secret is needed, and there is no terminal; the variable that gives it.
    NeedsSecret(&'static str),
    /// The words of a copy or of a recovery are needed, and there is no terminal; the variable that gives
    /// them.
    NeedsWords(&'static str),
    /// So few wrong PINs before everything is deleted are soon typed by mistake; the fewest.
    TooFewTries(u8),
    /// Nothing of a damaged notebook can be read.
    NothingLeft,
    /// The arguments make no sense together; the command whose help tells more.
    Usage(&'static str),
    /// There was no text to save.
    NoText,
    /// There is no place in memory for the editor's file; the command that takes standard input.
    NoEditorPlace(&'static str),
    /// The editor could not be started, or ended badly.
    Editor,
    /// What a picture tells of its place can't be taken out.
    CameraData,
    /// What had to be read by someone could not be printed.
    OutputClosed,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::OutputClosed,
            std::io::ErrorKind::Interrupted => Self::Core(Error::Stopped),
            _ => Self::Core(error.into()),
        }
    }
}

impl Failure {
    /// The exit code, as `fernbook help` lists them.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Core(error) => core_exit_code(error),
            Self::WrongWords => 3,
            Self::PinsDiffer | Self::TooFewTries(_) | Self::Usage(_) | Self::NoText | Self::CameraData => 2,
            Self::NothingLeft => 7,
            Self::NeedsAnswer | Self::NeedsSecret(_) | Self::NeedsWords(_) => 10,
            Self::NoEditorPlace(_) | Self::Editor | Self::OutputClosed => 1,
        }
    }

    /// The name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Core(error) => core_code(error),
            Self::WrongWords => "wrong_secret",
            Self::PinsDiffer => "secrets_differ",
            Self::NeedsAnswer => "needs_answer",
            Self::NeedsSecret(_) | Self::NeedsWords(_) => "needs_secret",
            Self::TooFewTries(_) => "not_understood",
            Self::NothingLeft => "damaged",
            Self::Usage(_) => "usage",
            Self::NoText => "no_text",
            Self::NoEditorPlace(_) => "no_place_in_memory",
            Self::Editor => "editor",
            Self::CameraData => "camera_data",
            Self::OutputClosed => "output_closed",
        }
    }

    /// What a person reads.
    pub fn message(self, words: &Words) -> String {
        match self {
            Self::Core(error) => core_message(error, words),
            Self::WrongWords => words.say(key::ERROR_WRONG_WORDS),
            Self::PinsDiffer => words.say(key::PIN_DIFFER),
            Self::NeedsAnswer => words.text(key::ERROR_NEEDS_ANSWER, &[("option", "--yes".into())]),
            Self::NeedsSecret(variable) => words.text(key::ERROR_NEEDS_PIN, &[("variable", variable.into())]),
            Self::NeedsWords(variable) => {
                words.text(key::ERROR_NEEDS_WORDS, &[("variable", variable.into())])
            }
            Self::TooFewTries(least) => {
                words.text(key::SETTING_WIPE_LEAST, &[("least", u64::from(least).into())])
            }
            Self::NothingLeft => words.say(key::ERROR_NOTHING_LEFT),
            Self::Usage(command) => words.text(key::ERROR_USAGE, &[("command", command.into())]),
            Self::NoText => words.say(key::NOTE_EMPTY),
            Self::NoEditorPlace(command) => {
                words.text(key::ERROR_NO_EDITOR_PLACE, &[("command", command.into())])
            }
            Self::Editor => words.say(key::ERROR_EDITOR),
            Self::CameraData => words.text(key::ERROR_NOT_A_PICTURE, &[("option", "--as-it-is".into())]),
            Self::OutputClosed => String::new(),
        }
    }
}

const NO_FILE: Error = Error::File { kind: std::io::ErrorKind::NotFound };

fn core_exit_code(error: Error) -> u8 {
    match error {
        Error::WrongSecret => 3,
        Error::Wait { .. } => 4,
        Error::NotFound { .. } | Error::NoNotebook | NO_FILE => 5,
        Error::WeakSecret
        | Error::Ambiguous { .. }
        | Error::NotUnderstood { .. }
        | Error::TooLarge { .. } => 2,
        Error::InUse => 6,
        Error::Damaged { .. } | Error::OutOfStep { .. } => 7,
        Error::Newer { .. } => 8,
        Error::NoSpace | Error::ReadOnly => 9,
        Error::DeviceKeyMissing => 11,
        Error::Stopped => 130,
        Error::AlreadyThere
        | Error::Locked
        | Error::NotEnoughMemory
        | Error::File { .. }
        | Error::Internal { .. } => 1,
    }
}

fn core_code(error: Error) -> &'static str {
    match error {
        Error::WrongSecret => "wrong_secret",
        Error::Wait { .. } => "wait",
        Error::WeakSecret => "weak_secret",
        Error::NotFound { .. } => "not_found",
        Error::Ambiguous { .. } => "ambiguous",
        Error::NoNotebook => "no_notebook",
        Error::AlreadyThere => "already_there",
        Error::InUse => "in_use",
        Error::Locked => "locked",
        Error::Damaged { .. } => "damaged",
        Error::OutOfStep { .. } => "out_of_step",
        Error::Newer { .. } => "newer",
        Error::NoSpace => "no_space",
        Error::ReadOnly => "read_only",
        Error::DeviceKeyMissing => "device_key_missing",
        Error::NotEnoughMemory => "not_enough_memory",
        Error::NotUnderstood { .. } => "not_understood",
        Error::TooLarge { .. } => "too_large",
        Error::Stopped => "stopped",
        NO_FILE => "no_file",
        Error::File { .. } => "file",
        Error::Internal { .. } => "internal",
    }
}

fn core_message(error: Error, words: &Words) -> String {
    match error {
        Error::Wait { seconds } => words.text(key::ERROR_WAIT, &[("seconds", seconds.into())]),
        Error::NoNotebook => words.text(key::ERROR_NO_NOTEBOOK, &[("command", "fernbook init".into())]),
        Error::Damaged { part: Part::Copy } => words.say(key::ERROR_COPY_DAMAGED),
        Error::Damaged { .. } => {
            words.text(key::ERROR_DAMAGED, &[("command", "fernbook salvage FOLDER".into())])
        }
        Error::Internal { code } => words.text(key::ERROR_INTERNAL, &[("code", (&code.to_string()).into())]),
        Error::NotUnderstood { what: Thing::Date } => {
            words.text(key::ERROR_NOT_A_DATE, &[("example", "2026-12-01T09:10".into())])
        }
        Error::NotUnderstood { what: Thing::Zone } => {
            words.text(key::ERROR_NOT_A_ZONE, &[("example", "Europe/London".into())])
        }
        other => words.say(plain_message(other)),
    }
}

/// The message of an error that has nothing to fill in.
fn plain_message(error: Error) -> Key {
    match error {
        Error::WrongSecret => key::ERROR_WRONG_PIN,
        Error::WeakSecret => key::ERROR_WEAK_PIN,
        Error::NotFound { what } => nothing_found(what),
        Error::Ambiguous { .. } => key::ERROR_AMBIGUOUS,
        Error::AlreadyThere => key::ERROR_ALREADY_THERE,
        Error::InUse => key::ERROR_IN_USE,
        Error::Locked => key::ERROR_LOCKED,
        Error::OutOfStep { .. } => key::ERROR_OUT_OF_STEP,
        Error::Newer { .. } => key::ERROR_NEWER,
        Error::NoSpace => key::ERROR_NO_SPACE,
        Error::ReadOnly => key::ERROR_READ_ONLY,
        Error::DeviceKeyMissing => key::ERROR_DEVICE_KEY,
        Error::NotEnoughMemory => key::ERROR_MEMORY,
        Error::NotUnderstood { what } => not_understood(what),
        Error::TooLarge { .. } => key::ERROR_TOO_LARGE,
        Error::Stopped => key::STOPPED,
        NO_FILE => key::ERROR_NO_FILE,
        _ => key::ERROR_FILE,
    }
}

fn nothing_found(what: Thing) -> Key {
    match what {
        Thing::Note | Thing::Id => key::ERROR_NO_NOTE,
        Thing::Topic => key::ERROR_NO_TOPIC,
        Thing::Attachment => key::ERROR_NO_ATTACHMENT,
        Thing::Draft => key::ERROR_NO_DRAFT,
        Thing::Version => key::ERROR_NO_VERSION,
        Thing::Undo => key::ERROR_NO_UNDO,
        Thing::Setting => key::ERROR_NO_SETTING,
        Thing::Import | Thing::Copy => key::ERROR_NO_FILE,
        Thing::Visit => key::ERROR_NO_VISIT,
        _ => key::ERROR_NOT_FOUND,
    }
}

fn not_understood(what: Thing) -> Key {
    match what {
        Thing::Id => key::ERROR_NOT_AN_ID,
        Thing::Import => key::ERROR_NOT_AN_IMPORT,
        Thing::Copy => key::ERROR_NOT_A_COPY,
        Thing::Words => key::ERROR_WRONG_WORDS,
        Thing::Setting => key::ERROR_NOT_A_SETTING,
        Thing::Text => key::ERROR_NOT_TEXT,
        Thing::Repeat => key::ERROR_NOT_A_REPEAT,
        Thing::Calendar => key::ERROR_NOT_A_CALENDAR,
        Thing::Reminder => key::ERROR_NOT_A_REMINDER,
        _ => key::ERROR_NOT_UNDERSTOOD,
    }
}
