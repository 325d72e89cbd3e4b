//! What comes out of the parser, whole, at every split, and byte by byte.

use std::time::Duration;

use super::Parser;
use crate::tui::model::key::{Code, Key};
use crate::tui::runtime::input::{Mouse, MouseAction, TerminalInput};

const LONG_AFTER: Duration = Duration::from_hours(1);

const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// What comes of reads at these times, and of the silence after them.
fn given(reads: &[(&[u8], Duration)]) -> Vec<TerminalInput> {
    let mut parser = Parser::default();
    let mut given = Vec::new();
    for (bytes, at) in reads {
        given.extend(parser.feed(bytes, *at));
    }
    given.extend(parser.expire(LONG_AFTER));
    given
}

fn whole(bytes: &[u8]) -> Vec<TerminalInput> {
    given(&[(bytes, Duration::ZERO)])
}

/// The bytes in two reads, so far apart.
fn split(bytes: &[u8], at: usize, apart: Duration) -> Vec<TerminalInput> {
    given(&[(&bytes[..at], Duration::ZERO), (&bytes[at..], apart)])
}

/// Each byte in a read of its own.
fn byte_by_byte(bytes: &[u8], apart: Duration) -> Vec<TerminalInput> {
    let reads = bytes.iter().enumerate();
    let reads: Vec<(&[u8], Duration)> = reads
        .map(|(place, byte)| {
            (std::slice::from_ref(byte), apart * u32::try_from(place).unwrap_or_default())
        })
        .collect();
    given(&reads)
}

fn keys(names: &[&str]) -> Vec<TerminalInput> {
    let key = |name: &&str| Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
    names.iter().map(key).map(TerminalInput::Key).collect()
}

/// What terminals send of themselves: replies to questions of this or another program, and reports.
const REPLIES: [&[u8]; 34] = [
    b"\x1b]52;c;Y2F1\x07",
    b"\x1b]52;c;Y2F1\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]4;1;rgb:cdcd/0000/0000\x07",
    b"\x1b]lnguyen van u c n \x1b\\",
    "\x1b]l\u{110}\u{1ed1}i tho\u{1ea1}i \u{1edd}u c\x1b\\".as_bytes(),
    b"\x1bP>|tmux 3.4\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP!|7E565445\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^private\x1b\\",
    b"\x1bXstart of string\x1b\\",
    b"\x9d52;c;Y2F1\x9c",
    b"\x9d11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x90>|tmux 3.4\x9c",
    b"\x9funcu\x9c",
    b"\x9euncu\x9c",
    b"\x98uncu\x9c",
    b"\xc2\x9d52;c;Y2F1\xc2\x9c",
    b"\xc2\x90>|tmux 3.4\xc2\x9c",
    b"\x9b?1;2c",
    b"\xc2\x9b?1;2c",
    b"\x1b[?62;c",
    b"\x1b[>41;354;0c",
    b"\x1b[12;40R",
    b"\x1b[0n",
    b"\x1b[8;24;80t",
    b"\x1b[?2026;2$y",
    b"\x1b[4;1$y",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[?1u",
];

#[test]
fn replies_are_nothing_whole_and_at_every_split() {
    for reply in REPLIES {
        let name = reply.escape_ascii();
        assert_eq!(whole(reply), [], "{name}");
        for at in 1..reply.len() {
            assert_eq!(split(reply, at, ms(0)), [], "{name} at {at}");
            assert_eq!(split(reply, at, ms(15)), [], "{name} at {at}");
        }
        assert_eq!(byte_by_byte(reply, ms(0)), [], "{name}");
        assert_eq!(byte_by_byte(reply, ms(19)), [], "{name}");
    }
}

#[test]
fn a_reply_whose_esc_came_earlier_gives_at_most_that_esc() {
    for reply in REPLIES {
        let name = reply.escape_ascii();
        for at in 1..reply.len() {
            for apart in [ms(21), ms(300), ms(999)] {
                let esc = &reply[..at] == b"\x1b";
                // An ESC of the string's end that was waited for too long ends nothing: the rest is one more.
                let expected = if esc { keys(&["Esc"]) } else { keys(&[]) };
                assert_eq!(split(reply, at, apart), expected, "{name} at {at}, {apart:?} apart");
            }
        }
        let slow = byte_by_byte(reply, ms(45));
        let expected = if reply[0] == 0x1b { keys(&["Esc"]) } else { keys(&[]) };
        assert_eq!(slow, expected, "{name}");
    }
}

#[test]
fn what_comes_after_a_reply_is_typing() {
    for reply in REPLIES {
        let then = [reply, b"n"].concat();
        assert_eq!(whole(&then), keys(&["n"]), "{}", reply.escape_ascii());
    }
}

#[test]
fn a_string_without_an_end_is_over_after_a_second_of_silence() {
    for begun in [&b"\x1b]52;c;"[..], b"\x1bP>|t", b"\x1b_G", b"\x1b[12;", b"\x9d", b"\xe1\xbb"] {
        let name = begun.escape_ascii();
        assert_eq!(given(&[(begun, ms(0)), (b"n", ms(1000))]), keys(&["n"]), "{name}");
    }
    let strings = [&b"\x1b]52;c;"[..], b"\x1bP>|t", b"\x1b_G"];
    for begun in strings {
        assert_eq!(given(&[(begun, ms(0)), (b"n", ms(999)), (b"u", ms(1998))]), []);
    }
}

#[test]
fn a_long_string_is_swallowed_and_not_kept() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b]52;c;", ms(0)), []);
    for _ in 0..64 {
        assert_eq!(parser.feed(&[b'u'; 4096], ms(1)), []);
    }
    assert_eq!(parser.feed(b"\x07n", ms(1)), keys(&["n"]));
    let junk = [b"\x1b[", &vec![b'1'; 100_000][..], b"A"].concat();
    assert_eq!(whole(&junk), []);
}

