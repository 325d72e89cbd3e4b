//! Stage → keys and time → screen, in a replay.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::session::whole_morning;
use crate::support::stage::Stage;
use crate::support::troubles;
use doithoai::record::Tail;
use doithoai::review::notes::{NoteId, NoteOutcome, NoteSubject};
use doithoai::session::command::Command;
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::payload::{On, Reason};
use doithoai::tui::model::bindings::BINDINGS;
use doithoai::tui::model::key::{Code, Key};
use doithoai::tui::model::replay::note_form::NoteChange;
use doithoai::tui::model::trouble::Trouble;
use doithoai::tui::model::{Effect, Message, Target};
use doithoai::workspace::reviews::NoteNotSaved;
use proptest::prelude::*;

/// The end of the replay, in events.
fn end(stage: &Stage) -> usize {
    stage.session.history().len()
}

#[test]
fn the_replay_plays_and_pauses_and_idle_time_takes_no_longer_than_was_set() {
    let mut stage = Stage::replay_of_the_morning();
    assert_eq!(stage.position(), 1, "at its first event");
    stage.passes(60_000);
    assert_eq!(stage.position(), 1, "at rest");
    stage.keys("<Space>").passes(2_999);
    assert_eq!(stage.position(), 1);
    stage.passes(1);
    assert_eq!(stage.position(), 2, "three seconds stand for the minute between two events");
    stage.keys("+").passes(1_500);
    assert_eq!(stage.position(), 3, "twice as fast");
    stage.keys(".").passes(4_999);
    assert_eq!(stage.position(), 3, "ten seconds of a lull now");
    stage.passes(1).shows("trống ≤ 10 giây");
    assert_eq!(stage.position(), 4);
    stage.keys("<Space>").passes(600_000);
    assert_eq!(stage.position(), 4);
    stage.keys("---").shows("×0,25").keys("<F3>").shows("×0.25");
}

#[test]
fn at_its_end_the_replay_stops_and_playing_again_starts_over() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("++++++++++++").shows("×600").keys("<Space>").passes(u32::MAX);
    assert_eq!(stage.position(), end(&stage));
    assert!(!stage.replay().player.playing);
    stage.keys("<Space>");
    assert_eq!(stage.position(), 1);
    assert!(stage.replay().player.playing);
}

#[test]
fn one_steps_by_event_and_is_told_where_there_is_no_further() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("<←>").shows("Không còn nữa theo hướng này.");
    stage.keys("<→><→><→><←>").hides("Không còn nữa");
    assert_eq!(stage.position(), 3);
    stage.keys("<End>");
    assert_eq!(stage.position(), end(&stage));
    stage.keys("<→>").shows("Không còn nữa");
    let pane = stage.under(120, 36, 20, 6).expect("a pane");
    stage.input(Message::Click(pane)).hides("Không còn nữa");
    stage.keys("<Home>");
    assert_eq!(stage.position(), 1);
}

#[test]
fn one_key_leads_to_the_next_question_answer_deferral_and_task_and_its_capital_back() {
    for (next, previous, names) in [
        (']', '[', &["question_called"][..]),
        ('n', 'N', &["answer_given"][..]),
        ('d', 'D', &["question_deferred"][..]),
        ('t', 'T', &["task_assigned"][..]),
    ] {
        let mut stage = Stage::replay_of_the_morning();
        let mut there = Vec::new();
        loop {
            let before = stage.position();
            stage.keys(&next.to_string());
            if stage.position() == before {
                break;
            }
            there.push((stage.position(), stage.event()));
        }
        for name in names {
            assert!(
                there.iter().any(|(_, event)| event == name),
                "{next} reaches {name}: {there:?}"
            );
        }
        there.pop();
        for (moment, event) in there.into_iter().rev() {
            stage.keys(&previous.to_string());
            assert_eq!((stage.position(), stage.event()), (moment, event), "{previous} leads back");
        }
    }
}

