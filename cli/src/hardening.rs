//! Keeps the memory of this process out of files and out of other programs of the same person, as far
//! as the system allows (security.md, rule 8).

use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, setrlimit, umask};

/// Every file that we make is for its owner alone.
pub fn keep_files_private() {
    umask(Mode::RWXG | Mode::RWXO);
}

/// No core file, and on Linux no reading of our memory by another process of the same account. A system
/// that refuses leaves us as exposed as any program, which is no reason not to open the notebook.
pub fn shut_memory() {
    let _refused = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _refused = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_goes_into_no_file_and_files_are_private() {
        shut_memory();
        let limit = rustix::process::getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
        #[cfg(target_os = "linux")]
        assert_eq!(rustix::process::dumpable_behavior(), Ok(rustix::process::DumpableBehavior::NotDumpable));
        keep_files_private();
        assert_eq!(umask(Mode::RWXG | Mode::RWXO), Mode::RWXG | Mode::RWXO);
    }
}
