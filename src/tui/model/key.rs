//! A key as the desk knows it, whatever terminal it came from, with the name people call it by.

use std::fmt;

/// One keypress. A letter carries its own case: `shift` is told only of keys that are no letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

/// What was pressed, without the keys held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The keys that are no letters, by name. Where two names stand for one key, the first is shown.
const NAMES: [(&str, Code); 21] = [
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift+Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Del", Code::Delete),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("BackTab", Code::BackTab),
    ("Delete", Code::Delete),
];

impl Key {
    /// The key alone, nothing held down with it.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The key that types `letter`.
    #[must_use]
    pub const fn char(letter: char) -> Self {
        Self::plain(Code::Char(letter))
    }

    /// The key with Ctrl held down.
    #[must_use]
    pub const fn with_ctrl(code: Code) -> Self {
        Self { code, ctrl: true, alt: false, shift: false }
    }

    /// Reads a key by its name: `n`, `U`, `Ctrl+S`, `Shift+Tab`, `↑`, `F2`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = name;
        loop {
            if let Some(code) = named(rest).or_else(|| function_key(rest)).or_else(|| letter(rest))
            {
                key.code = code;
                return Some(key.tidied());
            }
            let (held, after) = rest.split_once('+')?;
            match held {
                "Ctrl" => key.ctrl = true,
                "Alt" => key.alt = true,
                "Shift" => key.shift = true,
                _ => return None,
            }
            rest = after;
        }
    }

    /// One spelling for each key, so that two that mean the same are equal: a letter has its case and
    /// no Shift of its own, and Ctrl makes no difference between `s` and `S`.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        match self.code {
            Code::Char(letter) if self.ctrl => self.code = Code::Char(letter.to_ascii_lowercase()),
            Code::Char(_) | Code::BackTab => self.shift = false,
            Code::Tab if self.shift => return Self { code: Code::BackTab, shift: false, ..self },
            _ => {}
        }
        self
    }

    /// The letter this key types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// The letter meant by a command key: with an input method on, `w` may arrive as `ư`.
    #[must_use]
    pub fn plain_letter(self) -> Option<char> {
        self.typed().map(|letter| match letter {
            'ư' => 'w',
            'Ư' => 'W',
            'đ' => 'd',
            'Đ' => 'D',
            'â' | 'ă' => 'a',
            'Â' | 'Ă' => 'A',
            'ê' => 'e',
            'Ê' => 'E',
            'ô' | 'ơ' => 'o',
            'Ô' | 'Ơ' => 'O',
            other => other,
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        match (self.code, NAMES.iter().find(|(_, code)| *code == self.code)) {
            (_, Some((name, _))) => f.write_str(name),
            (Code::F(number), None) => write!(f, "F{number}"),
            (Code::Char(letter), None) if self.ctrl => write!(f, "{}", letter.to_ascii_uppercase()),
            (Code::Char(letter), None) => write!(f, "{letter}"),
            (_, None) => Ok(()),
        }
    }
}

fn named(name: &str) -> Option<Code> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

fn function_key(name: &str) -> Option<Code> {
    name.strip_prefix('F')?.parse().ok().filter(|number| (1..=24).contains(number)).map(Code::F)
}

fn letter(name: &str) -> Option<Code> {
    let mut letters = name.chars();
    letters.next().filter(|_| letters.next().is_none()).map(Code::Char)
}

#[cfg(test)]
mod tests {
    use super::{Code, Key};

    #[test]
    fn a_key_is_shown_by_the_name_it_is_read_by() {
        for name in [
            "n",
            "U",
            "F",
            "?",
            "+",
            "Ctrl+S",
            "Ctrl++",
            "Shift+Tab",
            "Alt+Enter",
            "Ctrl+Shift+Z",
            "Shift+↑",
            "F2",
            "Space",
            "PgDn",
            "Esc",
            "đ",
        ] {
            assert_eq!(Key::parse(name).map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::parse("Up"), Key::parse("↑"));
    }

    #[test]
    fn what_names_no_key_is_no_key() {
        for wrong in ["", "Ctrl+", "Hyper+x", "F0", "F25", "ab", "+a"] {
            assert_eq!(Key::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_capital_is_the_same_key_with_shift_and_without() {
        let with_shift = Key { shift: true, ..Key::char('U') };
        assert_eq!(with_shift.tidied(), Key::char('U'));
        assert_eq!(Key::with_ctrl(Code::Char('S')).tidied(), Key::with_ctrl(Code::Char('s')));
    }

    #[test]
    fn a_command_letter_is_known_under_the_marks_an_input_method_gave_it() {
        let typed = "ưđâăêôơƯĐÂĂÊÔƠn";
        let meant: String = typed.chars().filter_map(|c| Key::char(c).plain_letter()).collect();
        assert_eq!(meant, "wdaaeooWDAAEOOn");
        assert_eq!(Key::with_ctrl(Code::Char('d')).plain_letter(), None);
    }
}
