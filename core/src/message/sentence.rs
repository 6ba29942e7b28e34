//! Sentences, and what they are about: an appointment, or something else.

use super::token::{Shape, Token, lower};

/// A sentence: the places of its pieces, and its words.
pub(super) struct Sentence {
    /// The place of its first piece.
    pub start: usize,
    /// The place after its last.
    pub end: usize,
    /// Its words and numbers in small letters, each between two blanks.
    words: String,
    /// Whether it is of an appointment.
    pub of_appointment: bool,
    /// Whether it is of something else.
    pub of_other: bool,
    /// Whether it leaves in doubt what it says.
    pub doubtful: bool,
    /// Whether it is of something to fetch or to be brought, or of an offer.
    pub of_goods: bool,
}

/// What an appointment is called. Here and below, a list has its entries between bars: a table of them would be
/// larger.
pub(super) const NAMES: &str = "appointment|appointments|appt|appts|apt|booked|booking|reminder|consultation|clinic|visit|scan|\
    screening|slot|session|review|check-up|test|jab|jabs|vaccination|operation|admission|assessment|\
    injection|class|attend|apwyntiad|apwyntiadau|galwad|alwad|mri|bloods|confirmed|clinig|\
    immunisation|x-ray|ultrasound|follow-up|procedure";

/// What is said of an appointment.
const SAID: &str = "call you|ring you|phone you|see you|will see|see your child|surgery date|will call|will ring|will phone|be called|phone call|\
    nurse call|call booked|call back|call from|call with|call window|visit you|follow up|check up|\
    eye test|be seen|come to|come back to see|yn eich ffonio|ymweld|called between|telephone you|\
    x ray|you're booked|nodyn i'ch atgoffa|ring us back|phone appt|speak to you on";

/// What says, of the dates in its sentence, that they are of something else.
const OTHER: &str = "if you|if we|lines|open|opens|opening|closed|closes|results|result|link|code|expires|survey|\
    feedback|fit note|sick note|fit for work|tablet|tablets|take one|waiting list|tried to|\
    ordered|referral|is due|are due|now due|due by|due on|due in|overdue|due for|\
    please call|please ring|please phone|please contact|please book|book with|please telephone|please text|\
    to book|deadline|dispatched|bank holiday|os na|ffoniwch|cysylltwch|i ganslo|canlyniadau|\
    do not eat|don't eat|nothing to eat|phone lines|new phone|ring us between|call us between|\
    we called|we rang|we wrote|phones are|valid|registered|policy|submit|ar agor|ar gau|canlyniad|\
    transport|parking|runs|visiting|days are|shut|on leave|fast|missed a call|missed call|\
    received your|your request|bus|train|summarised";

/// What makes an appointment uncertain.
const DOUBT: &str = "could|can you|would you|or|might|either|available|free|suits|choose|provisional|provisionally|\
    if possible|walk|drop in|no booking|no appointment|talk|weekly|every|mondays|tuesdays|\
    wednesdays|thursdays|fridays|saturdays|sundays|is that|neu|bob|ready|collect|delivered|delivery|\
    pick up|casglu|barod|hope|unless|welcome|likely|should be|expected|can see|he can|she can|\
    we can offer|about|hold|requested|asked|can attend|any time|were due|was due|running";

impl Sentence {
    /// Whether one of these, between bars, is in it as whole words.
    pub fn says(&self, list: &str) -> bool {
        list.split('|').any(|said| self.finds(said))
    }

    /// Where the last of these in it is, in bytes of its words.
    pub fn last_said(&self, list: &str) -> Option<usize> {
        list.split('|').filter_map(|said| self.places(said).last()).max()
    }

    fn finds(&self, said: &str) -> bool {
        self.places(said).next().is_some()
    }

    /// Where these whole words are.
    fn places<'s>(&'s self, said: &'s str) -> impl Iterator<Item = usize> + 's {
        let words = self.words.as_bytes();
        let whole = move |at: &usize| {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            let after = words.get(at.saturating_add(said.len()));
            before == Some(&b' ') && after == Some(&b' ')
        };
        self.words.match_indices(said).map(|(at, _)| at).filter(whole)
    }

    /// Finds out what it is of, once: a sentence may hold many dates.
    fn weighed(mut self, asks: bool) -> Self {
        self.of_appointment = self.says(NAMES) || self.says(SAID);
        self.of_other = self.says(OTHER);
        self.doubtful = asks || self.says(DOUBT);
        self.of_goods = self.says("ready|collect|delivered|barod|casglu|can see");
        self
    }
}

/// Takes pieces apart into sentences.
pub(super) fn sentences(tokens: &[Token<'_>]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if is_end(tokens, at) {
            found.push(sentence(tokens, start, at.saturating_add(1)));
            start = at.saturating_add(1);
        }
    }
    if start < tokens.len() {
        found.push(sentence(tokens, start, tokens.len()));
    }
    found
}

fn sentence(tokens: &[Token<'_>], start: usize, end: usize) -> Sentence {
    let pieces = tokens.get(start..end).unwrap_or_default();
    let asks = pieces.iter().any(|token| token.is("?"));
    let words = words(pieces);
    Sentence { start, end, words, of_appointment: false, of_other: false, doubtful: false, of_goods: false }
        .weighed(asks)
}

/// The words and numbers of pieces, each between two blanks; with a hyphen within, a word is whole.
fn words(pieces: &[Token<'_>]) -> String {
    let mut words = String::from(" ");
    let mut hyphen = false;
    for token in pieces {
        let is_word = matches!(token.shape, Shape::Word | Shape::Number);
        hyphen = if is_word {
            if hyphen && token.glued {
                words.pop();
                words.push('-');
            }
            words.push_str(&token.lower);
            words.push(' ');
            false
        } else {
            token.is("-") && token.glued && words.len() > 1
        };
    }
    words
}

/// Whether a sentence ends with this piece.
fn is_end(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let next = at.saturating_add(1);
    match token.text {
        _ if token.shape == Shape::Line => true,
        "!" | "?" | ";" => true,
        "." => {
            let within = tokens.get(next).is_some_and(|next| next.glued);
            !within && !is_short_form(tokens, at)
        }
        _ => false,
    }
}

/// Whether the dot at a place is one of "Dr." or of "p.m.".
fn is_short_form(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let initial = tokens.get(before).is_some_and(|token| token.text.len() == 1 && token.is_capital());
    let of_day = before.checked_sub(1).is_some_and(|dot| lower(tokens, dot) == ".")
        && lower(tokens, before) == "m"
        && tokens.get(at.saturating_add(1)).is_some_and(|next| !next.is_capital());
    initial
        || of_day
        || matches!(lower(tokens, before), "dr" | "mr" | "mrs" | "ms" | "st" | "rd" | "no" | "tel" | "ref")
}

/// Whether a word is in a list whose entries stand between bars.
pub(super) fn is_in(word: &str, list: &str) -> bool {
    list.split('|').any(|entry| entry == word)
}
