//! Putting a list in order, small. The standard library's sort is compiled anew for each kind of list, 4 to 13 KB a
//! time; here it is compiled once, for the places of a list, and each kind adds only how two of it compare. Where a
//! sort's speed can be felt, over all that a search has found, the standard library's own stands
//! (docs/decisions/0015-size.md).

use std::cmp::Ordering;

/// Sorts a list. What is alike stays as it stood.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts a list by a key of each. What has the same key stays as it stood.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts a list as `compare` says. What it finds alike stays as it stood.
pub(crate) fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if list.len() < 2 {
        return;
    }
    let order = in_order(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    put(&order, &mut |a, b| list.swap(a, b));
}

/// Sorts a list and keeps each once.
pub(crate) fn sort_once<T: Ord>(list: &mut Vec<T>) {
    sort(list);
    list.dedup();
}

/// Sorts a list by a key of each and keeps of those with the same key the one that stood first.
pub(crate) fn sort_once_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by_key(list, &key);
    list.dedup_by(|a, b| key(a) == key(b));
}

/// The places of a list of `count`, in the order in which what stands there belongs.
fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Puts what stands at `order[n]` to `n`, for each `n`, by swaps, each of which puts one where it belongs.
fn put(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut goes_to = vec![0; order.len()];
    for (to, from) in order.iter().enumerate() {
        if let Some(place) = goes_to.get_mut(*from) {
            *place = to;
        }
    }
    for place in 0..goes_to.len() {
        while let Some(to) = goes_to.get(place).copied().filter(|to| *to != place) {
            swap(place, to);
            goes_to.swap(place, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn comes_out_as_the_standard_librarys_sort(list: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort_by_key(&mut ours, |one| one.0);
            theirs.sort_by_key(|one| one.0);
            prop_assert_eq!(&ours, &theirs);
            sort_by(&mut ours, |a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn keeps_each_once(list: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort_once_by_key(&mut ours, |one| one.0);
            theirs.sort_by_key(|one| one.0);
            theirs.dedup_by_key(|one| one.0);
            prop_assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_once(&mut ours);
            theirs.sort();
            theirs.dedup();
            prop_assert_eq!(ours, theirs);
        }
    }
}
