//! Random 128-bit ids, one type for each kind of thing, so that one can't be taken for another.

use crate::crypto;
use crate::error::{Error, Result, Thing};

/// Bytes in an id.
pub const ID_BYTES: usize = 16;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; ID_BYTES]);

        impl $name {
            /// A new random id.
            ///
            /// # Errors
            /// [`Error::Internal`] if the system gives no random bytes.
            pub fn make() -> Result<Self> {
                Ok(Self(crypto::random::make_bytes()?))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl std::str::FromStr for $name {
            type Err = Error;

            /// Reads 32 hex digits.
            fn from_str(text: &str) -> Result<Self> {
                let bytes = from_hex(text)?;
                bytes.try_into().map(Self).map_err(|_| NOT_AN_ID)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(&self.0[..]))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                <[u8; ID_BYTES]>::column_result(value).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
                let text = String::deserialize(input)?;
                text.parse().map_err(|_| serde::de::Error::custom("not an id"))
            }
        }
    };
}

id_type!(
    /// A note.
    NoteId
);
id_type!(
    /// A topic.
    TopicId
);
id_type!(
    /// A picture, sound or other file that belongs to a note.
    AttachmentId
);
id_type!(
    /// One of her people: her own, or someone she sees.
    PersonId
);
id_type!(
    /// A section of her card that she made herself.
    SectionId
);
id_type!(
    /// A choice of what someone may be shown.
    ChoiceId
);
id_type!(
    /// One act of showing, and her receipt of it.
    GrantId
);
id_type!(
    /// A visit, or another date.
    VisitId
);
id_type!(
    /// A reminder that the phone holds: all that it knows a visit by.
    ReminderId
);
id_type!(
    /// A vault.
    VaultId
);
id_type!(
    /// This vault on this device; differs between the vaults of one phone, so that it links nothing.
    DeviceId
);

const NOT_AN_ID: Error = Error::NotUnderstood { what: Thing::Id };

/// Writes bytes as hex digits in small letters.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads an even number of hex digits, of either case.
///
/// # Errors
/// [`Error::NotUnderstood`] for anything else.
pub fn from_hex(text: &str) -> Result<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(NOT_AN_ID);
    }
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            let pair = std::str::from_utf8(pair).map_err(|_| NOT_AN_ID)?;
            u8::from_str_radix(pair, 16).map_err(|_| NOT_AN_ID)
        })
        .collect()
}
