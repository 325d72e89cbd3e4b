//! What typing, pasting and taking back come to in the editing fields, whatever the keyboard sends.

use doithoai::tui::model::edit::{
    Composes, FieldGeometry, LineField, Method, Page, Telex, TextField, Used,
};
use doithoai::tui::model::key::{Code, Key};
use proptest::prelude::*;
use unicode_normalization::is_nfc;
use unicode_width::UnicodeWidthStr;

fn key(name: &str) -> Key {
    Key::parse(name).unwrap_or_else(|| panic!("no key is called {name}"))
}

/// Presses the named keys one after another; a name in quotes is typed letter by letter.
fn press(field: &mut TextField, keys: &str) {
    press_with(field, &mut Telex::default(), keys);
}

fn press_with(field: &mut TextField, telex: &mut Telex, keys: &str) {
    for (place, part) in keys.split('"').enumerate() {
        if place % 2 == 1 {
            for letter in part.chars() {
                assert_eq!(field.key(Key::char(letter), telex), Used::Used);
            }
        } else {
            for name in part.split_whitespace() {
                assert_eq!(field.key(key(name), telex), Used::Used, "{name}");
            }
        }
    }
}

/// The rows of a page, the cursor drawn as `▏` and what is selected between brackets.
fn drawn(page: &Page) -> Vec<String> {
    let mut rows = Vec::new();
    for (number, row) in page.rows.iter().enumerate() {
        let mut drawn = String::new();
        let mut column = 0;
        for piece in row {
            drawn.push_str(if piece.selected { "[" } else { "" });
            for letter in piece.text.chars() {
                if page.cursor == (column, u16::try_from(number).expect("a low row")) {
                    drawn.push('▏');
                }
                drawn.push(letter);
                column += u16::try_from(letter.to_string().width()).expect("a narrow letter");
            }
            drawn.push_str(if piece.selected { "]" } else { "" });
        }
        if usize::from(page.cursor.1) == number && page.cursor.0 >= column {
            drawn.push('▏');
        }
        rows.push(drawn);
    }
    rows
}

#[test]
fn what_an_input_method_sends_in_one_chunk_comes_out_right() {
    let mut field = TextField::new("");
    press(&mut field, "\"tie\" Backspace Backspace \"iê\" \"n\" Backspace Backspace \"ến\"");
    assert_eq!(field.text(), "tiến");
}

#[test]
fn a_mark_typed_after_its_letter_becomes_one_with_it() {
    let mut field = TextField::new("");
    press(&mut field, "\"Ca\u{302}\u{300}n The\u{302}\"");
    assert_eq!(field.text(), "Cần Thê");
    press(&mut field, "← → Backspace");
    assert_eq!(field.text(), "Cần Th");
}

#[test]
fn a_backspace_after_a_mark_just_typed_takes_the_mark_and_not_its_letter() {
    for (keys, left) in [
        ("\"tiê\u{301}\" Backspace \"\u{300}n\"", "tiền"),
        ("\"tie\u{302}\u{301}\" Backspace \"\u{300}n\"", "tiền"),
        ("\"tie\u{302}\u{301}\" Backspace Backspace \"n\"", "tien"),
        ("\"tie\u{302}\u{301}\" Backspace Backspace Backspace", "ti"),
        ("\"x\u{301}\" Backspace", "x"),
        ("\"tiê\u{301}n\" Backspace Backspace", "ti"),
        ("\"tiê\u{301}\" ← → Backspace", "ti"),
        ("\"tiê\u{301}\" Ctrl+Z Ctrl+Y Backspace", "ti"),
    ] {
        let mut field = TextField::new("");
        press(&mut field, keys);
        assert_eq!(field.text(), left, "{keys}");
        press(&mut field, "Ctrl+Z Ctrl+Z Ctrl+Z");
        assert_eq!(field.text(), "", "{keys}");
    }
}

#[test]
fn codes_are_not_composed() {
    let typed = |method, keys: &str, composes| {
        let mut telex = Telex::new(method);
        let mut line = LineField::new("");
        for letter in keys.chars() {
            assert_eq!(line.key_within(Key::char(letter), &mut telex, composes), Used::Used);
        }
        assert_eq!(telex.method(), method);
        line.text()
    };
    assert_eq!(typed(Method::Vni, "A12", Composes::Nothing), "A12");
    assert_eq!(typed(Method::Telex, "AA5", Composes::Nothing), "AA5");
    assert_eq!(
        typed(Method::Telex, "12/QDD-UBND AA5 ", Composes::Abbreviations),
        "12/QĐ-UBND AA5 "
    );
    assert_eq!(typed(Method::Vni, "12/QD9-UBND A12 ", Composes::Abbreviations), "12/QĐ-UBND A12 ");
    assert_eq!(typed(Method::Telex, "+10d 10/12 +2t", Composes::Words), "+10d 10/12 +2t");
    assert_eq!(typed(Method::Vni, "+10d 10/12 +2t", Composes::Words), "+10d 10/12 +2t");
}

