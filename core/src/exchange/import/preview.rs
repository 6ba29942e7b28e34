//! What would come in, counted without writing anything.

use std::collections::BTreeMap;

use super::entry::{Entry, Item, LeftBehind, Problem};
use crate::time::Moment;

/// Problems kept one by one; above this they are only counted.
pub(super) const PROBLEMS_KEPT: usize = 1000;

/// What a source would bring.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Entries that would come in.
    pub entries: u64,
    /// The earliest of them.
    pub first: Option<Moment>,
    /// The latest of them.
    pub last: Option<Moment>,
    /// Their attachments.
    pub attachments: u64,
    /// The length of the attachments, in bytes.
    pub attachment_bytes: u64,
    /// The first problems, at most 1,000.
    pub problems: Vec<Problem>,
    /// All problems.
    pub problem_count: u64,
    /// Entries that came in before and are here, in the bin too; not among `entries`.
    pub already: u64,
    /// Those of them that lie in the bin.
    pub already_in_bin: u64,
    /// Entries that have something of this kind that can't come.
    pub cannot_come: BTreeMap<LeftBehind, u64>,
}

impl Preview {
    /// Counts one item.
    pub(super) fn add(&mut self, item: &Item<'_>) {
        match item {
            Item::Entry(entry, _) => self.add_entry(entry),
            Item::Problem(problem) => self.add_problem(problem),
        }
    }

    pub(super) fn add_entry(&mut self, entry: &Entry) {
        self.entries += 1;
        self.first = Some(self.first.map_or(entry.at, |first| first.min(entry.at)));
        self.last = Some(self.last.map_or(entry.at, |last| last.max(entry.at)));
        self.attachments += entry.attachments.len() as u64;
        let bytes: u64 = entry.attachments.iter().map(|attached| attached.size).sum();
        self.attachment_bytes = self.attachment_bytes.saturating_add(bytes);
        for kind in &entry.left_behind {
            *self.cannot_come.entry(*kind).or_default() += 1;
        }
    }

    pub(super) fn add_problem(&mut self, problem: &Problem) {
        self.problem_count += 1;
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push(problem.clone());
        }
    }
}
