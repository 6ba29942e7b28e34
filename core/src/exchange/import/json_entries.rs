//! Cuts the elements of one array out of a JSON object without holding the rest. Each element is then
//! parsed by itself, so that a broken one does not take the others with it and no file, however large,
//! is in memory whole. (A serde visitor over the whole would end at the first broken byte, and would
//! hold a string of any length before a limit could be asked.)

use std::io::{self, BufRead};

use memchr::memchr2;

/// The elements of the array under one key of the outermost object.
pub(super) struct JsonEntries<R> {
    input: R,
    limit: u64,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Before,
    Inside,
    Done,
}

/// What came next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An element; its bytes are in the buffer.
    Element,
    /// An element above the limit, passed over.
    TooLarge,
    /// The end of the array.
    End,
    /// There is no such array.
    NotFound,
    /// The file ends early, or what stands here is no JSON.
    Torn,
}

impl<R: BufRead> JsonEntries<R> {
    /// Reads `input`; an element has at most `limit` bytes.
    pub fn new(input: R, limit: u64) -> Self {
        Self { input, limit, state: State::Before }
    }

    /// Puts the next element of the array named `key` into `buffer`.
    pub fn next(&mut self, key: &str, buffer: &mut Vec<u8>) -> io::Result<Step> {
        if self.state == State::Before {
            let found = self.find(key, buffer)?;
            self.state = if found == Step::Element { State::Inside } else { State::Done };
            if self.state == State::Done {
                return Ok(found);
            }
        }
        if self.state == State::Done {
            return Ok(Step::End);
        }
        let step = self.element(buffer)?;
        if matches!(step, Step::End | Step::Torn) {
            self.state = State::Done;
        }
        Ok(step)
    }

    /// Goes to just behind the `[` of the array; [`Step::Element`] says it is there.
    fn find(&mut self, key: &str, buffer: &mut Vec<u8>) -> io::Result<Step> {
        for mark in [0xEF, 0xBB, 0xBF] {
            if self.peek()? == Some(mark) {
                self.input.consume(1);
            }
        }
        if self.solid()? != Some(b'{') {
            return Ok(Step::NotFound);
        }
        self.input.consume(1);
        loop {
            match self.solid()? {
                Some(b',') => self.input.consume(1),
                Some(b'"') => {
                    self.value(buffer)?;
                    let wanted = key_of(buffer).is_some_and(|name| name == key);
                    if self.solid()? != Some(b':') {
                        return Ok(Step::Torn);
                    }
                    self.input.consume(1);
                    if wanted && self.solid()? == Some(b'[') {
                        self.input.consume(1);
                        return Ok(Step::Element);
                    }
                    self.value(buffer)?;
                }
                Some(b'}') => return Ok(Step::NotFound),
                _ => return Ok(Step::Torn),
            }
        }
    }

    fn element(&mut self, buffer: &mut Vec<u8>) -> io::Result<Step> {
        while self.solid()? == Some(b',') {
            self.input.consume(1);
        }
        match self.solid()? {
            Some(b']') => Ok(Step::End),
            None | Some(b'}' | b':') => Ok(Step::Torn),
            Some(_) => self.value(buffer),
        }
    }

    /// The next byte that is not blank, not taken.
    fn solid(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.peek()? {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.input.consume(1),
                other => return Ok(other),
            }
        }
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.input.fill_buf()?.first().copied())
    }

    /// Takes one value, from its first byte to just behind its last.
    fn value(&mut self, buffer: &mut Vec<u8>) -> io::Result<Step> {
        buffer.clear();
        let mut cut = Cut::default();
        let mut length = 0_u64;
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                return Ok(Step::Torn);
            }
            let (taken, ended) = cut.take(chunk);
            length = length.saturating_add(taken as u64);
            if length <= self.limit {
                buffer.extend_from_slice(chunk.get(..taken).unwrap_or_default());
            }
            self.input.consume(taken);
            if ended {
                return Ok(if length > self.limit { Step::TooLarge } else { Step::Element });
            }
        }
    }
}

/// A key as it is meant, from how it is written.
fn key_of(written: &[u8]) -> Option<String> {
    serde_json::from_str(std::str::from_utf8(written).ok()?).ok()
}

/// Where in a value the cut stands.
#[derive(Default)]
struct Cut {
    depth: u64,
    in_text: bool,
    escaped: bool,
    begun: bool,
}

impl Cut {
    /// How many bytes of `chunk` belong to the value, and whether it ends there.
    fn take(&mut self, chunk: &[u8]) -> (usize, bool) {
        let mut index = 0;
        while let Some(rest) = chunk.get(index..) {
            index += self.plain(rest);
            let Some(&byte) = chunk.get(index) else { break };
            let scalar = self.begun && self.depth == 0 && !self.in_text;
            if scalar && matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n') {
                return (index, true);
            }
            self.begun = true;
            index += 1;
            if self.step(byte) {
                return (index, true);
            }
        }
        (chunk.len(), false)
    }

    /// How many bytes at the start of `rest` are a text's own, before what may end it.
    fn plain(&self, rest: &[u8]) -> usize {
        if self.in_text && !self.escaped { memchr2(b'"', b'\\', rest).unwrap_or(rest.len()) } else { 0 }
    }

    /// Whether the value ends with this byte.
    fn step(&mut self, byte: u8) -> bool {
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => {
                    self.in_text = false;
                    return self.depth == 0;
                }
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}

/// The same JSON with what other programs get wrong put right, for a second try: bytes that are not
/// UTF-8, control characters inside a text, and halves of a surrogate pair.
pub(super) fn mend(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut mended = String::with_capacity(text.len());
    let mut in_text = false;
    let mut rest = text.as_ref();
    while let Some(first) = rest.chars().next() {
        let (piece, length) = match first {
            '\\' if in_text => mend_escape(rest),
            '\u{0}'..='\u{1F}' if in_text => (control_escape(first), 1),
            _ => {
                in_text ^= first == '"';
                (String::from(first), first.len_utf8())
            }
        };
        mended.push_str(&piece);
        rest = rest.get(length..).unwrap_or_default();
    }
    mended
}

fn control_escape(control: char) -> String {
    format!("\\u{:04x}", u32::from(control))
}

/// The escape at the start of `rest` made whole, and how many bytes of `rest` it stands for.
fn mend_escape(rest: &str) -> (String, usize) {
    let unit = |at: usize| {
        let digits = rest.get(at..at + 6)?.strip_prefix("\\u")?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(digits)
    };
    let value = |digits: &str| u32::from_str_radix(digits, 16).unwrap_or_default();
    match rest.as_bytes().get(1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
            (rest.get(..2).unwrap_or_default().to_owned(), 2)
        }
        Some(b'u') => match unit(0).map(value) {
            Some(0xD800..=0xDBFF)
                if unit(6).map(value).is_some_and(|low| (0xDC00..=0xDFFF).contains(&low)) =>
            {
                (rest.get(..12).unwrap_or_default().to_owned(), 12)
            }
            Some(0xD800..=0xDFFF) => ("\\ufffd".to_owned(), 6),
            Some(_) => (rest.get(..6).unwrap_or_default().to_owned(), 6),
            None => ("\\\\".to_owned(), 1),
        },
        _ => ("\\\\".to_owned(), 1),
    }
}
