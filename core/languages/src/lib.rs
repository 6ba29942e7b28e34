//! Which languages a build speaks. The words lie in folders, by pack and language; English is what all
//! others are held to and fall back on. Another language is in a release build only if someone who speaks
//! it has signed it as it stands (docs/translating.md). Other builds take in all there are, and two
//! made-up ones for tests. Used by the core's build script and by `./dev words`; nothing of it is in a
//! library.

mod build;
mod card;
mod compare;
mod day;
mod fault;
mod language;
mod made_up;
mod numbers;
mod plurals;
mod report;
mod say;
mod tongue;

pub use build::{Choice, english, languages};
pub use card::{Card, Standing};
pub use fault::Fault;
pub use language::Language;
pub use numbers::{Numbers, Service};
pub use report::{Report, report};
pub use say::{Saying, say};
pub use tongue::Tongue;

/// The folders of the words: what is said in any notebook, and what each pack says in its own way.
pub const PACKS: [&str; 3] = ["shared", "full", "plain"];

/// The language that all are translated from.
pub const ENGLISH: &str = "en";