#[test]
fn one_goes_to_a_time_a_while_an_event_or_a_question_and_nonsense_keeps_the_words() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("g8:10<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 5), "asked at ten past");
    stage.keys("g+5p<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 10));
    stage.keys("g-2:30<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 7));
    stage.keys("g+3m<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 10));
    stage.keys("g12<Enter>");
    assert_eq!(stage.position(), 12);
    stage.keys("gc3<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_called", 2), "where it was called");
    let here = stage.position();
    for nonsense in ["mai kia", "c99", "25:00", "+", "-99999999999h"] {
        stage.keys("g").keys(nonsense).keys("<Enter>");
        stage.shows("Phiên này không có thời điểm đó.").shows(&format!("> {nonsense}"));
        assert_eq!(stage.position(), here);
        stage.keys("<Esc>").hides("Đến đâu?");
    }
}

#[test]
fn everything_said_is_found_without_marks_and_the_search_can_be_taken_up_again() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("/HOC PHI").shows("Tìm trong toàn bộ nội dung · 2 chỗ").shows("08:06");
    stage.keys("<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 1));
    stage.keys("/").shows("> HOC PHI").keys("<↓><Enter>");
    assert_eq!(stage.position(), stage.moment_of("answer_given", 1));
    stage.keys("/ zzz").shows("Không tìm thấy.").keys("<Enter>");
    assert_eq!(stage.position(), stage.moment_of("answer_given", 1), "nothing to go to");
}

#[test]
fn a_search_goes_on_while_the_session_grows_and_keeps_its_hit() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    stage.keys("/hoc phi<↓>").shows("2 chỗ");
    stage.goes_on(Command::Close(Reason { why: Some("học phí để lần sau".into()) }));
    stage.shows("3 chỗ").keys("<Enter>");
    assert_eq!(stage.position(), stage.moment_of("answer_given", 1), "the hit under the finger");
}

#[test]
fn a_filter_that_leaves_nothing_says_so() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("fso xay dung<Enter><Esc>fđã trả lời<Enter>");
    stage.shows("Không câu hỏi nào thỏa mọi điều kiện đang lọc.").keys("<Esc>").hides("thỏa mọi");
}

#[test]
fn a_filtered_replay_steps_and_plays_through_its_stretches_alone_until_the_filter_is_taken_off() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("fso xay dung<Enter><Esc>").shows("lọc: Sở XD");
    let shown: BTreeSet<usize> =
        stage.replay().stretches.iter().flatten().cloned().flatten().collect();
    assert!(!shown.is_empty() && shown.len() < end(&stage), "{shown:?}");
    stage.input(Message::Key(Key::plain(Code::Home)));
    let walk = |stage: &mut Stage, on: &mut dyn FnMut(&mut Stage)| {
        let mut visited = BTreeSet::new();
        loop {
            let before = stage.position();
            on(stage);
            if stage.position() == before {
                return visited;
            }
            visited.insert(stage.position());
        }
    };
    let stepped = walk(&mut stage, &mut |stage| {
        stage.keys("<→>");
    });
    assert!(stepped.is_subset(&shown) && stepped.len() + 1 >= shown.len(), "{stepped:?}");
    stage.keys("<Home><Space>");
    let played = walk(&mut stage, &mut |stage| {
        stage.passes(3_000);
    });
    assert!(played.is_subset(&shown) && played.contains(shown.last().expect("some")));
    stage.keys("fso xay dung<Enter><Esc>").hides("lọc:");
    assert_eq!(stage.replay().stretches, None);
    stage.keys("fkhong co gi het").shows("Không tìm thấy.");
}

