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
    pub ascii: bool,
}

impl Palette {
    pub(crate) fn of(theme: Theme) -> Self {
        match theme {
            Theme::Dark => Self::coloured(&DARK),
            Theme::Light => Self::coloured(&LIGHT),
            Theme::NoColour => Self::colourless(false),
            Theme::Ascii => Self::colourless(true),
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
            ascii: false,
        }
    }

    fn colourless(ascii: bool) -> Self {
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
            ascii,
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
    quiet: 249,
    border: 245,
    lifted: 237,
    floor: 116,
    answered: 114,
    owed: 180,
    trouble: 210,
    on_bar: 16,
};

const LIGHT: Tones = Tones {
    quiet: 240,
    border: 241,
    lifted: 254,
    floor: 24,
    answered: 22,
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

#[cfg(test)]
mod tests {
    use super::{DARK, LIGHT, Tones};

    /// Black, and the grounds of terminals that are called dark; white, and those that are called light.
    const DARK_GROUNDS: [[u8; 3]; 3] = [[0, 0, 0], [0x1e, 0x1e, 0x1e], [0x30, 0x0a, 0x24]];
    const LIGHT_GROUNDS: [[u8; 3]; 3] = [[0xff; 3], [0xfa, 0xfa, 0xfa], [0xee, 0xee, 0xec]];
    /// What WCAG asks of text.
    const ENOUGH: f64 = 4.5;

    /// The colour of a place in the palette of 256, above the sixteen that terminals choose themselves.
    fn colour(place: u8) -> [u8; 3] {
        let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
        match place {
            232.. => [8 + 10 * (place - 232); 3],
            _ => {
                let cube = place - 16;
                [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
            }
        }
    }

    fn luminance(colour: [u8; 3]) -> f64 {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn assert_readable(tones: &Tones, grounds: [[u8; 3]; 3]) {
        let words =
            [tones.quiet, tones.border, tones.floor, tones.answered, tones.owed, tones.trouble];
        for (place, tone) in words.into_iter().enumerate() {
            for ground in grounds {
                let told = contrast(colour(tone), ground);
                assert!(told >= ENOUGH, "tone {place} ({tone}) on {ground:?}: {told:.2}");
            }
        }
        for (letters, ground) in [
            (tones.quiet, tones.lifted),
            (tones.on_bar, tones.floor),
            (tones.on_bar, tones.trouble),
        ] {
            let told = contrast(colour(letters), colour(ground));
            assert!(told >= ENOUGH, "{letters} on {ground}: {told:.2}");
        }
    }

    #[test]
    fn every_tone_can_be_read_on_the_ground_its_theme_is_meant_for() {
        assert_readable(&DARK, DARK_GROUNDS);
        assert_readable(&LIGHT, LIGHT_GROUNDS);
    }
}
