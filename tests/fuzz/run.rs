//! Runs a target over many inputs. An input whose outcome was not seen before joins the corpus, so that
//! later inputs start where the reader got further.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use crate::mutate::{Random, mutate};

/// At most so many inputs are kept to start from.
const MOST_KEPT: usize = 2_000;

/// Something that reads bytes it can't trust.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Inputs in `./dev test`; a long run has its own number.
    pub test_inputs: u64,
    /// Small valid inputs.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words of the format.
    pub tokens: &'static [&'static [u8]],
    /// Sets up the reader, and gives what reads one input and tells its outcome: the kind of result and
    /// rough counts, as text. A panic in it is a finding, and so is whatever it asserts.
    pub reader: fn() -> Reader,
}

/// Reads one input and tells the outcome.
pub type Reader = Box<dyn FnMut(&[u8]) -> String>;

/// What a run saw.
pub struct Seen {
    /// Inputs read.
    pub inputs: u64,
    /// Different outcomes.
    pub outcomes: usize,
    /// Inputs that were read to an end without an error.
    pub accepted: u64,
    /// The time of the slowest input, and its number.
    pub slowest: (Duration, u64),
}

/// Reads `count` inputs; the first ones are the seeds as they are. `watch` is called after each input
/// with its number and its bytes.
pub fn run(target: &Target, count: u64, seed: u64, mut watch: impl FnMut(u64, &[u8])) -> Seen {
    let mut corpus = (target.seeds)();
    let mut reader = (target.reader)();
    let mut random = Random::new(seed);
    let mut outcomes = HashSet::new();
    let mut seen = Seen { inputs: 0, outcomes: 0, accepted: 0, slowest: Default::default() };
    let valid = corpus.clone();
    for number in 0..count {
        let seed = usize::try_from(number).ok().and_then(|number| valid.get(number));
        let input = seed.cloned().unwrap_or_else(|| mutate(&mut random, &corpus, target.tokens));
        let start = Instant::now();
        let outcome = read(&mut reader, &input, target, number);
        seen.slowest = seen.slowest.max((start.elapsed(), number));
        seen.accepted += u64::from(outcome.starts_with("ok"));
        if outcomes.insert(outcome) && corpus.len() < MOST_KEPT {
            corpus.push(input.clone());
        }
        watch(number, &input);
    }
    Seen { inputs: count, outcomes: outcomes.len(), ..seen }
}

/// A panic tells which input it was, so that the same command finds it again.
fn read(reader: &mut Reader, input: &[u8], target: &Target, number: u64) -> String {
    let finding = Finding { target: target.name, number, input };
    let outcome = reader(input);
    std::mem::forget(finding);
    outcome
}

struct Finding<'a> {
    target: &'static str,
    number: u64,
    input: &'a [u8],
}

impl Drop for Finding<'_> {
    fn drop(&mut self) {
        let path = std::env::temp_dir().join(format!("fuzz-{}-{}", self.target, self.number));
        let kept = std::fs::write(&path, self.input).is_ok();
        eprintln!("{}: input {} failed; kept: {kept}, {}", self.target, self.number, path.display());
    }
}