#[test]
fn an_unknown_control_sequence_is_nothing() {
    let unknown = [
        &b"\x1b[99~"[..],
        b"\x1b[1;2;3;4;5A",
        b"\x1b[ q",
        b"\x1b[!p",
        b"\x1b[\xff\xfeu",
        b"\x1b[\r\nA",
        b"\x1b[2;3H",
        b"\x1b[57358u",
        b"\x1b[97;1:3u",
        b"\x1b[1;1:3A",
        b"\x1b[201~",
        b"\x1b[>4;2m",
        b"\x1bOz",
        b"\x1b[[Z",
    ];
    for sequence in unknown {
        assert_eq!(whole(sequence), [], "{}", sequence.escape_ascii());
    }
}

#[test]
fn escape_and_a_key_in_one_read_are_both_keys() {
    assert_eq!(whole(b"\x1bn"), keys(&["Esc", "n"]));
    assert_eq!(whole("\x1b\u{111}".as_bytes()), keys(&["Esc", "đ"]));
    assert_eq!(whole(b"\x1b\r"), keys(&["Esc", "Enter"]));
    assert_eq!(whole(b"\x1b\x1b"), keys(&["Esc", "Esc"]));
    assert_eq!(whole(b"\x1b\x1b[A"), keys(&["Esc", "↑"]));
    assert_eq!(whole(b"\x1bO"), keys(&["Esc", "O"]));
    assert_eq!(whole(b"\x1b\x7f"), keys(&["Backspace"]));
    assert_eq!(whole(b"\x1b\x08"), keys(&["Backspace"]));
    assert_eq!(whole(b"n\x1b"), keys(&["n", "Esc"]));
}

#[test]
fn a_lone_escape_is_given_after_a_moment() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b", ms(5)), []);
    assert_eq!(parser.deadline(), Some(ms(25)));
    assert_eq!(parser.expire(ms(24)), []);
    assert_eq!(parser.expire(ms(25)), keys(&["Esc"]));
    assert_eq!(parser.deadline(), None);
}

#[test]
fn a_bracket_soon_after_escape_is_a_key_when_nothing_follows_it() {
    for key in ["[", "]", "P", "X", "^", "_"] {
        let mut parser = Parser::default();
        assert_eq!(parser.feed(b"\x1b", ms(0)), []);
        assert_eq!(parser.feed(key.as_bytes(), ms(500)), keys(&["Esc"]));
        assert_eq!(parser.expire(ms(550)), keys(&[key]), "{key}");
        assert_eq!(parser.feed(format!("{key}n").as_bytes(), ms(700)), keys(&[key, "n"]));
    }
    assert_eq!(given(&[(b"\x1b", ms(0)), (b"]n", ms(1020))]), keys(&["Esc", "]", "n"]));
    assert_eq!(given(&[(b"\x1b", ms(0)), (b"[A", ms(400))]), keys(&["Esc", "↑"]));
}

