//! What she knows: a PIN, a phrase or recovery words, as bytes that are zeroed after use.

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// A PIN, a phrase or words. Held as UTF-8 in the form NFKC, so that the same keys on another keyboard
/// give the same bytes; zeroed on drop; not `Clone`; shows nothing in `Debug`.
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes what was typed. White space around it does not count.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut bytes = Zeroizing::new(Vec::with_capacity(4 * typed.len() + 16));
        let mut buffer = [0; 4];
        for letter in typed.trim().nfkc() {
            bytes.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
        }
        buffer.zeroize();
        Self(bytes)
    }

    /// Takes the bytes of a number pad, which are UTF-8.
    #[must_use]
    pub fn from_bytes(typed: &[u8]) -> Self {
        match std::str::from_utf8(typed) {
            Ok(text) => Self::new(text),
            Err(_) => Self(Zeroizing::new(typed.to_vec())),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_on_another_keyboard_are_the_same_secret() {
        assert_eq!(Secret::new("１２３４５６").bytes(), b"123456");
        assert_eq!(Secret::new("e\u{301}t\u{e9}").bytes(), Secret::new("\u{e9}te\u{301}").bytes());
        assert_eq!(Secret::from_bytes(b" 123456\n").bytes(), b"123456");
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Secret::new("271828")), "Secret(…)");
    }
}
