//! What the tests of the whole system share: a phone with notebooks on it, notes that can be told from
//! half-written ones, a program to kill and to look into, and a seeded source of chance.

#[path = "shared/chance.rs"]
pub mod chance;
#[path = "shared/machine.rs"]
pub mod machine;
#[path = "shared/numbered.rs"]
pub mod numbered;
#[path = "shared/phone.rs"]
pub mod phone;
#[path = "shared/scan.rs"]
pub mod scan;
#[path = "shared/shown.rs"]
pub mod shown;
#[path = "shared/snapshot.rs"]
pub mod snapshot;
#[path = "shared/writer.rs"]
pub mod writer;
