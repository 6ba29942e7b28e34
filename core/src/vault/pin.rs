//! Which PINs are taken.

use crate::crypto::secret::Secret;
use crate::error::{Error, Result};

/// The fewest signs of a PIN or phrase.
pub const FEWEST: usize = 6;

/// Refuses what someone would try first: too short, one sign over and over, a run up or down, or one
/// short piece repeated.
///
/// # Errors
/// [`Error::WeakSecret`].
pub fn check(secret: &Secret) -> Result<()> {
    let bytes = secret.bytes();
    let signs = String::from_utf8_lossy(bytes).chars().count();
    let plain = is_run(bytes) || (1..=bytes.len() / 2).any(|piece| repeats(bytes, piece));
    if signs < FEWEST || plain { Err(Error::WeakSecret) } else { Ok(()) }
}

fn is_run(bytes: &[u8]) -> bool {
    let all_are = |wanted: u8| bytes.windows(2).all(|pair| step(pair) % 10 == wanted);
    all_are(1) || all_are(9)
}

/// From one digit to the next, going round from 9 to 0.
fn step(pair: &[u8]) -> u8 {
    match pair {
        [from, to] => to.wrapping_sub(*from).wrapping_add(10) % 128,
        _ => 0,
    }
}

fn repeats(bytes: &[u8], piece: usize) -> bool {
    piece <= 3 && bytes.iter().zip(bytes.iter().skip(piece)).all(|(one, next)| one == next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_someone_would_try_first_is_refused() {
        let weak =
            ["", "12345", "123456", "654321", "987654", "111111", "121212", "123123", "abcdef", "aaaaaaa"];
        for pin in weak {
            assert_eq!(check(&Secret::new(pin)), Err(Error::WeakSecret), "{pin}");
        }
    }

    #[test]
    fn others_are_taken_phrases_and_other_scripts_too() {
        for pin in ["314159", "271828", "112233", "green door by the sea", "شجرة كبيرة", "\u{1f33f}hello"]
        {
            assert_eq!(check(&Secret::new(pin)), Ok(()), "{pin}");
        }
    }
}
