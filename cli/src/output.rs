//! What is printed: words for people, or JSON. Text of hers never acts on the terminal.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::json;

use fernbook_core::crypto::words::Words as TwelveWords;
use fernbook_core::words::Words;
use zeroize::Zeroizing;

use crate::failure::{Failure, Outcome};
use crate::wrap;

/// Where and how a command prints.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// JSON instead of words.
    pub json: bool,
    terminal: bool,
    width: usize,
}

const WORDS_ON_A_LINE: usize = 4;

impl Output {
    /// Standard output, in JSON or in words.
    pub fn new(json: bool) -> Self {
        let out = io::stdout();
        Self { json, terminal: out.is_terminal(), width: wrap::width_of(&out) }
    }

    /// A line for people; nothing in JSON. What a terminal would take as an order is left out.
    pub fn line(&self, text: &str) -> Outcome<()> {
        self.line_hanging(text, 0)
    }

    /// As [`Self::line`]; where the terminal is too narrow, the lines that follow stand in by so much.
    pub fn line_hanging(&self, text: &str, hang: usize) -> Outcome<()> {
        if self.json { Ok(()) } else { self.write(&wrap::fitted(text, self.width, hang)) }
    }

    /// Words for people that are shown only this once, so they must reach them: on short lines, as a
    /// terminal would break a long one in the middle of a word.
    ///
    /// # Errors
    /// [`Failure::OutputClosed`].
    pub fn words_shown_once(&self, words: &TwelveWords) -> Outcome<()> {
        if self.json {
            return Ok(());
        }
        let mut text = Zeroizing::new(String::with_capacity(256));
        for (number, word) in words.phrase().split(' ').enumerate() {
            text.push_str(if number % WORDS_ON_A_LINE == 0 { "\n  " } else { " " });
            text.push_str(word);
        }
        text.push_str("\n\n");
        self.print(&text)
    }

    /// A value, in JSON only.
    pub fn value(&self, value: &impl Serialize) -> Outcome<()> {
        if_someone_reads(self.value_that_matters(value))
    }

    /// A value, in JSON only, that must reach who asked for it.
    ///
    /// # Errors
    /// [`Failure::OutputClosed`].
    pub fn value_that_matters(&self, value: &impl Serialize) -> Outcome<()> {
        if !self.json {
            return Ok(());
        }
        let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
        self.print(&text)
    }

    /// A line for people that is not part of what was asked for, on standard error; nothing in JSON.
    pub fn aside(&self, text: &str) -> Outcome<()> {
        if self.json {
            Ok(())
        } else {
            let fitted = wrap::fitted(&harmless(text), wrap::width_of(&io::stderr()), 0);
            if_someone_reads(writeln!(io::stderr(), "{fitted}").map_err(Into::into))
        }
    }

    /// Text whatever the form asked for, as a page of shell completions is.
    pub fn write(&self, text: &str) -> Outcome<()> {
        if_someone_reads(self.print(text))
    }

    fn print(&self, text: &str) -> Outcome<()> {
        let safe = if self.terminal { harmless(text) } else { text.to_owned() };
        let mut out = io::stdout().lock();
        out.write_all(safe.as_bytes())?;
        if !safe.ends_with('\n') {
            out.write_all(b"\n")?;
        }
        Ok(out.flush()?)
    }

    /// Tells what went wrong, on standard error.
    pub fn failure(&self, failure: Failure, words: &Words) {
        let message = failure.message(words);
        let text = if self.json {
            error_json(failure, &message)
        } else {
            wrap::fitted(&message, wrap::width_of(&io::stderr()), 0)
        };
        // With standard error gone there is nobody to tell; the exit code still does.
        let _gone = writeln!(io::stderr(), "{}", harmless(&text));
    }
}

/// A reader that went away, such as `head`, is no reason to leave work undone.
fn if_someone_reads(printed: Outcome<()>) -> Outcome<()> {
    match printed {
        Err(Failure::OutputClosed) => Ok(()),
        other => other,
    }
}

fn error_json(failure: Failure, message: &str) -> String {
    let mut error = json!({ "code": failure.code(), "message": message });
    if let (Failure::Core(fernbook_core::Error::Wait { seconds }), Some(fields)) =
        (failure, error.as_object_mut())
    {
        fields.insert("seconds".to_owned(), json!(seconds));
    }
    json!({ "error": error }).to_string()
}

/// Without control characters (but for ends of lines and tabs) and without marks that turn text round,
/// so that words from elsewhere can't move the cursor, colour the screen or show one thing as another.
pub fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|&c| (!c.is_control() || c == '\n' || c == '\t') && !turns(c)).collect()
}

/// A path for people: the whole of it, so that she finds the place again.
pub fn shown(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

/// The most signs of a title or a name in a list.
const LABEL_SIGNS: usize = 120;

/// A title or a name in a list: on one line, and cut if it is very long.
pub fn label(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(LABEL_SIGNS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// A title or a name on one line.
pub fn one_line(text: &str) -> String {
    harmless(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_act_on_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\u{9b}2Jc\u{7}\r\nd\te"), "a[31mb2Jc\nd\te");
        assert_eq!(harmless("left \u{202e}thgir"), "left thgir");
        assert_eq!(harmless("نوتة 薔薇 👩‍👧"), "نوتة 薔薇 👩‍👧");
        assert_eq!(label(&"薔薇 ".repeat(99)).chars().count(), LABEL_SIGNS);
        assert_eq!(one_line(" two\nlines\t here "), "two lines here");
    }
}
