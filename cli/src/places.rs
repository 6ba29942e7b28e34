//! Where the notebook and this computer's key lie.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use fernbook_core::Error;
use fernbook_core::vault::device_key::{DeviceKey, FileDeviceKey};
use fernbook_core::words::BRAND;

use crate::failure::Outcome;

/// The folder of the notebook: `--dir`, else `FERNBOOK_DIR`, else the platform's place for data.
pub fn notebook(given: Option<&Path>) -> Outcome<PathBuf> {
    if let Some(dir) = given {
        return Ok(dir.to_owned());
    }
    match variable("FERNBOOK_DIR") {
        Some(dir) => Ok(dir),
        None => Ok(platform()?.data_dir().join(BRAND.folder)),
    }
}

/// The folder of device keys: `FERNBOOK_KEYS`, else the platform's place for state. Apart from the
/// notebook, so that a copy of one without the other opens nothing.
pub fn keys() -> Outcome<PathBuf> {
    match variable("FERNBOOK_KEYS") {
        Some(dir) => Ok(dir),
        None => {
            let platform = platform()?;
            let state = platform.state_dir().unwrap_or_else(|| platform.data_dir());
            Ok(state.join(BRAND.device_key_folder))
        }
    }
}

/// This computer's key for the notebook whose keyring says `name`.
pub fn device_key(keys: &Path, name: &str) -> Box<dyn DeviceKey> {
    Box::new(FileDeviceKey::new(keys.join(name)))
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn platform() -> Outcome<impl BaseStrategy> {
    let no_home = |_| Error::File { kind: std::io::ErrorKind::NotFound };
    Ok(etcetera::choose_base_strategy().map_err(no_home)?)
}
