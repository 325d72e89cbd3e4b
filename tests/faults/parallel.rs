//! Many cases tried by as many threads as there are cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::script::Locks;

/// Gives each item to a free thread; each thread has a state folder of its own.
pub(crate) fn share<T: Sync>(items: &[T], work: impl Fn(&T, &Locks) + Sync) {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let locks = Locks::new();
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(item, &locks);
                }
            });
        }
    });
}