#[test]
fn a_paste_is_kept_whole_with_its_lines_in_nfc() {
    let mut field = TextField::new("a");
    assert_eq!(field.paste("mo\u{323}\u{302}t\r\nhai\rba\tbốn"), Used::Used);
    assert_eq!(field.text(), "amột\nhai\nba\tbốn");
    let mut line = LineField::new("");
    assert_eq!(line.paste("một\r\nhai\n"), Used::Used);
    assert_eq!(line.text(), "một hai ");
}

#[test]
fn strange_characters_are_kept_as_given_and_shown_as_one_symbol() {
    let given = "a\u{1b}[31m\u{202e}b\tc";
    let mut field = TextField::new(given);
    assert_eq!(field.text(), given);
    assert_eq!(drawn(&page(&mut field, 40, 1)), ["a␛[31m�b␉c▏"]);
}

#[test]
fn long_lines_break_between_words_and_never_before_a_comma() {
    let mut field = TextField::new("Nhà trọ quá đắt, sinh viên năm nhất ở đâu?");
    assert_eq!(
        drawn(&page(&mut field, 17, 4)),
        ["Nhà trọ quá đắt, ", "sinh viên năm ", "nhất ở đâu?▏"]
    );
}

#[test]
fn a_word_longer_than_the_field_is_broken_between_letters() {
    let mut field = TextField::new("xem https://cantho.gov.vn/đối-thoại");
    assert_eq!(
        drawn(&page(&mut field, 11, 5)),
        ["xem ", "https://ca", "ntho.gov.v", "n/đối-thoạ", "i▏"]
    );
}

#[test]
fn the_cursor_stands_after_wide_letters_and_whole_families() {
    let mut field = TextField::new("犬👩‍👩‍👧x");
    assert_eq!(page(&mut field, 10, 1).cursor, (5, 0));
    press(&mut field, "← ←");
    assert_eq!(page(&mut field, 10, 1).cursor, (2, 0));
    press(&mut field, "Del");
    assert_eq!(field.text(), "犬x");
}

#[test]
fn the_page_moves_only_when_the_cursor_leaves_it() {
    let mut field = TextField::new("1\n2\n3\n4\n5\n6");
    assert_eq!(drawn(&page(&mut field, 10, 3)), ["4", "5", "6▏"]);
    press(&mut field, "↑ ↑");
    assert_eq!(drawn(&page(&mut field, 10, 3)), ["4▏", "5", "6"]);
    press(&mut field, "↑");
    let seen = page(&mut field, 10, 3);
    assert_eq!((drawn(&seen), seen.before, seen.after), (rows(&["3▏", "4", "5"]), 2, 1));
    press(&mut field, "PgUp PgUp");
    assert_eq!(drawn(&page(&mut field, 10, 3)), ["▏1", "2", "3"]);
}

/// The field as a frame draws it; it is told where.
fn page(field: &mut TextField, width: u16, height: u16) -> Page {
    let page = field.page(width, height);
    field.was_drawn(FieldGeometry { width, height, before: page.before });
    page
}

fn line_page(line: &mut LineField, width: u16) -> Page {
    let page = line.page(width);
    line.was_drawn(FieldGeometry { width, height: 1, before: page.before });
    page
}

fn rows(rows: &[&str]) -> Vec<String> {
    rows.iter().map(|row| (*row).to_owned()).collect()
}

#[test]
fn going_up_and_down_keeps_to_its_column() {
    let mut field = TextField::new("dài lắm\nx\ncũng dài");
    press(&mut field, "Ctrl+Home End ↓");
    assert_eq!(drawn(&page(&mut field, 20, 3)), ["dài lắm", "x▏", "cũng dài"]);
    press(&mut field, "↓");
    assert_eq!(drawn(&page(&mut field, 20, 3)), ["dài lắm", "x", "cũng dà▏i"]);
    press(&mut field, "↓ ↓");
    assert_eq!(drawn(&page(&mut field, 20, 3)), ["dài lắm", "x", "cũng dài▏"]);
}

