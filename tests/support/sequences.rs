//! The oracle: every sequence that reached the terminal is one that the program itself uses.

use vte::{Params, Parser, Perform};

#[derive(Default)]
struct Oracle {
    foreign: Vec<String>,
}

/// What is in `bytes` besides moving, colours, erasing and the modes the desk sets.
pub fn foreign(bytes: &[u8]) -> Vec<String> {
    let mut oracle = Oracle::default();
    Parser::new().advance(&mut oracle, bytes);
    oracle.foreign
}

impl Perform for Oracle {
    fn print(&mut self, letter: char) {
        if doithoai::text::safe::is_hostile(letter) {
            self.foreign.push(format!("printed {letter:?}"));
        }
    }

    fn execute(&mut self, byte: u8) {
        if !matches!(byte, b'\r' | b'\n' | 8) {
            self.foreign.push(format!("executed {byte:#x}"));
        }
    }

    fn csi_dispatch(&mut self, params: &Params, between: &[u8], _: bool, action: char) {
        let first = params.iter().next().and_then(|param| param.first()).copied().unwrap_or(0);
        let ours = match (between, action) {
            ([], 'H' | 'm' | 'J' | 'K' | 'A' | 'B' | 'C' | 'D' | 'G') => true,
            ([b'?'], 'h' | 'l') => {
                matches!(first, 25 | 1000 | 1002 | 1003 | 1006 | 1015 | 1049 | 2004)
            }
            _ => false,
        };
        if !ours {
            self.foreign.push(format!("CSI {between:?} {first} {action}"));
        }
    }

    fn esc_dispatch(&mut self, between: &[u8], _: bool, byte: u8) {
        self.foreign.push(format!("ESC {between:?} {byte:#x}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        self.foreign.push(format!("OSC {params:?}"));
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, action: char) {
        self.foreign.push(format!("DCS {action}"));
    }
}