#[test]
fn two_moments_stand_side_by_side_whichever_was_marked_first() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("c").shows("Hãy đánh dấu một thời điểm trước");
    let (early, late) = (stage.moment_of("question_asked", 10), end(&stage));
    stage.keys(&format!("g{early}<Enter>a")).shows(&format!("Đã đánh dấu A tại bước {early}."));
    stage.keys("<End>b").shows("Đã đánh dấu B");
    let forth = stage.keys("c").wide();
    assert!(forth.contains("Điều gì đã khác giữa A và B"), "{forth}");
    assert!(forth.contains("BTC TU") && forth.contains("đã trả lời"), "{forth}");
    stage.keys("<Enter>");
    assert_eq!(stage.position(), late, "Enter goes to B");
    // The other way round, and with one mark held against the moment looked at.
    let body = |screen: &str| -> Vec<String> {
        screen.lines().skip(2).take(30).map(str::to_owned).collect()
    };
    let mut reversed = Stage::replay_of_the_morning();
    reversed.keys(&format!("<End>ag{early}<Enter>b<End>c"));
    assert_eq!(body(&forth), body(&reversed.wide()));
    let mut one = Stage::replay_of_the_morning();
    one.keys(&format!("g{early}<Enter>a<End>c"));
    assert_eq!(body(&forth), body(&one.wide()));
    let mut none = Stage::replay_of_the_morning();
    none.keys("abc").shows("Không có gì khác giữa");
}

#[test]
fn what_was_put_right_is_told_from_what_it_was_to_what_it_is_with_who_and_why() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("x").shows("tháng 7").shows("tháng 8").shows("nói nhầm tháng").shows("mc");
    stage.keys("<↓>").shows("ghi lại có dấu").keys("<End>").shows("hoàn tác").shows("bấm nhầm");
    stage.keys("<Home><Enter>").hides("Những chỗ đã sửa");
    assert_eq!(stage.event(), "answer_amended");
    let fallen = stage.moment_of("question_routed", 6);
    let undoing = stage.moment_of("undone", 1);
    stage.keys(&format!("g{fallen}<Enter>"));
    stage.shows(&format!("đã hoàn tác ở bước {undoing} · phân công Sở Xây dựng"));
}

#[test]
fn a_note_is_written_put_aside_and_taken_up_again_and_stays_until_it_is_kept() {
    let mut stage = Stage::replay_of_the_morning();
    let there = stage.moment_of("question_asked", 5);
    stage.keys(&format!("g{there}<Enter>ichờ văn bản")).shows("Ghi chú · bước").shows("câu 5");
    stage.keys("<Esc>").hides("chờ văn bản").shows("Ghi chú đang gõ dở đã lưu nháp");
    stage.keys("<End>i").shows("chờ văn bản").keys(" của sở<Ctrl+S>");
    let written = NoteChange::Write {
        moment: there,
        about: NoteSubject::Question(QuestionNo(5)),
        text: "chờ văn bản của sở".to_owned(),
    };
    assert_eq!(stage.asked, [Effect::Note(written)]);
    stage.input(Message::Noted(Err(troubles::disk_full("phien.review.json"))));
    stage.shows("đĩa đã đầy").shows("chờ văn bản của sở");
    stage.input(Message::Noted(Ok(NoteOutcome::Added(NoteId(1)))));
    stage.shows("Đã lưu ghi chú 1.").hides("chờ văn bản của sở").keys("i").hides("chờ văn bản");
    stage.keys("<Tab><Tab><Ctrl+D>").hides("Tab: gắn vào");
}

#[test]
fn notes_are_listed_changed_and_removed_by_who_wrote_them_and_lead_to_their_moment() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("l").shows("Chưa có ghi chú nào");
    let (own, other) = (stage.note(9, "của tôi", true), stage.note(12, "của bạn", false));
    stage.input(Message::Notes(vec![own.clone(), other]));
    stage.shows("của tôi").shows("của bạn").keys("e").keys(" nữa<Ctrl+S>");
    let edited = NoteChange::Edit { was: own.note.clone(), text: "của tôi nữa".to_owned() };
    assert_eq!(stage.asked, [Effect::Note(edited)]);
    stage.input(Message::Noted(Ok(NoteOutcome::Edited(NoteId(1)))));
    stage.keys("l<Ctrl+D>").shows("Xóa hẳn ghi chú này?").keys("k").shows("của bạn");
    assert_eq!(stage.asked.len(), 1, "a no removes nothing");
    stage.keys("<Ctrl+D>c").hides("Xóa hẳn").shows("của bạn");
    assert_eq!(stage.asked[1..], [Effect::Note(NoteChange::Remove { was: own.note })]);
    stage.keys("<↓>e").shows("Ghi chú này của Minh; chỉ người viết sửa được.");
    stage.keys("<Ctrl+D>").shows("của Minh");
    assert_eq!(stage.asked.len(), 2, "nothing was asked of the shell");
    stage.keys("<Enter>").hides("Ghi chú của người rà soát").shows("Ghi chú: của bạn");
    assert_eq!(stage.position(), 12);
}