#[test]
fn home_goes_to_the_row_first_and_then_to_the_line() {
    let mut field = TextField::new("một hai ba bốn");
    let _ = page(&mut field, 9, 3);
    press(&mut field, "Home");
    assert_eq!(drawn(&page(&mut field, 9, 3)), ["một hai ", "▏ba bốn"]);
    press(&mut field, "Home");
    assert_eq!(drawn(&page(&mut field, 9, 3)), ["▏một hai ", "ba bốn"]);
    press(&mut field, "End");
    assert_eq!(drawn(&page(&mut field, 9, 3)), ["một hai▏ ", "ba bốn"]);
    press(&mut field, "End");
    assert_eq!(drawn(&page(&mut field, 9, 3)), ["một hai ", "ba bốn▏"]);
}

#[test]
fn what_is_selected_is_shown_and_typed_over() {
    let mut field = TextField::new("một hai\nba");
    press(&mut field, "Ctrl+Home Ctrl+→ Shift+↓");
    assert_eq!(drawn(&page(&mut field, 20, 2)), ["một [hai][ ]", "[ba]▏"]);
    press(&mut field, "\"x\"");
    assert_eq!(field.text(), "một x");
    press(&mut field, "Ctrl+Z");
    assert_eq!(field.text(), "một hai\nba");
    press(&mut field, "Ctrl+A Ctrl+X Ctrl+V Ctrl+V");
    assert_eq!(field.text(), "một hai\nbamột hai\nba");
}

#[test]
fn undo_takes_back_a_word_at_a_time_and_redo_brings_it_again() {
    let mut field = TextField::new("");
    press(&mut field, "\"kính thưa\" Enter \"các\"");
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut field, "Ctrl+Z");
        seen.push(field.text());
    }
    assert_eq!(seen, ["kính thưa\n", "kính ", ""]);
    press(&mut field, "Ctrl+Y Ctrl+Y Ctrl+Y Ctrl+Y");
    assert_eq!(field.text(), "kính thưa\ncác");
}

#[test]
fn whole_words_and_lines_are_deleted_by_one_key() {
    for (keys, left) in [
        ("Ctrl+W", "một hai, "),
        ("Ctrl+Backspace", "một hai, "),
        ("Ctrl+U", ""),
        ("Ctrl+Home Ctrl+Del", "hai, ba"),
        ("Ctrl+Home Ctrl+→ Ctrl+K", "một "),
    ] {
        let mut field = TextField::new("một hai, ba");
        press(&mut field, keys);
        assert_eq!(field.text(), left, "{keys}");
    }
}

#[test]
fn the_keys_of_the_desk_pass_through_a_field() {
    let mut telex = Telex::default();
    let desk = ["Ctrl+S", "Esc", "Tab", "Shift+Tab", "Ctrl+P", "Ctrl+R", "Ctrl+T", "F2", "Alt+x"];
    for name in desk.into_iter().chain(["Ctrl+Enter", "Ctrl+C"]) {
        let mut field = TextField::new("giữ nguyên");
        assert_eq!(field.key(key(name), &mut telex), Used::Unused, "{name}");
        assert_eq!(field.text(), "giữ nguyên");
    }
    let mut line = LineField::new("giữ nguyên");
    for name in desk.into_iter().chain(["Enter", "↑", "↓", "PgUp", "PgDn"]) {
        assert_eq!(line.key(key(name), &mut telex), Used::Unused, "{name}");
    }
}

#[test]
fn telex_composes_in_the_field_and_a_deleted_letter_does_not_disturb_it() {
    let mut telex = Telex::new(Method::Telex);
    let mut field = TextField::new("");
    press_with(&mut field, &mut telex, "\"tieesng\" Backspace \"g nois\" Enter \"windows \"");
    assert_eq!(field.text(), "tiếng nói\nwindows ");
    press_with(&mut field, &mut telex, "Ctrl+Z Ctrl+Z");
    assert_eq!(field.text(), "tiếng ");
}

#[test]
fn one_line_slides_under_the_cursor_by_cells() {
    let mut telex = Telex::default();
    let mut line = LineField::new("Nguyễn 犬犬 Mai");
    assert_eq!(drawn(&line_page(&mut line, 8)), ["犬 Mai▏"].map(|row| format!(" {row}")));
    for _ in 0..6 {
        let _ = line.key(key("←"), &mut telex);
    }
    assert_eq!(drawn(&line_page(&mut line, 8)), ["▏犬犬 Mai"]);
    let _ = line.key(key("Home"), &mut telex);
    let page = line_page(&mut line, 8);
    assert_eq!((drawn(&page), page.before, page.after), (rows(&["▏Nguyễn  "]), 0, 7));
}

