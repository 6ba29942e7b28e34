//! What did not come in with an import, in words and as JSON names it.

use fernbook_core::exchange::import::{LeftBehind, Reason};
use fernbook_core::words::{Key, key};

/// Why something did not come in, or not whole.
pub fn reason(reason: Reason) -> Key {
    use Reason as R;
    match reason {
        R::NoDate => key::IMPORT_WHY_NO_DATE,
        R::BadDate => key::IMPORT_WHY_BAD_DATE,
        R::NotText => key::IMPORT_WHY_NOT_TEXT,
        R::Empty => key::IMPORT_WHY_EMPTY,
        R::TooLarge => key::IMPORT_WHY_TOO_LARGE,
        R::TooMany => key::IMPORT_WHY_TOO_MANY,
        R::Encrypted => key::IMPORT_WHY_LOCKED,
        R::Damaged => key::IMPORT_WHY_DAMAGED,
        R::Unsupported => key::IMPORT_WHY_KIND,
        R::Unreadable => key::IMPORT_WHY_UNREADABLE,
        R::Binned => key::IMPORT_WHY_BINNED,
        R::DateGuessed => key::IMPORT_WHY_DATE_GUESSED,
        R::BadFrontMatter => key::IMPORT_WHY_FACTS,
        R::AttachmentMissing => key::IMPORT_WHY_FILE_MISSING,
        R::AttachmentTooLarge => key::IMPORT_WHY_FILE_TOO_LARGE,
        R::AttachmentEncrypted => key::IMPORT_WHY_FILE_LOCKED,
        R::AttachmentDamaged => key::IMPORT_WHY_FILE_DAMAGED,
        R::AttachmentOutside => key::IMPORT_WHY_FILE_OUTSIDE,
        R::Conflict => key::IMPORT_WHY_CONFLICT,
        R::WebPage => key::IMPORT_WHY_WEB_PAGE,
    }
}

/// The same in JSON.
pub fn reason_code(reason: Reason) -> &'static str {
    use Reason as R;
    match reason {
        R::NoDate => "no_date",
        R::BadDate => "bad_date",
        R::NotText => "not_text",
        R::Empty => "empty",
        R::TooLarge => "too_large",
        R::TooMany => "too_many",
        R::Encrypted => "encrypted",
        R::Damaged => "damaged",
        R::Unsupported => "unsupported",
        R::Unreadable => "unreadable",
        R::Binned => "binned",
        R::DateGuessed => "date_guessed",
        R::BadFrontMatter => "bad_front_matter",
        R::AttachmentMissing => "attachment_missing",
        R::AttachmentTooLarge => "attachment_too_large",
        R::AttachmentEncrypted => "attachment_encrypted",
        R::AttachmentDamaged => "attachment_damaged",
        R::AttachmentOutside => "attachment_outside",
        R::Conflict => "conflict",
        R::WebPage => "web_page",
    }
}

/// What other programs keep with an entry and that has no place here.
pub fn left_behind(kind: LeftBehind) -> Key {
    use LeftBehind as L;
    match kind {
        L::Location => key::IMPORT_LEFT_PLACE,
        L::Weather => key::IMPORT_LEFT_WEATHER,
        L::Circumstances => key::IMPORT_LEFT_DEVICE,
        L::DueTime => key::IMPORT_LEFT_DUE,
        L::NoteLinks => key::IMPORT_LEFT_LINKS,
        L::WebPictures => key::IMPORT_LEFT_WEB,
        L::OtherFacts => key::IMPORT_LEFT_FACTS,
    }
}

/// The same in JSON.
pub fn left_behind_code(kind: LeftBehind) -> &'static str {
    use LeftBehind as L;
    match kind {
        L::Location => "location",
        L::Weather => "weather",
        L::Circumstances => "circumstances",
        L::DueTime => "due_time",
        L::NoteLinks => "note_links",
        L::WebPictures => "web_pictures",
        L::OtherFacts => "other_facts",
    }
}
