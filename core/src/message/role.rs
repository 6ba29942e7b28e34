//! What a date or time in a sentence is about, by the words before it.

use super::sentence::{NAMES, Sentence, is_in};
use super::token::{Shape, Token, lower};

/// What a date or time is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An appointment.
    Meant,
    /// An appointment that is offered, or comes again, or was asked for: it is not certain.
    Doubt,
    /// It stands after a label such as "Date:".
    Label,
    /// Nothing says what it is about.
    Plain,
    /// When to be there or be fetched, before the time itself.
    Early,
    /// The time that an appointment had.
    Old,
    /// Something else.
    Other,
}

/// What stands before dates of something else.
const BEFORE_OTHER: &str = "born|birth|dob|d.o.b|dated|sent|received|typed|ordered|dispatched|taken|seen|updated|wrote|\
    issued|expires|expire|closes|ending|ref|deadline|last|posted|created|printed|registered|\
    referred|since|discharged|valid|geni|submitted|attended|given|set";

/// What the date or time that begins at a place is about. `after` is where the one before it ends.
pub(super) fn role(tokens: &[Token<'_>], sentence: &Sentence, after: usize, start: usize) -> Role {
    let from = sentence.start.max(after).max(start.saturating_sub(12));
    let is_word = |token: &&Token<'_>| token.shape == Shape::Word;
    let lead: Vec<&Token<'_>> = tokens.get(from..start).unwrap_or_default().iter().filter(is_word).collect();
    let meant = |straight: bool| if straight && !sentence.doubtful { Role::Meant } else { Role::Doubt };
    match of_lead(&lead) {
        Some((Role::Meant, straight)) => return meant(straight),
        Some((Role::Doubt | Role::Early, _)) if sentence.of_other => return Role::Other,
        Some((Role::Doubt, _)) if !sentence.of_appointment && !sentence.of_goods => return Role::Plain,
        Some((role, _)) => return role,
        None => {}
    }
    if sentence.of_other {
        return Role::Other;
    }
    if sentence.of_appointment {
        return meant(lead.iter().rev().take(6).all(|token| is_straight(token)));
    }
    if is_label(lower(tokens, sentence.start)) {
        return Role::Label;
    }
    if sentence.of_goods { Role::Doubt } else { Role::Plain }
}

/// What the words before a date or time say it is about, if they do: the nearest counts. With it, whether nothing
/// else stands between.
fn of_lead(lead: &[&Token<'_>]) -> Option<(Role, bool)> {
    let words: Vec<&str> = lead.iter().map(|token| token.lower.as_str()).collect();
    if let Some(role) = of_last_words(&words) {
        return Some((role, true));
    }
    let mut straight = true;
    for (by, token) in lead.iter().rev().take(8).enumerate() {
        let word = token.lower.as_str();
        let before = words.len().checked_sub(by.saturating_add(2)).and_then(|at| words.get(at)).copied();
        match word {
            "appointment" | "visit" | "appt" | "clinic" | "apwyntiad" => {
                return Some(match before {
                    Some("last") => (Role::Other, true),
                    _ if is_of_before(&words) => (Role::Other, true),
                    Some("previous" | "old" | "original" | "hen") => (Role::Old, true),
                    _ => (Role::Meant, straight),
                });
            }
            "arrive" | "arrival" | "arriving" | "check" | "collect" | "gyrraedd" => {
                return Some((Role::Early, true));
            }
            "replaces" | "replacing" | "originally" | "previously" => return Some((Role::Old, true)),
            word if is_in(word, BEFORE_OTHER) => return Some((Role::Other, true)),
            word if is_in(word, NAMES) => return Some((Role::Meant, straight)),
            _ => straight = straight && is_straight(token),
        }
    }
    None
}

/// Whether words speak of an appointment that was.
fn is_of_before(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "further" | "following" | "tell" | "dilyn"))
}

/// What the last two words before a date or time say of it by themselves.
fn of_last_words(words: &[&str]) -> Option<Role> {
    if words == ["booked"] {
        return Some(Role::Doubt);
    }
    let mut nearest = words.iter().rev().copied();
    let mut next = || nearest.next().unwrap_or_default();
    let (last, before, third) = (next(), next(), next());
    match (before, last) {
        (_, "by") if words.contains(&"arrive") => Some(Role::Early),
        (_, "by" | "before" | "until" | "till" | "til" | "since" | "cyn" | "erbyn" | "within" | "than") => {
            Some(Role::Other)
        }
        (
            "by" | "before" | "until" | "since" | "cyn" | "erbyn",
            "the" | "y" | "end" | "yr" | "ddydd" | "dydd",
        ) => Some(Role::Other),
        ("now", "and") | ("is" | "was", "closed") | ("weeks" | "days" | "months", "of") => Some(Role::Other),
        ("made" | "cancelled" | "seen" | "sent" | "given", "on") | (_, "cancelled") => Some(Role::Other),
        ("booked", "on") if matches!(third, "you" | "appointment") => Some(Role::Old),
        ("instead" | "place", "of")
        | (_, "was" | "not")
        | ("was" | "oedd", "on" | "at" | "for" | "ar" | "am") => Some(Role::Old),
        (_, "due") | ("due", "on" | "in" | "date") | ("date", "is") if words.contains(&"due") => {
            Some(Role::Other)
        }
        (
            _,
            "from" | "between" | "commencing" | "beginning" | "after" | "around" | "starting" | "wythnos",
        ) => Some(Role::Doubt),
        _ => None,
    }
}

/// Whether a word between an appointment and its time leaves no doubt that they belong together.
fn is_straight(token: &Token<'_>) -> bool {
    token.is_capital() || is_in(&token.lower, STRAIGHT) || is_in(&token.lower, NAMES)
}

/// Words that may stand between an appointment and its time, or before the time of a call.
const STRAIGHT: &str = "a|again|an|and|appointments|are|as|assessment|at|attend|back|be|been|booked|call|called|\
    clinician|coming|counsellor|date|dentist|diabetes|doctor|dr|for|forward|first|gan|gp|gyda|\
    gyda'r|has|have|health|home|in|is|it|made|mae|meddyg|midwife|moved|my|new|next|now|nurse|nyrs|\
    of|on|our|pharmacist|phone|physio|place|planned|practice|rescheduled|rebooked|rearranged|\
    changed|ring|scheduled|second|see|speak|surgery|team|telephone|the|this|time|to|two|video|visit|\
    we|will|with|you|your|we've|you're|ar|am|y|yr|yn|ym|yng|i|eich|o|ddydd|dydd|ffonio|feddygfa|\
    ffôn|chi|â|fideo|newydd|deintydd|offer|pleased|cancel|had|need|appt|centre|hospital|department";

/// Whether a word at the beginning of a line says that a date or time follows.
pub(super) fn is_label(word: &str) -> bool {
    matches!(word, "date" | "when" | "day" | "time" | "dyddiad" | "pryd" | "amser" | "dydd")
}
