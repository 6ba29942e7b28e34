//! HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869).

use ring::{hkdf, hmac};
use zeroize::Zeroizing;

use crate::{Error, Result};

const BAD_LENGTH: Error = Error::Internal { code: -3 };

/// HMAC-SHA-256 of the parts, one after the other, under `key`.
#[must_use]
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    let mut context = hmac::Context::with_key(&key);
    parts.iter().for_each(|part| context.update(part));
    let mut mac = [0; 32];
    mac.iter_mut().zip(context.sign().as_ref()).for_each(|(to, from)| *to = *from);
    mac
}

/// A 32-byte key for one purpose: HKDF-SHA-256 without salt, `info` the purpose and its details.
///
/// # Errors
/// None that 32 bytes can reach; [`Error::Internal`] otherwise.
pub fn derive_key(from: &[u8; 32], info: &[&[u8]]) -> Result<Zeroizing<[u8; 32]>> {
    let pseudo_random = hkdf::Salt::new(hkdf::HKDF_SHA256, &[]).extract(from);
    let expanded = pseudo_random.expand(info, hkdf::HKDF_SHA256).map_err(|_| BAD_LENGTH)?;
    let mut key = Zeroizing::new([0; 32]);
    expanded.fill(key.as_mut_slice()).map_err(|_| BAD_LENGTH)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hmac_is_rfc_4231_case_2_however_it_is_cut() {
        let whole = hmac_sha256(b"Jefe", &[b"what do ya want for nothing?"]);
        let parts = hmac_sha256(b"Jefe", &[b"what do ya want ", b"", b"for nothing?"]);
        assert_eq!(whole, parts);
        assert_eq!(whole[..4], [0x5b, 0xdc, 0xc1, 0x46]);
        assert_eq!(whole[28..], [0x64, 0xec, 0x38, 0x43]);
    }

    #[test]
    fn keys_differ_by_purpose() {
        let from = [7; 32];
        assert_eq!(derive_key(&from, &[b"head"]).unwrap(), derive_key(&from, &[b"he", b"ad"]).unwrap());
        assert_ne!(derive_key(&from, &[b"head"]).unwrap(), derive_key(&from, &[b"slot"]).unwrap());
    }
}