#[test]
fn a_paste_too_large_is_refused_whole() {
    let mut field = TextField::new("còn nguyên");
    assert_eq!(field.paste(&"x".repeat(300 * 1024)), Used::Full);
    assert_eq!(field.text(), "còn nguyên");
}

#[derive(Clone, Debug)]
enum Step {
    Press(Key),
    Paste(String),
}

fn some_key() -> impl Strategy<Value = Key> {
    let letters = prop::sample::select(
        "aăâbdđeêsfrxjwoz TWD,/.5 \u{302}\u{301}\u{31b}\u{200d}\u{fe0f}👩👧犬ﾞ\u{1b}\u{202e}\u{a0}\n"
            .chars()
            .collect::<Vec<_>>(),
    );
    let named = prop::sample::select(vec![
        Code::Enter,
        Code::Backspace,
        Code::Delete,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
    ]);
    let commands = prop::sample::select("azyywukcxv".chars().collect::<Vec<_>>());
    prop_oneof![
        8 => letters.prop_map(Key::char),
        6 => (named, any::<bool>(), any::<bool>())
            .prop_map(|(code, ctrl, shift)| Key { code, ctrl, alt: false, shift }),
        2 => commands.prop_map(|letter| Key::with_ctrl(Code::Char(letter))),
    ]
}

fn some_steps() -> impl Strategy<Value = Vec<Step>> {
    let pasted = prop_oneof![
        Just("một\r\nhai ba\tbốn".to_owned()),
        Just("e\u{302}\u{323}".to_owned()),
        "\\PC{0,12}",
    ];
    let step = prop_oneof![
        12 => some_key().prop_map(Step::Press),
        1 => pasted.prop_map(Step::Paste),
    ];
    prop::collection::vec(step, 1..60)
}

fn check_page(page: &Page, width: u16, height: u16) -> Result<(), TestCaseError> {
    prop_assert!(page.rows.len() <= usize::from(height));
    prop_assert!(page.cursor.0 < width && usize::from(page.cursor.1) < page.rows.len());
    for row in &page.rows {
        let wide: usize = row.iter().map(|piece| piece.text.width()).sum();
        prop_assert!(wide <= usize::from(width), "{:?} is wider than {}", row, width);
        prop_assert!(row.iter().all(|piece| !piece.text.contains(char::is_control)));
    }
    Ok(())
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_is_done_the_page_holds_and_all_of_it_can_be_undone(
        steps in some_steps(), width in 1..20u16, height in 1..6u16,
    ) {
        let mut telex = Telex::new(Method::Telex);
        let mut field = TextField::new("ban đầu");
        for step in steps {
            match step {
                Step::Press(key) => drop(field.key(key, &mut telex)),
                Step::Paste(words) => drop(field.paste(&words)),
            }
            check_page(&page(&mut field, width, height), width, height)?;
            prop_assert!(is_nfc(&field.text()));
        }
        let _ = field.paste("cuối");
        let end = field.text();
        for _ in 0..80 {
            let _ = field.key(Key::with_ctrl(Code::Char('z')), &mut telex);
        }
        prop_assert_eq!(field.text(), "ban đầu");
        for _ in 0..80 {
            let _ = field.key(Key::with_ctrl(Code::Char('y')), &mut telex);
        }
        prop_assert_eq!(field.text(), end);
    }

    #[test]
    fn a_line_never_gets_a_second_one(steps in some_steps(), width in 1..20u16) {
        let mut telex = Telex::new(Method::Vni);
        let mut line = LineField::new("");
        for step in steps {
            match step {
                Step::Press(key) if key.typed() != Some('\n') => drop(line.key(key, &mut telex)),
                Step::Press(_) => {}
                Step::Paste(words) => drop(line.paste(&words)),
            }
            check_page(&line_page(&mut line, width), width, 1)?;
            prop_assert!(!line.text().contains('\n'));
        }
    }

    #[test]
    fn telex_never_loses_the_first_letter_of_a_word(keys in "[a-zA-Z0-9]{1,20}", vni in any::<bool>()) {
        let mut telex = Telex::new(if vni { Method::Vni } else { Method::Telex });
        let mut field = TextField::new("");
        for key in keys.chars() {
            let _ = field.key(Key::char(key), &mut telex);
            let shown = doithoai::text::fold::fold(&field.text());
            prop_assert!(shown.starts_with(&keys[..1].to_lowercase()), "{} is {}", keys, shown);
        }
    }
}
