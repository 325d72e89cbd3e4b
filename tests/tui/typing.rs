//! The built-in typing in the forms of the desk: what is composed, and that it says so.

use crate::support::stage::Stage;

const VNI: &str = "<F2><F2>";
const TELEX: &str = "<F2>";
/// From the text of a new question to the seat: back over the theme and two choices.
const TO_SEAT: &str = "<Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab>";

#[test]
fn a_seat_is_a_code_and_the_words_around_it_are_composed() {
    for (method, seat, text) in [(VNI, "A12", "nha2 tro5 "), (TELEX, "AA5", "nhaf troj ")] {
        let mut stage = Stage::new();
        stage.keys(method).keys("n").keys(text).keys(TO_SEAT).keys(seat);
        stage.keys("<Shift+Tab><Shift+Tab>Mai<Ctrl+S>");
        let question = stage.question(1).clone();
        let asker = stage.session.state().asker(&question).expect("the asker");
        assert_eq!(asker.seat.as_deref(), Some(seat));
        assert_eq!(&*question.text, "nhà trọ");
    }
}

#[test]
fn how_letters_are_typed_is_seen_in_every_form_at_every_size() {
    for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
        for (method, name) in [(TELEX, " Telex "), (VNI, " VNI ")] {
            for form in ["n", "r", "t", "k"] {
                let mut stage = Stage::with(&[r#"{"command":"ask_question","text":"Xe buýt?"}"#]);
                stage.keys("<Home>").keys(method).keys(form).keys("aa");
                let screen = stage.screen(columns, rows);
                assert!(screen.contains(name), "{form} at {columns}×{rows}:\n{screen}");
            }
        }
        let mut stage = Stage::new();
        stage.keys(VNI).keys("n").keys(TO_SEAT).keys("A1");
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("VNI · ô này gõ thẳng"), "{columns}×{rows}:\n{screen}");
    }
}

#[test]
fn a_moment_and_the_path_of_a_folder_are_not_composed_and_words_are() {
    let mut stage = Stage::new();
    stage.keys(TELEX).keys("<F7>").keys("/mnt/nas");
    assert!(stage.screen(80, 24).contains("/mnt/nas"));
    stage.keys("<Esc>").keys("/nhaf troj");
    assert!(stage.screen(80, 24).contains("nhà trọ"));
}
