//! All messages of one language, read from its folders.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use fluent_syntax::ast::{
    Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource,
};
use sha2::{Digest, Sha256};

use crate::PACKS;
use crate::fault::Fault;
use crate::numbers::Numbers;

/// Where a message stands: its pack and its name.
pub type Place = (String, String);

/// The messages of one language, and what is wrong with its files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tongue {
    /// Each message's text, by pack and name.
    pub messages: BTreeMap<Place, Pattern<String>>,
    /// Its list of numbers, if it has one of its own.
    pub numbers: Option<Numbers>,
    /// What could not be taken in.
    pub faults: Vec<Fault>,
}

impl Tongue {
    /// Reads the folder of `tag` in each pack under `words`. A pack that lacks one has nothing to say in it.
    pub fn read(words: &Path, tag: &str) -> io::Result<Self> {
        let mut tongue = Self::default();
        for pack in PACKS {
            let folder = words.join(pack).join(tag);
            for file in names_in(&folder)?.iter().filter(|file| file.ends_with(".ftl")) {
                let text = fs::read_to_string(folder.join(file))?;
                tongue.take_in(pack, &format!("{pack}/{tag}/{file}"), &text);
            }
        }
        match Numbers::read(words, tag)?.transpose() {
            Ok(numbers) => tongue.numbers = numbers,
            Err(why) => tongue.faults.push(Fault::Numbers(why)),
        }
        Ok(tongue)
    }

    pub(crate) fn take_in(&mut self, pack: &str, file: &str, text: &str) {
        // A file that was written on another system says the same.
        let text = text.replace("\r\n", "\n");
        let parsed = fluent_syntax::parser::parse(text).unwrap_or_else(|(parsed, _)| parsed);
        for entry in parsed.body {
            match entry {
                Entry::Message(message) => self.add(pack, message),
                Entry::Term(term) => self.faults.push(Fault::NotPlain(format!("-{}", term.id.name))),
                Entry::Junk { content } => {
                    let begins = content.lines().next().unwrap_or_default().to_owned();
                    self.faults.push(Fault::NotRead { file: file.to_owned(), begins });
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, pack: &str, message: Message<String>) {
        let name = message.id.name;
        match message.value {
            Some(text) if message.attributes.is_empty() && is_plain(&text) => {
                if self.messages.insert((pack.to_owned(), name.clone()), text).is_some() {
                    self.faults.push(Fault::Twice(name));
                }
            }
            _ => self.faults.push(Fault::NotPlain(name)),
        }
    }

    /// The messages of a pack as one file, without comments.
    #[must_use]
    pub fn file_of(&self, pack: &str) -> String {
        let ours = self.messages.iter().filter(|((of, _), _)| of == pack);
        let body = ours.map(|((_, name), text)| entry(name, text)).collect();
        fluent_syntax::serializer::serialize(&Resource { body })
    }

    /// The names of the messages of a pack.
    #[must_use]
    pub fn names_of(&self, pack: &str) -> BTreeSet<&str> {
        self.messages.keys().filter(|(of, _)| of == pack).map(|(_, name)| name.as_str()).collect()
    }

    /// Stands for what is said, in 32 hex digits: another one as soon as any sentence, or any of the list of
    /// numbers, is another.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for ((pack, name), text) in &self.messages {
            hash.update(pack);
            hash.update([0]);
            hash.update(fluent_syntax::serializer::serialize(&Resource { body: vec![entry(name, text)] }));
            hash.update([0]);
        }
        self.numbers.iter().for_each(|numbers| numbers.add_to(&mut hash));
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

fn entry(name: &str, text: &Pattern<String>) -> Entry<String> {
    Entry::Message(Message {
        id: Identifier { name: name.to_owned() },
        value: Some(text.clone()),
        attributes: Vec::new(),
        comment: None,
    })
}

/// Whether it is made of text, gaps, and choices by a gap.
fn is_plain(pattern: &Pattern<String>) -> bool {
    let gap =
        |inline: &InlineExpression<String>| matches!(inline, InlineExpression::VariableReference { .. });
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { .. } => true,
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            gap(inline) || matches!(inline, InlineExpression::StringLiteral { .. })
        }
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            gap(selector) && variants.iter().all(|variant| is_plain(&variant.value))
        }
    })
}

/// The names of what is in a folder, in order; none if it is not there. What an editor or a system leaves
/// behind, with a dot before its name, is passed over.
pub fn names_in(folder: &Path) -> io::Result<BTreeSet<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let names = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.filter(|name| !name.starts_with('.')).collect())
}
