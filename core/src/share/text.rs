//! A page as plain text: for a form on the web, a reply link, or to write out by hand; and line by line, to read it out.

use super::page::{Block, Entry, Page, Said};

/// The whole page.
pub fn text(page: &Page) -> String {
    let mut paragraphs: Vec<String> = page.first.iter().map(Said::both).collect();
    paragraphs.push(page.opening.iter().map(Said::both).collect::<Vec<_>>().join(" "));
    paragraphs.extend(page.blocks.iter().map(block));
    paragraphs.extend(page.written.iter().map(Said::both));
    paragraphs.push(page.about_choices.both());
    paragraphs.join("\n\n") + "\n"
}

/// Her lines, one at a time: each stands by itself.
pub fn aloud(page: &Page) -> Vec<String> {
    let lines = |block: &Block| -> Vec<String> {
        let heading = block.heading.text();
        let all = block
            .lines
            .iter()
            .flat_map(|entry| entry_text(entry).lines().map(str::to_owned).collect::<Vec<_>>());
        std::iter::once(heading).chain(all).filter(|line| !line.trim().is_empty()).collect()
    };
    page.blocks.iter().flat_map(lines).collect()
}

/// The words of one part.
pub fn block(block: &Block) -> String {
    let heading = block.heading.text();
    let lines: Vec<String> = block.lines.iter().map(entry_text).collect();
    if let [one] = lines.as_slice()
        && !one.contains('\n')
        && block.lines.iter().all(|entry| entry.label.is_none())
    {
        return format!("{heading}: {one}");
    }
    let items = lines.iter().map(|line| format!("- {}", line.replace('\n', "\n  ")));
    std::iter::once(heading).chain(items).collect::<Vec<_>>().join("\n")
}

fn entry_text(entry: &Entry) -> String {
    let words = entry.words.text();
    match &entry.label {
        Some(label) => format!("{}: {words}", label.both()),
        None => words,
    }
}

/// How many words the page has as text: what white space parts, if it has a letter or a digit.
pub fn count_words(page: &Page) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    text(page).split_whitespace().filter(is_word).count()
}
