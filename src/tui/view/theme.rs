//! The colours and signs of the screen: the only place where a colour is named.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::model::Theme;

/// The styles of one theme, by what they say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    pub text: Style,
    /// What is there to be found, not to be read first.
    pub quiet: Style,
    pub strong: Style,
    pub border: Style,
    /// The border of the active pane.
    pub border_active: Style,
    /// The chosen row.
    pub chosen: Style,
    /// Who is on the floor, as a bar over the whole width.
    pub floor_bar: Style,
    /// Who is on the floor, in a row.
    pub floor: Style,
    /// An answer that was given.
    pub answered: Style,
    /// An answer that is still owed, whole or in part.
    pub owed: Style,
    /// Trouble, in words.
    pub trouble: Style,
    /// Trouble, as a bar over the whole width.
    pub trouble_bar: Style,
    /// A key of the keyboard.
    pub key: Style,
    /// Where letters are typed now.
    pub typing: Style,
    /// Letters marked to be taken out or typed over.
    pub selected: Style,
    /// Whether every sign must be ASCII.
    pub plain: bool,
}

impl Palette {
    pub(crate) fn of(theme: Theme) -> Self {
        match theme {
            Theme::Dark => Self::coloured(&DARK),
            Theme::Light => Self::coloured(&LIGHT),
            Theme::Plain => Self::colourless(),
        }
    }

    fn coloured(tones: &Tones) -> Self {
        let fore = |tone: u8| Style::new().fg(Color::Indexed(tone));
        let bold = Modifier::BOLD;
        Self {
            text: Style::new(),
            quiet: fore(tones.quiet),
            strong: Style::new().add_modifier(bold),
            border: fore(tones.border),
            border_active: fore(tones.quiet).add_modifier(bold),
            chosen: Style::new().bg(Color::Indexed(tones.lifted)).add_modifier(bold),
            floor_bar: fore(tones.on_bar).bg(Color::Indexed(tones.floor)).add_modifier(bold),
            floor: fore(tones.floor).add_modifier(bold),
            answered: fore(tones.answered),
            owed: fore(tones.owed),
            trouble: fore(tones.trouble).add_modifier(bold),
            trouble_bar: fore(tones.on_bar).bg(Color::Indexed(tones.trouble)).add_modifier(bold),
            key: Style::new().add_modifier(bold),
            typing: Style::new().bg(Color::Indexed(tones.lifted)),
            selected: Style::new().add_modifier(Modifier::REVERSED),
            plain: false,
        }
    }

    fn colourless() -> Self {
        let (bold, reversed) = (Modifier::BOLD, Modifier::REVERSED);
        let plain = Style::new();
        Self {
            text: plain,
            quiet: plain,
            strong: plain.add_modifier(bold),
            border: plain,
            border_active: plain.add_modifier(bold),
            chosen: plain.add_modifier(bold),
            floor_bar: plain.add_modifier(bold | reversed),
            floor: plain.add_modifier(bold),
            answered: plain,
            owed: plain,
            trouble: plain.add_modifier(bold | reversed),
            trouble_bar: plain.add_modifier(bold | reversed),
            key: plain.add_modifier(bold),
            typing: plain.add_modifier(Modifier::UNDERLINED),
            selected: plain.add_modifier(reversed),
            plain: true,
        }
    }
}

/// The tones of a coloured theme, in the palette of 256.
struct Tones {
    quiet: u8,
    border: u8,
    lifted: u8,
    floor: u8,
    answered: u8,
    owed: u8,
    trouble: u8,
    /// Letters on a bar of `floor` or `trouble`.
    on_bar: u8,
}

const DARK: Tones = Tones {
    quiet: 247,
    border: 240,
    lifted: 237,
    floor: 116,
    answered: 114,
    owed: 180,
    trouble: 210,
    on_bar: 16,
};

const LIGHT: Tones = Tones {
    quiet: 240,
    border: 248,
    lifted: 254,
    floor: 24,
    answered: 28,
    owed: 94,
    trouble: 124,
    on_bar: 231,
};

/// The signs of the screen. Each is one cell wide and has an ASCII stand-in in [`ascii`].
pub(crate) mod sign {
    pub(crate) const CHOSEN: &str = "▌";
    /// Marked, to be dealt with together with others.
    pub(crate) const MARKED: &str = "◆";
    pub(crate) const FLOOR: &str = "●";
    pub(crate) const SUPPORT: &str = "○";
    pub(crate) const HERE: &str = "▸";
    pub(crate) const ANSWERED: &str = "✓";
    pub(crate) const PARTLY: &str = "½";
    pub(crate) const FOLLOWS: &str = "↳";
    pub(crate) const REFERRED: &str = "→";
    pub(crate) const DECLINED: &str = "×";
    pub(crate) const WITHDRAWN: &str = "−";
    pub(crate) const MERGED: &str = "=";
    pub(crate) const SPLIT: &str = "÷";
    /// To be answered in writing.
    pub(crate) const WRITTEN: &str = "¶";
    pub(crate) const DAMAGED: &str = "✗";
    pub(crate) const PLAYS: &str = "▶";
    pub(crate) const RESTS: &str = "‖";
    pub(crate) const POSITION: char = '▲';
    pub(crate) const NOTHING: &str = "–";
    pub(crate) const MORE: &str = "…";
    pub(crate) const BETWEEN: &str = " · ";
}

/// The ASCII stand-in of a sign of this program, for terminals that show nothing else.
pub(crate) fn ascii(sign: char) -> Option<char> {
    Some(match sign {
        '▌' | '▸' | '▶' | '→' | '›' => '>',
        '←' | '‹' => '<',
        '↑' => '^',
        '↓' => 'v',
        '●' => '*',
        '◆' => '+',
        '○' => 'o',
        '✓' => 'v',
        '½' => '~',
        '↳' => '`',
        '×' => 'x',
        '−' | '–' | '─' | '·' => '-',
        '÷' => '/',
        '¶' => 'w',
        '¬' => '!',
        '‖' => '|',
        '≤' => '<',
        '■' => ']',
        '□' => '[',
        '▲' => '^',
        '✗' => 'X',
        '┆' => '\'',
        '┈' => ' ',
        '▒' => ':',
        '▓' => '%',
        '█' => '#',
        '…' => '.',
        '▄' => '=',
        '│' => '|',
        '╭' | '╮' | '╰' | '╯' | '├' | '┤' | '└' => '+',
        '“' | '”' => '"',
        _ => return None,
    })
}
