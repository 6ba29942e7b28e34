//! `fuzz TARGET [--count N] [--seed N]`: a long run, and what it saw. `fuzz` alone lists the targets;
//! `fuzz all` runs each. Results of the million runs stand in `docs/fuzzing.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]
// A harness: a panic is what it looks for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod mutate;
mod run;
mod targets;

use std::process::ExitCode;
use std::time::Instant;

use peak_alloc::PeakAlloc;
use run::Target;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

const MILLION: u64 = 1_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let name = arguments.first().map(String::as_str).unwrap_or_default();
    let (Some(count), Some(seed)) = (number(&arguments, "--count", MILLION), number(&arguments, "--seed", 1))
    else {
        eprintln!("--count and --seed take a number.");
        return ExitCode::from(2);
    };
    let asked: Vec<&Target> =
        targets::ALL.iter().filter(|target| name == "all" || target.name == name).collect();
    if asked.is_empty() {
        targets::ALL
            .iter()
            .for_each(|target| println!("{} ({} inputs in the test)", target.name, target.test_inputs));
        return ExitCode::from(2);
    }
    println!(
        "| target | inputs | seed | read to the end | outcomes | peak heap | heap kept | slowest input | time |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    asked.into_iter().for_each(|target| long_run(target, count, seed));
    ExitCode::SUCCESS
}

/// `None` if what follows `name` is no number.
fn number(arguments: &[String], name: &str, otherwise: u64) -> Option<u64> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else { return Some(otherwise) };
    arguments.get(at + 1)?.replace('_', "").parse().ok()
}

/// Heap kept is what the second half of the run added and did not give back: growth would show there.
fn long_run(target: &Target, count: u64, seed: u64) {
    HEAP.reset_peak_usage();
    let begun = Instant::now();
    let mut half_way = 0;
    let mut at_end = 0;
    let seen = run::run(target, count, seed, |number, _| {
        if number == count / 2 {
            half_way = HEAP.current_usage();
        }
        at_end = HEAP.current_usage();
    });
    let kib = |bytes: usize| bytes / 1024;
    println!(
        "| {} | {} | {seed} | {} | {} | {} KiB | {} KiB | {:.1} ms (no. {}) | {:.0} s |",
        target.name,
        seen.inputs,
        seen.accepted,
        seen.outcomes,
        kib(HEAP.peak_usage()),
        kib(at_end.saturating_sub(half_way)),
        seen.slowest.0.as_secs_f64() * 1000.0,
        seen.slowest.1,
        begun.elapsed().as_secs_f64(),
    );
}
