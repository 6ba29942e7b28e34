//! What was shown, as two devices know it, brought together. Pure: in whatever order, and however often, the same comes
//! out. Ended wins over going on, and what she deleted stays gone.

use std::collections::{BTreeMap, BTreeSet};

use super::grant::Grant;
use crate::id::GrantId;

/// All that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Each grant by its id.
    pub grants: BTreeMap<GrantId, Grant>,
    /// What she deleted.
    pub gone: BTreeSet<GrantId>,
}

/// Both as one.
#[must_use]
pub fn merge(one: &History, other: &History) -> History {
    let gone: BTreeSet<GrantId> = one.gone.union(&other.gone).copied().collect();
    let mut grants = BTreeMap::new();
    for grant in one.grants.values().chain(other.grants.values()).filter(|grant| !gone.contains(&grant.id)) {
        let merged =
            grants.remove(&grant.id).map_or_else(|| grant.clone(), |before| merge_one(before, grant));
        grants.insert(grant.id, merged);
    }
    History { grants, gone }
}

/// One grant as two devices know it. They differ in nothing but the end, unless one was tampered with; then too the same
/// comes out on both.
fn merge_one(mut one: Grant, other: &Grant) -> Grant {
    if (other.at, other.shown.order()) < (one.at, one.shown.order()) {
        one = Grant { ended: one.ended, ..other.clone() };
    }
    if let Some(ended) = other.ended {
        one.end(ended);
    }
    one
}
