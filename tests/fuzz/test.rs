//! 20,000 broken inputs for everything that reads bytes from outside. The seed is fixed, so a failure
//! comes again; `fuzz TARGET` runs a million.
#![allow(clippy::print_stderr)]
// A harness: a panic is what it looks for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod mutate;
mod run;
mod targets;

/// Each target must read some of its inputs to the end, or its seeds are not what it takes any more and
/// the run would show nothing; and it must refuse some.
fn survives(name: &str) {
    let target = targets::ALL.iter().find(|target| target.name == name).unwrap();
    let seen = run::run(target, target.test_inputs, 3, |_, _| {});
    assert_eq!(seen.inputs, target.test_inputs);
    assert!(seen.accepted >= (target.seeds)().len() as u64, "{name} refuses its own seeds");
    assert!(seen.outcomes > 1, "{name} always ends the same");
}

macro_rules! targets {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            survives(&stringify!($name).replace('_', "-"));
        })*

        #[test]
        fn none_is_left_out() {
            let tested = [$(stringify!($name).replace('_', "-")),*];
            assert!(targets::ALL.iter().all(|target| tested.iter().any(|name| name == target.name)));
        }
    };
}

targets!(
    attempts,
    head,
    keyring,
    day_one_zip,
    day_one_json,
    joplin_jex,
    joplin_note,
    markdown,
    message,
    copy_tar,
    copy_json,
    search_query,
    search_note,
    picture,
    outside,
    calendar,
);
