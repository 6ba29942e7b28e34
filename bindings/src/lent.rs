//! Lends what it holds to one thread at a time. While it is lent no lock is held, so that what the
//! borrower calls (the phone's key store) may take as long as it likes; others wait for it to come back.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use crate::error::NotebookError;

pub struct Lent<T> {
    place: Mutex<Place<T>>,
    came_back: Condvar,
}

enum Place<T> {
    Here(T),
    With(ThreadId),
}

impl<T> Lent<T> {
    pub fn new(thing: T) -> Self {
        Self { place: Mutex::new(Place::Here(thing)), came_back: Condvar::new() }
    }

    /// Lends to `borrower`, when it is this thread's turn. It comes back even if the borrower panics.
    ///
    /// # Errors
    /// [`NotebookError::InUse`] if this thread has it already: a phone's key store must not call back.
    pub fn lend<R>(
        &self,
        borrower: impl FnOnce(&mut T) -> Result<R, NotebookError>,
    ) -> Result<R, NotebookError> {
        let mut loan = Loan { thing: Some(self.take()?), from: self };
        match loan.thing.as_mut() {
            Some(thing) => borrower(thing),
            None => Err(NotebookError::InUse),
        }
    }

    fn take(&self) -> Result<T, NotebookError> {
        let mut place = self.place();
        loop {
            match std::mem::replace(&mut *place, Place::With(thread::current().id())) {
                Place::Here(thing) => return Ok(thing),
                Place::With(holder) => {
                    *place = Place::With(holder);
                    if holder == thread::current().id() {
                        return Err(NotebookError::InUse);
                    }
                    place = self.came_back.wait(place).unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    fn place(&self) -> MutexGuard<'_, Place<T>> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Loan<'a, T> {
    thing: Option<T>,
    from: &'a Lent<T>,
}

impl<T> Drop for Loan<'_, T> {
    fn drop(&mut self) {
        if let Some(thing) = self.thing.take() {
            *self.from.place() = Place::Here(thing);
            self.from.came_back.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[test]
    fn threads_take_turns_and_none_is_lost() {
        let lent = Arc::new(Lent::new(0));
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let lent = lent.clone();
                thread::spawn(move || {
                    for _ in 0..500 {
                        lent.lend(|count| {
                            *count += 1;
                            Ok(())
                        })
                        .unwrap();
                    }
                })
            })
            .collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(lent.lend(|count| Ok(*count)).unwrap(), 2_000);
    }

    #[test]
    fn one_who_has_it_is_told_so_and_a_panic_gives_it_back() {
        let lent = Lent::new(AtomicU32::new(7));
        assert!(lent.lend(|_| Ok(lent.lend(|_| Ok(())))).unwrap().is_err());
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            lent.lend::<()>(|_| panic!("on purpose"))
        }));
        assert!(panicked.is_err());
        assert_eq!(lent.lend(|number| Ok(number.load(Ordering::Relaxed))).unwrap(), 7);
    }
}