#[test]
fn what_was_typed_into_a_note_is_lost_only_after_a_yes() {
    let mut stage = Stage::replay_of_the_morning();
    let own = stage.note(9, "của tôi", true);
    stage.input(Message::Notes(vec![own]));
    stage.keys("imột<Esc>le hai<Esc>").shows("Ghi chú đang gõ dở");
    let kept = |stage: &Stage| -> Vec<String> {
        let notes = stage.replay().unfinished_notes(&stage.model.overlays);
        notes.into_iter().map(|note| note.text).collect()
    };
    stage.keys("q");
    assert_eq!(stage.asked, [Effect::Leave], "leaving asks nothing");
    assert_eq!(kept(&stage), ["một", "của tôi hai"], "both are kept for the next time");
    stage.keys("i").shows("của tôi hai").keys("<Ctrl+D>").shows("Bỏ hẳn những gì đang gõ?");
    stage.keys("k").shows("của tôi hai").keys("<Ctrl+D>c").hides("của tôi hai");
    stage.keys("i").shows("một").keys("<Ctrl+D>c").keys("le<Esc>").hides("gõ dở");
    assert!(kept(&stage).is_empty(), "there is nothing to lose");
}

#[test]
fn notes_left_unfinished_are_offered_again_pinned_as_they_were() {
    let mut stage = Stage::replay_of_the_morning();
    let own = stage.note(9, "của tôi", true);
    stage.input(Message::Notes(vec![own]));
    stage.keys("imột<Esc>le hai");
    let left = stage.replay().unfinished_notes(&stage.model.overlays);
    let mut again = Stage::replay_of_the_morning();
    let notes = stage.replay().notes.clone();
    again.input(Message::Notes(notes));
    again.replay_mut().take_up(left.clone());
    again.shows("Còn 2 ghi chú viết dở; bấm i để viết tiếp.").keys("i").shows("của tôi hai");
    assert_eq!(again.replay().unfinished_notes(&again.model.overlays), left);
}

#[test]
fn where_no_notes_can_be_kept_none_is_begun_and_the_reason_is_said() {
    let mut stage = Stage::replay_of_the_morning();
    let why = NoteNotSaved::ReadOnly("phien.review.json".into());
    stage.replay_mut().no_notes = Some(Trouble::NoteNotSaved(Arc::new(why)));
    stage.keys("i").shows("Không lưu được ghi chú").hides("Ghi chú ·");
    stage.keys("<→>").hides("Không giữ được");
}

#[test]
fn who_stands_at_the_end_of_a_live_session_goes_along_and_who_looks_back_stays() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    let calls = |number| Command::CallQuestion(On { question: QuestionNo(number) });
    assert_eq!(stage.position(), end(&stage));
    stage.shows("đang cập nhật").goes_on(calls(5));
    assert_eq!(stage.position(), end(&stage));
    stage.shows("ĐANG PHÁT BIỂU").keys("<←><←>").hides("đang cập nhật");
    let here = stage.position();
    stage.goes_on(calls(7));
    assert_eq!(stage.position(), here, "looking back");
    stage.keys("<End>").shows("đang cập nhật");
    assert_eq!(stage.position(), end(&stage));
    stage.goes_on(Command::Close(Reason::default())).input(Message::Live(false));
    assert_eq!(stage.position(), end(&stage));
    stage.hides("đang cập nhật").shows("phiên kết thúc").hides("được mời phát biểu ·");
}

