//! What the core is told of the device and its clock: it never asks for them itself.

use crate::time::Moment;

/// What a device can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceFacts {
    /// Memory of the device in bytes.
    pub memory_bytes: u64,
    /// Whether the processor has AES instructions.
    pub hardware_aes: bool,
}

/// The clocks of the device at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The clock on the wall, which anyone can turn.
    pub now: Moment,
    /// Names this start of the device: another after each restart.
    pub boot: [u8; 16],
    /// Milliseconds since that start, sleep included; nobody can turn it back.
    pub uptime_ms: u64,
}
