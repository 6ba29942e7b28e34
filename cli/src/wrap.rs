//! Long lines, broken between words for the terminal they are shown on, which itself breaks them anywhere.

use std::os::fd::AsFd;

/// The columns of the terminal; 0 where there is none, or it does not tell.
pub fn width_of(stream: &impl AsFd) -> usize {
    rustix::termios::tcgetwinsize(stream).map_or(0, |size| usize::from(size.ws_col))
}

/// `text` with lines of at most `width` signs, where its words are not longer; as it is if `width` is 0.
/// A line goes on below its own beginning, and `hang` further in.
pub fn fitted(text: &str, width: usize, hang: usize) -> String {
    if width == 0 || text.lines().all(|line| line.chars().count() <= width) {
        return text.to_owned();
    }
    let mut fitted = String::with_capacity(text.len() + text.len() / 16);
    for line in text.split_inclusive('\n') {
        let indent = line.chars().take_while(|sign| *sign == ' ').count() + hang;
        fit_line(line, width, if indent < width / 2 { indent } else { 0 }, &mut fitted);
    }
    fitted
}

fn fit_line(line: &str, width: usize, indent: usize, fitted: &mut String) {
    let mut column = 0;
    for piece in line.split_inclusive(' ') {
        let word = piece.trim_end_matches([' ', '\n', '\r']);
        if column > indent && column + word.chars().count() > width && !word.is_empty() {
            fitted.truncate(fitted.trim_end_matches(' ').len());
            fitted.push('\n');
            fitted.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        }
        fitted.push_str(piece);
        column += piece.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_nothing_is_lost() {
        assert_eq!(fitted("one two three", 8, 0), "one two\nthree");
        assert_eq!(fitted("  one two three\nfour", 9, 0), "  one two\n  three\nfour");
        assert_eq!(fitted("3f2a  Friday  Basil", 14, 6), "3f2a  Friday\n      Basil");
        assert_eq!(fitted("averyverylongword and more", 6, 0), "averyverylongword\nand\nmore");
        assert_eq!(fitted("one two three", 0, 0), "one two three");
        assert_eq!(fitted("one\n\ntwo\n", 4, 0), "one\n\ntwo\n");
    }
}