/// The row and the cells of the bar in a window of this size.
fn bar(stage: &mut Stage, columns: u16, rows: u16) -> (u16, Vec<u16>) {
    let is_bar = |stage: &mut Stage, column, row| {
        matches!(stage.under(columns, rows, column, row), Some(Target::Bar { .. }))
    };
    let row = (0..rows).find(|row| is_bar(stage, columns / 2, *row)).expect("a bar");
    (row, (0..columns).filter(|column| is_bar(stage, *column, row)).collect())
}

#[test]
fn the_bar_is_scrubbed_with_the_mouse_even_under_a_sheet() {
    let mut stage = Stage::replay_of_the_morning();
    for (columns, rows) in [(120, 36), (80, 24), (60, 15)] {
        let (row, cells) = bar(&mut stage, columns, rows);
        let at = |stage: &mut Stage, place: usize| {
            stage.under(columns, rows, cells[place], row).expect("the bar")
        };
        let (first, last) = (at(&mut stage, 0), at(&mut stage, cells.len() - 1));
        stage.input(Message::Click(last.clone()));
        assert_eq!(stage.position(), end(&stage));
        stage.keys("s").input(Message::Drag(first));
        assert_eq!(stage.position(), 1);
        let mut moments = Vec::new();
        for place in 0..cells.len() {
            let over = at(&mut stage, place);
            moments.push(stage.input(Message::Drag(over)).position());
        }
        assert!(moments.is_sorted() && moments.len() > 20, "{moments:?}");
        stage.input(Message::Scroll { over: last, lines: -1 });
        assert_eq!(stage.position(), end(&stage) - 1, "the wheel steps");
        stage.keys("<Esc>");
    }
}

#[test]
fn the_wheel_goes_through_what_is_listed_over_the_replay() {
    let mut stage = Stage::replay_of_the_morning();
    let over = stage.under(120, 36, 60, 12).expect("a pane");
    stage.keys("/tro").input(Message::Scroll { over: over.clone(), lines: 3 }).keys("<Enter>");
    assert_eq!(stage.position(), stage.moment_of("question_asked", 10), "the fourth hit");
    stage.keys("x").input(Message::Scroll { over, lines: 99 }).keys("<Enter>");
    assert_eq!(stage.event(), "undone", "the last correction");
}

#[test]
fn what_the_replay_had_to_say_does_not_hide_what_happens_next() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("a").shows("Đã đánh dấu A").keys("a<Space>a").shows("Đã đánh dấu A");
    stage.passes(3_000).hides("Đã đánh dấu A").shows("vào danh sách đơn vị trả lời");
}

#[test]
fn the_language_changes_in_the_middle_of_the_replay() {
    let mut stage = Stage::replay_of_the_morning();
    let there = stage.moment_of("question_called", 1);
    stage.keys(&format!("g{there}<Enter>")).shows("được mời phát biểu").keys("<F3>");
    stage.shows("ON THE FLOOR").shows("play").hides("được mời lên sàn").hides("bước");
    assert_eq!(stage.position(), there);
}

#[test]
fn a_damaged_record_says_in_the_replay_where_it_ends_and_why() {
    let mut stage = Stage::replay_of_the_morning();
    let tail = Arc::new(Tail::Edited { seq: Seq(47), salvage: Vec::new() });
    stage.replay_mut().damage = Some(Trouble::Damaged { tail, holds_nuls: false, spot: None });
    stage.shows("Chỉ xem được dữ liệu phiên đến đây: bước 47 đã bị sửa");
    stage.keys("<F3>").shows("The record can be seen up to here: event 47");
}

#[test]
fn before_anything_was_asked_the_replay_offers_no_key_that_records() {
    let mut stage = Stage::replay_of_the_morning();
    stage.shows("Chưa có câu hỏi nào.").hides("để ghi câu đầu tiên");
    stage.keys("<Tab><Tab><Tab>").shows("Chưa giao nhiệm vụ nào.").hides("t để giao");
}

