//! Sealed boxes: ChaCha20-Poly1305 (RFC 8439) with a random nonce. A box is 12 bytes of nonce, the
//! ciphertext, and 16 bytes of tag.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use super::random;
use crate::{Error, Result};

/// Bytes that a box is longer than what is in it.
pub const OVERHEAD: usize = NONCE_LEN + 16;

const SEAL_FAILED: Error = Error::Internal { code: -4 };

fn key(key: &[u8; 32]) -> Result<LessSafeKey> {
    Ok(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| SEAL_FAILED)?))
}

/// Seals `plain`; `bound` is not in the box but must be the same when it is opened.
///
/// # Errors
/// [`Error::Internal`] if the system gives no random bytes.
pub fn make_box(with: &[u8; 32], bound: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; NONCE_LEN] = random::make_bytes()?;
    let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
    sealed.extend_from_slice(plain);
    let nonce_of = Nonce::assume_unique_for_key(nonce);
    key(with)?.seal_in_place_append_tag(nonce_of, Aad::from(bound), &mut sealed).map_err(|_| SEAL_FAILED)?;
    Ok([&nonce[..], &sealed].concat())
}

/// Opens a box. `None` if the key, the bound bytes or the box are not those it was made with.
#[must_use]
pub fn open_box(with: &[u8; 32], bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut buffer = Zeroizing::new(sealed.to_vec());
    let length = key(with).ok()?.open_in_place(nonce, Aad::from(bound), &mut buffer).ok()?.len();
    buffer.truncate(length);
    Some(buffer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_flipped_byte_shuts_the_box() {
        let sealed = make_box(&[1; 32], b"bound", b"hello").unwrap();
        assert_eq!(sealed.len(), 5 + OVERHEAD);
        assert_eq!(open_box(&[1; 32], b"bound", &sealed).unwrap().as_slice(), b"hello");
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert!(open_box(&[1; 32], b"bound", &other).is_none());
        }
        assert!(open_box(&[1; 32], b"other", &sealed).is_none());
        assert!(open_box(&[2; 32], b"bound", &sealed).is_none());
        assert!(open_box(&[1; 32], b"bound", &sealed[..10]).is_none());
    }
}
