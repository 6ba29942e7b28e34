//! Records a real writer, and lets the power go at points of what it did.

use std::process::Command;

use fernbook_tests::chance::Chance;
use fernbook_tests::machine::memory_folder;
use fernbook_tests::phone::Phone;
use fernbook_tests::writer::Writer;

use crate::disk::Disk;
use crate::trace::{self, Call};

/// What a writer did, and the disk before it.
pub struct Recording {
    before: tempfile::TempDir,
    root: tempfile::TempDir,
    calls: Vec<Call>,
}

/// Lets `writer` follow orders on a phone that `prepare` has made ready.
pub fn record(prepare: impl FnOnce(&Phone), orders: &[&str], lines: &[String]) -> Recording {
    let (before, root) = (memory_folder(), memory_folder());
    prepare(&Phone::at(root.path()));
    fernbook_tests::writer::copy_folder(root.path(), before.path());
    let log = memory_folder();
    let mut command: Command = trace::strace(&log.path().join("log"), env!("CARGO_BIN_EXE_writer"));
    command.arg(root.path()).args(orders);
    let mut writer = Writer::of(command);
    lines.iter().for_each(|line| writer.say(line));
    writer.finish();
    let calls = trace::parse(&std::fs::read_to_string(log.path().join("log")).unwrap());
    Recording { before, root, calls }
}

impl Recording {
    /// Loses power at about `points` of its calls, spread over all of them, after each thing it told, and at
    /// its end. `check` gets the phone as it was found, and all that the writer had told by then.
    pub fn lose_power(&self, chance: &mut Chance, points: u64, mut check: impl FnMut(&Phone, &[String])) {
        let mut disk = self.disk_before();
        let matters =
            |call: &&Call| !matches!(call, Call::Seek { .. } | Call::Close { .. } | Call::Same { .. });
        let of = (self.calls.iter().filter(matters).count() as u64 / points).max(1);
        let mut count = 0;
        for (number, call) in self.calls.iter().enumerate() {
            let told = disk.told.len();
            disk.follow(call);
            let chosen = (matters(&call) && chance.once_in(of)) || number + 1 == self.calls.len();
            if chosen || disk.told.len() > told {
                count += 1;
                self.lose_at(&disk, chance, number, &mut check);
            }
        }
        println!("power was lost at {count} of {} calls", self.calls.len());
    }

    /// The same as a program that syncs nothing would have done.
    pub fn without_syncs(mut self) -> Self {
        self.calls.retain(|call| !matches!(call, Call::Sync { .. }));
        self
    }

    /// The writer worked in one folder, from which the disk of before has to be taken as if it lay there.
    fn disk_before(&self) -> Disk {
        Disk::holding(self.before.path(), self.root.path())
    }

    fn lose_at(
        &self,
        disk: &Disk,
        chance: &mut Chance,
        number: usize,
        check: &mut impl FnMut(&Phone, &[String]),
    ) {
        let found = memory_folder();
        disk.lay_after_loss(chance, found.path());
        let told: Vec<String> = disk.told.lines().map(str::to_owned).collect();
        println!("after call {number}, {}; told {:?}", short(&self.calls[number]), told.last());
        check(&Phone::at(found.path()), &told);
    }
}

fn short(call: &Call) -> String {
    format!("{call:?}").chars().take(90).collect()
}
