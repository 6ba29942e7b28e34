//! Argon2id (RFC 9106): makes each guess of a PIN cost time and memory.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use super::secret::Secret;
use crate::{Error, Result};

/// What one guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

/// The least that a keyring may ask: 19 MiB, two passes (OWASP's floor).
pub const FLOOR: Cost = Cost { memory_kib: 19 * 1024, passes: 2 };
/// The most that a keyring may ask, so that a forged file can't exhaust a phone.
pub const CEILING: Cost = Cost { memory_kib: 256 * 1024, passes: 16 };

impl Cost {
    /// The cost for a device with this much memory in bytes: about a fortieth of it at most.
    #[must_use]
    pub fn for_memory(bytes: u64) -> Self {
        const GIB: u64 = 1 << 30;
        match bytes {
            b if b >= 5 * GIB / 2 => Cost { memory_kib: 64 * 1024, passes: 3 },
            b if b >= 5 * GIB / 4 => Cost { memory_kib: 32 * 1024, passes: 4 },
            _ => FLOOR,
        }
    }

    /// Whether it lies between floor and ceiling.
    #[must_use]
    pub fn is_allowed(self) -> bool {
        (FLOOR.memory_kib..=CEILING.memory_kib).contains(&self.memory_kib)
            && (FLOOR.passes..=CEILING.passes).contains(&self.passes)
    }
}

/// 32 bytes from a secret and a salt: Argon2id, version 0x13, one lane.
///
/// # Errors
/// [`Error::NotEnoughMemory`]; [`Error::Internal`] for a cost that Argon2 itself refuses.
pub fn derive_stretched(secret: &Secret, salt: &[u8; 32], cost: Cost) -> Result<Zeroizing<[u8; 32]>> {
    const REFUSED: Error = Error::Internal { code: -5 };
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(|_| REFUSED)?;
    let mut out = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.bytes(), salt, out.as_mut_slice())
        .map_err(|error| match error {
            argon2::Error::OutOfMemory => Error::NotEnoughMemory,
            _ => REFUSED,
        })?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_bytes_are_frozen() {
        let out = derive_stretched(&Secret::new("314159"), &[5; 32], FLOOR).unwrap();
        let hex: String = out.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "2b31ca674612dd34b350b79ea9ee397598926e7441c546a86cd7d04fa6470790");
    }

    #[test]
    fn cost_follows_memory_and_never_leaves_its_bounds() {
        for gib in [0, 1, 2, 3, 4, 8, 64] {
            assert!(Cost::for_memory(gib << 30).is_allowed());
        }
        assert_eq!(Cost::for_memory(4 << 30), Cost { memory_kib: 65_536, passes: 3 });
        assert!(!Cost { memory_kib: 19 * 1024 - 1, passes: 2 }.is_allowed());
        assert!(!Cost { memory_kib: 256 * 1024 + 1, passes: 2 }.is_allowed());
        assert!(!Cost { memory_kib: 64 * 1024, passes: 1 }.is_allowed());
    }
}