#[test]
fn the_help_of_the_replay_explains_every_sign_of_the_bar() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("<F3>?");
    let help = stage.screen(99, 130);
    for meaning in ["from its call to its outcome", "undone later", "statement", "by the filter"] {
        assert!(help.contains(meaning), "no {meaning:?} in\n{help}");
    }
}

#[test]
fn the_footer_shows_no_key_that_would_do_nothing() {
    let mut stage = Stage::replay_of_the_morning();
    let footer = |stage: &mut Stage| stage.wide().lines().last().expect("a footer").to_owned();
    for (keys, shown, hidden) in [
        ("g", "Enter đến đó", "xuống"),
        ("l", "i ghi chú", "e sửa"),
        ("/", "Enter đến đó", "mở"),
        ("f", "Enter lọc", "mở"),
        ("s", "→ biểu đồ sau", "ô kế tiếp"),
    ] {
        let line = footer(stage.keys(keys));
        assert!(line.contains(shown) && !line.contains(hidden), "{keys}: {line}");
        stage.keys("<Esc>");
    }
    assert!(footer(&mut stage).contains("q thoát"));
    let narrow =
        |stage: &mut Stage| stage.screen(80, 24).lines().last().expect("a line").to_owned();
    let line = narrow(&mut stage);
    assert!(line.contains("Tab nội dung") && line.contains("q thoát"), "{line}");
    assert!(!footer(&mut stage).contains("Tab"), "both panes are in sight");
}

/// Every key that means something somewhere, and letters.
fn keys() -> Vec<Key> {
    let names: BTreeSet<&str> = BINDINGS.iter().flat_map(|row| row.keys.iter().copied()).collect();
    let mut keys: Vec<Key> = names.into_iter().filter_map(Key::parse).collect();
    keys.extend("aeđ1+8:c漢👍 ".chars().map(|letter| Key::plain(Code::Char(letter))));
    keys.push(Key::plain(Code::Backspace));
    keys
}

const SIZES: [(u16, u16); 8] =
    [(200, 50), (120, 36), (80, 24), (60, 15), (44, 12), (30, 6), (7, 3), (1, 1)];

/// Whatever is typed, nothing reaches the record and nothing breaks.
fn plays_with(stage: &mut Stage, bytes: &[u8]) -> Result<(), TestCaseError> {
    let keys = keys();
    let before = stage.session.history().len();
    for pair in bytes.chunks(2) {
        let (what, more) = (usize::from(pair[0]), usize::from(*pair.last().unwrap_or(&0)));
        match what {
            230.. => {
                let (columns, rows) = SIZES[more % SIZES.len()];
                let (column, row) = (u16::from(pair[0]) * 3, u16::from(pair[0] / 3));
                stage.screen(columns, rows);
                if let Some(over) = stage.under(columns, rows, column % columns, row % rows) {
                    stage.input(match more % 4 {
                        0 => Message::Scroll { over, lines: 3 },
                        1 => Message::Scroll { over, lines: -3 },
                        2 => Message::Drag(over),
                        _ => Message::Click(over),
                    });
                }
            }
            220.. => {
                stage.passes(1 << (more % 24));
            }
            216.. => {
                stage.input(Message::Paste("Nhà\r\n\u{1b}[31m trọ".to_owned()));
            }
            _ => {
                stage.input(Message::Key(keys[(what + more) % keys.len()]));
            }
        }
        prop_assert!(stage.position() <= before);
    }
    stage.screen(80, 24);
    let submits = |effect: &Effect| {
        matches!(effect, Effect::Submit { .. } | Effect::Create { .. } | Effect::WritePaper(_))
    };
    prop_assert!(!stage.asked.iter().any(submits), "{:?}", stage.asked);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_breaks_the_replay_or_reaches_the_record(
        bytes in proptest::collection::vec(any::<u8>(), 2..160),
    ) {
        plays_with(&mut Stage::replay_of_the_morning(), &bytes)?;
    }
}
