//! What the phone gives.

use std::sync::Arc;

use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::device::{DeviceFacts, Tick};
use fernbook_core::vault::device_key::{DeviceKey, DeviceKeyError};

use crate::error::NotebookError;

/// The phone: its key store, its clocks, and what its processor and memory are. Implemented once by each
/// shell. Every call may come on any thread, answers when it is done, and must not call the notebooks.
#[uniffi::export(with_foreign)]
pub trait Device: Send + Sync {
    /// Makes a new random HMAC-SHA-256 key in the key store under this name (32 hex digits) and number, in
    /// place of any that was there. It must not leave the phone, and needs no unlocked screen.
    fn make_key(&self, name: String, generation: u64) -> Result<(), DeviceError>;

    /// HMAC-SHA-256 (32 bytes) of `bytes` under that key.
    fn mac(&self, name: String, generation: u64, bytes: Vec<u8>) -> Result<Vec<u8>, DeviceError>;

    /// Destroys that key. It is no error if there is none.
    fn forget_key(&self, name: String, generation: u64) -> Result<(), DeviceError>;

    /// What the phone can do. Asked once, at the first run.
    fn facts(&self) -> Result<Facts, DeviceError>;

    /// The clocks, now.
    fn clocks(&self) -> Result<Clocks, DeviceError>;

    /// The phone's time zone by its IANA name, such as `Europe/London`.
    fn zone(&self) -> Result<String, DeviceError>;
}

/// Why the phone could not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum DeviceError {
    /// There is no key of this name and number.
    #[error("no such key")]
    Missing,
    /// There is no room for a key.
    #[error("no room for a key")]
    NoSpace,
    /// It did not answer, or failed in a way that was not foreseen.
    #[error("the phone did not answer")]
    Unavailable,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for DeviceError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unavailable
    }
}

impl From<DeviceError> for NotebookError {
    fn from(error: DeviceError) -> Self {
        match error {
            DeviceError::Missing => Self::DeviceKeyMissing,
            DeviceError::NoSpace => Self::NoSpace,
            DeviceError::Unavailable => Self::Device,
        }
    }
}

/// What a phone can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Facts {
    /// Memory in bytes. The cost of a guess of the PIN is chosen by it.
    pub memory_bytes: u64,
    /// Whether the processor has AES instructions. The cipher is chosen by it.
    pub hardware_aes: bool,
}

impl From<Facts> for DeviceFacts {
    fn from(facts: Facts) -> Self {
        let Facts { memory_bytes, hardware_aes } = facts;
        Self { memory_bytes, hardware_aes }
    }
}

/// The clocks of the phone at one moment.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Clocks {
    /// The clock on the wall: milliseconds since 1970 in UTC.
    pub now: i64,
    /// Names this start of the phone (its boot count, say): another after each restart. The first 16 bytes
    /// count.
    pub boot: Vec<u8>,
    /// Milliseconds since that start, sleep included.
    pub uptime_ms: u64,
}

impl From<Clocks> for Tick {
    fn from(clocks: Clocks) -> Self {
        let mut boot = [0; 16];
        boot.iter_mut().zip(clocks.boot).for_each(|(to, from)| *to = from);
        Self { now: Moment(clocks.now), boot, uptime_ms: clocks.uptime_ms }
    }
}

/// The clocks, as the core takes them.
pub fn tick(device: &dyn Device) -> Result<Tick, NotebookError> {
    Ok(device.clocks()?.into())
}

/// The zone; UTC if the phone does not answer or names one that is not known here, for a note must not be
/// lost for it.
pub fn zone(device: &dyn Device) -> Zone {
    device.zone().ok().and_then(|name| Zone::parse(&name).ok()).unwrap_or(Zone::UTC)
}

/// The keys of one name in the phone's key store.
struct Keys {
    device: Arc<dyn Device>,
    name: String,
}

/// As the core asks for keys of a name.
pub fn keys(device: &Arc<dyn Device>) -> impl Fn(&str) -> Box<dyn DeviceKey> + use<> {
    let device = device.clone();
    move |name| Box::new(Keys { device: device.clone(), name: name.to_owned() })
}

impl DeviceKey for Keys {
    fn make(&self, generation: u64) -> Result<(), DeviceKeyError> {
        self.device.make_key(self.name.clone(), generation).map_err(core_error)
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> Result<[u8; 32], DeviceKeyError> {
        let answer = self.device.mac(self.name.clone(), generation, bytes.to_vec()).map_err(core_error)?;
        answer.try_into().map_err(|_| DeviceKeyError::Unavailable)
    }

    fn forget(&self, generation: u64) -> Result<(), DeviceKeyError> {
        self.device.forget_key(self.name.clone(), generation).map_err(core_error)
    }
}

fn core_error(error: DeviceError) -> DeviceKeyError {
    match error {
        DeviceError::Missing => DeviceKeyError::Missing,
        DeviceError::NoSpace => DeviceKeyError::NoSpace,
        DeviceError::Unavailable => DeviceKeyError::Unavailable,
    }
}
