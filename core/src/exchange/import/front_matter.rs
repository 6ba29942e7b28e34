//! The block of facts that some programs write above a text, between two lines `---`, as YAML. Read from
//! the parser's events, so nothing is built from it but short lists, and an alias stands for nothing.

use saphyr_parser::{Event, Parser};

/// More nested than any block of facts.
const DEPTH: usize = 16;

/// Facts by their name in small letters, each with one or more values.
#[derive(Default)]
pub(super) struct FrontMatter {
    facts: Vec<(String, Vec<String>)>,
}

/// What stands at the start of a text.
pub(super) enum Start<'a> {
    /// No block; the whole is text.
    None,
    /// Facts, and the text below them.
    Facts(FrontMatter, &'a str),
    /// A block that can't be read; it is left in the text.
    Bad,
}

/// Splits a text (lines ended by `\n`) from the facts above it, if they take at most `limit` bytes.
pub(super) fn split(text: &str, limit: usize) -> Start<'_> {
    let Some(inside) = text.strip_prefix("---").map(|rest| rest.trim_start_matches([' ', '\t'])) else {
        return Start::None;
    };
    let Some(inside) = inside.strip_prefix('\n') else { return Start::None };
    let mut length = 0;
    for line in inside.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let block = inside.get(..length).unwrap_or_default();
            let body = inside.get(length + line.len()..).unwrap_or_default();
            return FrontMatter::parse(block).map_or(Start::Bad, |facts| Start::Facts(facts, body));
        }
        length += line.len();
        if length > limit {
            return Start::Bad;
        }
    }
    // A line across the page, and text below it.
    Start::None
}

impl FrontMatter {
    fn parse(block: &str) -> Option<Self> {
        let mut reading = Reading::default();
        for event in Parser::new_from_str(block) {
            let (event, _) = event.ok()?;
            reading.take(event)?;
        }
        (reading.is_mapping || block.trim().is_empty()).then_some(reading.found)
    }

    /// The values under the first of these names that is there.
    pub fn values(&self, names: &[&str]) -> &[String] {
        let named = |name: &&str| self.facts.iter().find(|(key, values)| key == name && !values.is_empty());
        names.iter().find_map(named).map_or(&[], |(_, values)| values)
    }

    /// The first such value.
    pub fn value(&self, names: &[&str]) -> Option<&str> {
        self.values(names).first().map(String::as_str)
    }

    /// Whether there is a fact under one of these names.
    pub fn has_any(&self, names: &[&str]) -> bool {
        !self.values(names).is_empty()
    }

    /// Whether there are facts under other names.
    pub fn has_others(&self, names: &[&str]) -> bool {
        self.facts.iter().any(|(key, values)| !names.contains(&key.as_str()) && !values.is_empty())
    }
}

#[derive(Default)]
struct Reading {
    found: FrontMatter,
    depth: usize,
    is_mapping: bool,
    /// Whether the next scalar of the outermost mapping is a value.
    in_value: bool,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) -> Option<()> {
        match event {
            Event::Scalar(value, ..) => self.scalar(&value),
            Event::Alias(_) => self.scalar(""),
            Event::MappingStart(..) if self.depth == 0 && !self.is_mapping => {
                self.is_mapping = true;
                self.depth = 1;
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let is_a_key = self.depth == 1 && !self.in_value;
                if self.depth == 0 || self.depth == DEPTH || is_a_key {
                    return None;
                }
                self.depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.depth = self.depth.checked_sub(1)?;
                self.in_value = false;
            }
            _ => {}
        }
        Some(())
    }

    fn scalar(&mut self, value: &str) {
        match (self.depth, self.in_value) {
            (1, false) => {
                self.found.facts.push((value.trim().to_lowercase(), Vec::new()));
                self.in_value = true;
            }
            (1, true) => {
                self.keep(value);
                self.in_value = false;
            }
            (2, _) => self.keep(value),
            _ => {}
        }
    }

    fn keep(&mut self, value: &str) {
        let value = value.trim();
        if let Some((_, values)) = self.found.facts.last_mut().filter(|_| !matches!(value, "" | "~" | "null"))
        {
            values.push(value.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_and_text_come_apart() {
        let text = "---\ntitle: \"A: day\"\ndate: 2024-03-05 14:30\ntags: [one, 'two three']\nlist:\n  - a\n  - b\nempty:\n---\nWords\n---\nmore";
        let Start::Facts(facts, body) = split(text, 1000) else { panic!("no facts") };
        assert_eq!(body, "Words\n---\nmore");
        assert_eq!(facts.value(&["title"]), Some("A: day"));
        assert_eq!(facts.value(&["created", "date"]), Some("2024-03-05 14:30"));
        assert_eq!(facts.values(&["tags"]), ["one", "two three"]);
        assert_eq!(facts.values(&["list"]), ["a", "b"]);
        assert!(facts.values(&["empty"]).is_empty());
    }

    #[test]
    fn a_line_across_the_page_is_text() {
        for text in
            ["---\nWords and no second line", "--- \n", "----\na: b\n---\n", "Words\n---\na: b\n---\n"]
        {
            assert!(matches!(split(text, 1000), Start::None), "{text}");
        }
    }

    #[test]
    fn what_is_no_facts_is_bad_and_bombs_are_small() {
        let nested = format!("---\na: {}\n---\n", "[".repeat(5000));
        let long = format!("---\na: {}\n---\n", "x".repeat(2000));
        for text in ["---\n: [\n---\n", "---\njust words\n---\nx", "---\n- a\n---\n", &nested, &long] {
            assert!(matches!(split(text, 1000), Start::Bad), "{}", &text[..10]);
        }
        let mut bomb = String::from("---\na: &a [x, x]\n");
        for level in 0..30 {
            bomb.push_str(&format!("b{level}: &b{level} [*a, *a, *a]\n"));
        }
        bomb.push_str("---\nWords");
        let Start::Facts(facts, _) = split(&bomb, 10_000) else { panic!("no facts") };
        assert!(facts.values(&["b29"]).is_empty());
    }
}
