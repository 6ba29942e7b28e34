//! The pieces of a text: words, numbers and signs.

/// How much of a text is looked at, in bytes: a message of that length says when long before its end.
pub(super) const MOST: usize = 20_000;

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with apostrophes within.
    Word,
    /// ASCII digits.
    Number,
    /// Any other single sign.
    Sign,
    /// An address of the web or of mail: nothing in it is read.
    Address,
    /// The end of a line at which a sentence ends too.
    Line,
}

/// A piece of a text.
pub(super) struct Token<'t> {
    /// What it is.
    pub shape: Shape,
    /// As it stands in the text.
    pub text: &'t str,
    /// In small letters, with straight apostrophes.
    pub lower: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether nothing is between it and the one before.
    pub glued: bool,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start.saturating_add(self.text.len())
    }

    /// Whether it is this word or sign, in small letters.
    pub fn is(&self, lower: &str) -> bool {
        self.lower == lower
    }

    /// Its value, if it is a number of at most four digits.
    pub fn number(&self) -> Option<u32> {
        if self.shape == Shape::Number && self.text.len() <= 4 { self.text.parse().ok() } else { None }
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The text as far as it is looked at.
pub(super) fn beginning(text: &str) -> &str {
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or_default()
}

/// Takes a text apart.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (line, ends) in lines(text) {
        chunks(text, start, line, &mut found);
        start = start.saturating_add(line.len()).saturating_add(1);
        if ends {
            found.push(Token {
                shape: Shape::Line,
                text: "",
                lower: String::new(),
                start: start.saturating_sub(1).min(text.len()),
                glued: false,
            });
        }
    }
    found
}

/// The lines, each with whether a sentence ends with it: a long line that goes on in small letters or digits was
/// only broken.
fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text.split('\n').peekable();
    std::iter::from_fn(move || {
        let line = rest.next()?;
        let next = rest.peek().and_then(|next| next.chars().next());
        let goes_on = line.len() >= 50 && next.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        Some((line, !goes_on))
    })
}

/// Adds the pieces of a line that begins at byte `start` of `text`.
fn chunks<'t>(text: &'t str, start: usize, line: &str, found: &mut Vec<Token<'t>>) {
    let end = start.saturating_add(line.len());
    let mut at = start;
    while let Some(rest) = text.get(at..end).filter(|rest| !rest.is_empty()) {
        let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        at = at.saturating_add(blank);
        let rest = rest.get(blank..).unwrap_or_default();
        let chunk = rest.get(..rest.find(char::is_whitespace).unwrap_or(rest.len())).unwrap_or_default();
        if is_address(chunk) {
            found.push(token(Shape::Address, chunk, at, false));
        } else {
            pieces(chunk, at, found);
        }
        at = at.saturating_add(chunk.len());
    }
}

fn is_address(chunk: &str) -> bool {
    let mail =
        chunk.find('@').is_some_and(|at| at > 0 && chunk.get(at..).is_some_and(|tail| tail.contains('.')));
    let clock = chunk.starts_with(|c: char| c.is_ascii_digit()) && !chunk.contains(".uk");
    chunk.contains("://") || chunk.starts_with("www.") || (mail && !clock)
}

/// Adds the pieces of what stands between two blanks.
fn pieces<'t>(chunk: &'t str, start: usize, found: &mut Vec<Token<'t>>) {
    let mut rest = chunk;
    let mut at = start;
    while let Some(first) = rest.chars().next() {
        let (shape, length) = if first.is_ascii_digit() {
            (Shape::Number, rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))
        } else if first.is_alphabetic() {
            (Shape::Word, word_length(rest))
        } else {
            (Shape::Sign, first.len_utf8())
        };
        let (piece, tail) = rest.split_at(length);
        found.push(token(shape, piece, at, at > start));
        at = at.saturating_add(length);
        rest = tail;
    }
}

/// How long the word is that a text begins with, in bytes. An apostrophe belongs to it only between letters.
fn word_length(text: &str) -> usize {
    let end =
        text.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '\u{2019}')).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches(['\'', '\u{2019}']).len()
}

fn token(shape: Shape, text: &str, start: usize, glued: bool) -> Token<'_> {
    let lower = text.to_lowercase().replace('\u{2019}', "'").replace(['\u{2013}', '\u{2014}'], "-");
    Token { shape, text, lower, start, glued }
}

/// The piece at a place in small letters; nothing past the end.
pub(super) fn lower<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.lower.as_str())
}

/// The number at a place, with how many digits it is written.
pub(super) fn number(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    Some((token.number()?, token.text.len()))
}

/// Whether the piece at a place follows the one before without a blank.
pub(super) fn is_glued(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued)
}

/// Whether a number at a place begins there, and is not the end of something longer such as a code or an amount.
pub(super) fn begins(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
    if matches!(before.text, "£" | "€" | "$" | "#" | "+") {
        return false;
    }
    !is_glued(tokens, at)
        || (before.shape == Shape::Sign && !"/-.\u{2013}_*=:".contains(before.text))
        || before.is(":") && !is_clock_before(tokens, at)
}

/// Whether a colon before a place stands after a digit, as in the minutes of a clock.
fn is_clock_before(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(2).and_then(|number| tokens.get(number)).is_some_and(|token| token.shape == Shape::Number)
}
