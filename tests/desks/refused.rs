//! What is refused: a second call, a login that is missing, a secret in an address, a file that went another way.

use crate::server::{Desk, forget_the_server, questions, share_a_session, with_each_server};
use crate::support::runner::Runner;

const CALL: &str = "{\"command\":\"call_question\",\"question\":2}\n";

#[test]
fn the_second_call_of_one_question_is_refused_at_the_desk_that_was_later() {
    with_each_server("", |server| {
        share_a_session(server);
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let session = server.session();
        let mut late = desks[1].runner.feed(&desks[1].apply(&session));
        late.record(&questions("bàn hai", 1));
        desks[0].records(&session, CALL).done();
        late.say(CALL);
        let run = late.end();
        assert_eq!((run.code, run.printed().len()), (1, 1), "{run:?}");
        assert!(run.err.contains("\"refused\""), "{}", run.err);
    });
}

#[test]
fn a_file_that_went_another_way_is_refused_with_both_fingerprints_and_stays() {
    with_each_server("", |server| {
        let maker = Desk::new("chủ phiên");
        std::fs::create_dir_all(maker.runner.sessions()).expect("a folder");
        let id = crate::support::runner::ID;
        let new = ["new", "sessions/hop.json", "--title", "Đối thoại", "--id", id];
        maker.runner.run(&new).done();
        maker.runner.run(&["share", "sessions/hop.json", &server.address()]).done();
        forget_the_server(&maker.runner);
        maker.runner.run_with(&["apply", "sessions/hop.json"], "{\"command\":\"pause\"}\n").done();
        let session = server.session();
        Desk::new("bàn một").records(&session, &questions("bàn một", 1)).done();
        let before = maker.runner.text("sessions/hop.json");
        let here = maker.runner.run(&["show", "sessions/hop.json"]).done().json();
        let there = maker.runner.run(&["show", &session]).done().json();
        for refused in [
            maker.records(&session, CALL),
            maker.runner.run(&["share", "sessions/hop.json", &server.address()]),
        ] {
            assert_eq!(refused.code, 1, "{refused:?}");
            for shown in [&here, &there] {
                let fingerprint = shown["fingerprint"].as_str().expect("a fingerprint");
                assert!(refused.err.contains(fingerprint), "{}", refused.err);
            }
        }
        assert_eq!(maker.runner.text("sessions/hop.json"), before);
    });
}

#[test]
fn a_login_is_asked_for_where_the_server_asks_and_its_secret_stands_in_a_file() {
    let users = "authorization { user: \"ban\", password: \"mat-khau\" }";
    with_each_server(users, |server| {
        let runner = Runner::with_a_dialogue();
        runner.write("mat-khau.txt", "mat-khau\n");
        runner.write("sai.txt", "sai\n");
        let address = server.address();
        let share = ["share", "phien.json", address.as_str()];
        let refused = runner.run(&share);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("không chấp nhận đăng nhập"), "{}", refused.err);
        let with = |file| [share.as_slice(), &["--user", "ban", "--password-file", file]].concat();
        assert_eq!(runner.run(&with("sai.txt")).code, 1);
        runner.run(&with("mat-khau.txt")).done();
    });
}

#[test]
fn an_address_with_a_secret_or_of_another_machine_without_a_login_is_refused() {
    let runner = Runner::with_a_dialogue();
    for (server, why) in [
        ("nats://ban:mat-khau@127.0.0.1", "Không nêu tên người dùng hay mật khẩu"),
        ("nats://10.255.255.1", "chưa có đăng nhập"),
        ("may-chu", "Địa chỉ máy chủ viết là"),
    ] {
        let refused = runner.run(&["share", "phien.json", server]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains(why), "{}", refused.err);
        assert!(!refused.err.contains("mat-khau@"), "{}", refused.err);
    }
    for command in ["open", "replay", "show", "apply"] {
        let refused = runner.run(&[command, "nats://127.0.0.1:1"]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("thiếu mã phiên"), "{command}: {}", refused.err);
    }
}

#[test]
fn a_session_that_the_server_does_not_hold_is_said_to_be_missing() {
    with_each_server("", |server| {
        let run = Desk::new("bàn một").records(&server.session(), "");
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.err.contains("không có phiên này"), "{}", run.err);
    });
}
