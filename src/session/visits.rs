//! How many questions were looked at: what a test of the work per key counts. Outside of tests nothing is counted.

#[cfg(not(test))]
pub(super) fn note() {}

#[cfg(test)]
pub(super) use counted::note;
#[cfg(test)]
pub(crate) use counted::visits;

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    thread_local! {
        static VISITS: Cell<usize> = const { Cell::new(0) };
    }

    pub(in crate::session) fn note() {
        VISITS.set(VISITS.get() + 1);
    }

    /// Those of this thread since the last time it was asked.
    pub(crate) fn visits() -> usize {
        VISITS.take()
    }
}
