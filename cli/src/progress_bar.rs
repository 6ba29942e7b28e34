//! A bar on standard error while long work goes on, on a terminal only.

use std::io::{self, IsTerminal};

use fernbook_core::progress::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::interrupt;

/// Runs `work` with a watcher that draws the bar and passes on Ctrl-C.
pub fn watched<T>(work: impl FnOnce(&mut dyn FnMut(Progress) -> bool) -> T) -> T {
    let bar = bar();
    let result = work(&mut |progress: Progress| {
        if progress.total > 0 {
            bar.set_length(progress.total);
        }
        bar.set_position(progress.done);
        !interrupt::wanted()
    });
    bar.finish_and_clear();
    result
}

fn bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let style =
        ProgressStyle::with_template("{bar:40} {percent}%").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr()).with_style(style)
}
