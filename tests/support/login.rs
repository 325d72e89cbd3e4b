//! Signals and file rights of the programs that tests start: not those of the shell that started the tests.

#[cfg(unix)]
use std::sync::Once;

/// Gives this process what a login gives: a shell ignores SIGINT for its background jobs, `nohup` ignores SIGHUP,
/// and children inherit what is ignored. What is handled here is the default again in a child.
#[cfg(unix)]
pub fn as_from_a_login() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        use std::sync::Arc;
        use std::sync::atomic::AtomicBool;
        for signal in [SIGINT, SIGQUIT, SIGTERM] {
            let ends = Arc::new(AtomicBool::new(true));
            signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, ends)
                .expect("a signal that may be handled");
        }
        for signal in [SIGHUP, SIGTSTP] {
            signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false)))
                .expect("a signal that may be handled");
        }
        #[cfg(target_os = "linux")]
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
    });
}

/// Nothing of the kind is inherited here.
#[cfg(not(unix))]
pub fn as_from_a_login() {}