#[test]
fn keys_are_known_in_the_forms_of_many_terminals_at_every_split() {
    let forms: [(&[u8], &str); 62] = [
        (b"\x1b[A", "↑"),
        (b"\x1bOB", "↓"),
        (b"\x9bC", "→"),
        (b"\xc2\x9bD", "←"),
        (b"\x1b[1;2A", "Shift+↑"),
        (b"\x1b[1;5C", "Ctrl+→"),
        (b"\x1b[1;3D", "Alt+←"),
        (b"\x1b[5C", "Ctrl+→"),
        (b"\x1b[a", "Shift+↑"),
        (b"\x1bOd", "Ctrl+←"),
        (b"\x1b[H", "Home"),
        (b"\x1bOH", "Home"),
        (b"\x1b[1~", "Home"),
        (b"\x1b[7~", "Home"),
        (b"\x1b[1;2H", "Shift+Home"),
        (b"\x1b[7$", "Shift+Home"),
        (b"\x1b[F", "End"),
        (b"\x1b[4~", "End"),
        (b"\x1b[8~", "End"),
        (b"\x1b[8^", "Ctrl+End"),
        (b"\x1b[1;6F", "Ctrl+Shift+End"),
        (b"\x1b[3~", "Del"),
        (b"\x1b[3;5~", "Ctrl+Del"),
        (b"\x1b[5~", "PgUp"),
        (b"\x1b[6~", "PgDn"),
        (b"\x1bOP", "F1"),
        (b"\x1b[[A", "F1"),
        (b"\x1b[11~", "F1"),
        (b"\x1b[P", "F1"),
        (b"\x1bOQ", "F2"),
        (b"\x1b[[B", "F2"),
        (b"\x1b[12~", "F2"),
        (b"\x1bOR", "F3"),
        (b"\x1b[[C", "F3"),
        (b"\x1b[13~", "F3"),
        (b"\x1bOS", "F4"),
        (b"\x1b[[D", "F4"),
        (b"\x1b[14~", "F4"),
        (b"\x1b[15~", "F5"),
        (b"\x1b[[E", "F5"),
        (b"\x1b[17~", "F6"),
        (b"\x1b[18~", "F7"),
        (b"\x1b[19~", "F8"),
        (b"\x1b[20~", "F9"),
        (b"\x1b[21~", "F10"),
        (b"\x1b[23~", "F11"),
        (b"\x1b[24~", "F12"),
        (b"\x1b[1;2P", "Shift+F1"),
        (b"\x1b[Z", "Shift+Tab"),
        (b"\x1b[9;2u", "Shift+Tab"),
        (b"\x1b[13;5u", "Ctrl+Enter"),
        (b"\x1b[27;5;13~", "Ctrl+Enter"),
        (b"\x1b[115;5u", "Ctrl+S"),
        (b"\x1b[97;2u", "A"),
        (b"\x1b[97:65;2u", "A"),
        (b"\x1b[27u", "Esc"),
        (b"\x1b[127u", "Backspace"),
        (b"\x1b[104;5u", "Backspace"),
        (b"\x1b[57414u", "Enter"),
        (b"\x1b[57400u", "1"),
        (b"\x1bOM", "Enter"),
        (b"\x1bOy", "9"),
    ];
    for (bytes, name) in forms {
        let sent = bytes.escape_ascii();
        assert_eq!(whole(bytes), keys(&[name]), "{sent}");
        for at in 1..bytes.len() {
            assert_eq!(split(bytes, at, ms(15)), keys(&[name]), "{sent} at {at}");
        }
        assert_eq!(byte_by_byte(bytes, ms(15)), keys(&[name]), "{sent}");
    }
}

#[test]
fn control_keys_and_letters_are_keys() {
    assert_eq!(whole(b"\x13\x01\x1a\x00"), keys(&["Ctrl+S", "Ctrl+A", "Ctrl+Z", "Ctrl+Space"]));
    assert_eq!(whole(b"\t\r\n"), keys(&["Tab", "Enter", "Enter"]));
    assert_eq!(whole(b"\x7f\x08"), keys(&["Backspace", "Backspace"]));
    assert_eq!(whole(b"\x1c\x1f"), keys(&["Ctrl+4", "Ctrl+7"]));
    assert_eq!(whole("\u{7f}đ".as_bytes()), keys(&["Backspace", "đ"]));
    assert_eq!(whole("Ủy👍 ".as_bytes()), keys(&["Ủ", "y", "👍", "Space"]));
}

