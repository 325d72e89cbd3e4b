//! How much the tests try that could go on for hours: a sample in seconds, or everything in minutes.

/// The sample; everything with `TRY=all` in the environment.
pub fn sample_or_all<T>(sample: T, all: T) -> T {
    match std::env::var_os("TRY").is_some_and(|asked| asked == "all") {
        true => all,
        false => sample,
    }
}