#[test]
fn a_character_may_come_in_pieces_and_what_is_none_is_nothing() {
    let bytes = "ờ👍".as_bytes();
    for at in 1..bytes.len() {
        assert_eq!(split(bytes, at, ms(900)), keys(&["ờ", "👍"]), "at {at}");
    }
    assert_eq!(whole(b"a\xffb"), keys(&["a", "b"]));
    assert_eq!(whole(b"\xe1\xbbn"), keys(&["n"]));
    assert_eq!(whole(b"\xed\xa0\x80n"), keys(&["n"]));
    assert_eq!(whole(b"\xc0\xafn\x80"), keys(&["n"]));
}

#[test]
fn the_mouse_is_known_in_three_forms() {
    let mouse = |action, column, row| [TerminalInput::Mouse(Mouse { action, column, row })];
    assert_eq!(whole(b"\x1b[<0;5;7M"), mouse(MouseAction::Press, 4, 6));
    assert_eq!(whole(b"\x1b[<0;5;7m"), []);
    assert_eq!(whole(b"\x1b[<32;5;7M"), mouse(MouseAction::Drag, 4, 6));
    assert_eq!(whole(b"\x1b[<64;1;1M"), mouse(MouseAction::WheelUp, 0, 0));
    assert_eq!(whole(b"\x1b[<65;300;200M"), mouse(MouseAction::WheelDown, 299, 199));
    assert_eq!(whole(b"\x1b[<2;5;7M\x1b[<35;5;7M\x1b[<66;1;1M"), []);
    assert_eq!(whole(b"\x1b[32;5;7M"), mouse(MouseAction::Press, 4, 6));
    assert_eq!(whole(b"\x1b[M %'"), mouse(MouseAction::Press, 4, 6));
    assert_eq!(whole(b"\x1b[M#%'n"), keys(&["n"]));
}

fn pasted(text: &str) -> TerminalInput {
    TerminalInput::Paste(text.to_owned())
}

#[test]
fn a_paste_is_one_text_at_every_split() {
    let bytes = "\x1b[200~Nhà trọ\r\nquá \x1b[2 đắt\x1b[201~n".as_bytes();
    let mut expected = vec![pasted("Nhà trọ\r\nquá \x1b[2 đắt")];
    expected.extend(keys(&["n"]));
    assert_eq!(whole(bytes), expected);
    for at in 1..bytes.len() {
        assert_eq!(split(bytes, at, ms(19)), expected, "at {at}");
        if at > 6 {
            assert_eq!(split(bytes, at, ms(999)), expected, "at {at}");
        }
    }
    assert_eq!(byte_by_byte(bytes, ms(19)), expected);
}

#[test]
fn a_paste_without_its_end_is_taken_after_a_second_and_what_follows_is_typing() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b[200~abc", ms(0)), []);
    assert_eq!(parser.deadline(), Some(ms(1000)));
    assert_eq!(parser.expire(ms(1000)), [pasted("abc")]);
    assert_eq!(parser.feed(b"n", ms(1100)), keys(&["n"]));
    assert_eq!(
        given(&[(b"\x1b[200~abc", ms(0)), (b"n", ms(1200))]),
        [pasted("abc"), keys(&["n"]).remove(0),]
    );
}

#[test]
fn the_end_of_a_paste_may_come_late_whole_or_in_part() {
    let bytes = b"\x1b[200~abc\x1b[201~n";
    let mut expected = vec![pasted("abc")];
    expected.extend(keys(&["n"]));
    for at in 9..bytes.len() {
        assert_eq!(split(bytes, at, ms(5000)), expected, "at {at}");
    }
}

#[test]
fn a_very_long_paste_keeps_a_mebibyte() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b[200~", ms(0)), []);
    for _ in 0..300 {
        assert_eq!(parser.feed(&[b'u'; 4096], ms(0)), []);
    }
    let given = parser.feed(b"\x1b[201~", ms(0));
    let [TerminalInput::Paste(text)] = &given[..] else { panic!("{given:?}") };
    assert_eq!(text.len(), 1024 * 1024);
}

#[test]
fn keys_after_a_paste_that_ends_early_are_not_swallowed() {
    let expected = vec![pasted("a"), TerminalInput::Key(Key::plain(Code::Char('b')))];
    assert_eq!(whole(b"\x1b[200~a\x1b[201~b\x1b[201~"), expected);
    assert_eq!(whole(b"\x1b[200~\x1b[201~"), []);
}
