//! Killed servers and killed desks: what was acknowledged is there, and once.

use crate::server::{Desk, count_in, questions, share_a_session, with_each_server};

#[test]
fn a_server_that_is_killed_and_started_again_loses_and_doubles_nothing() {
    with_each_server("", |server| {
        share_a_session(server);
        let (desk, other) = (Desk::new("bàn một"), Desk::new("bàn hai"));
        let session = server.session();
        let mut apply = desk.runner.feed(&desk.apply(&session));
        apply.say(&questions(desk.name, 40));
        for round in [5, 17, 29] {
            while apply.printed.len() < round {
                assert!(apply.hears(), "it ended: {:?}", apply.printed.len());
            }
            server.kill();
            server.run();
        }
        let run = apply.end().done();
        assert_eq!(run.printed().len(), 40);
        let files = [&desk, &other].map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
        for number in 1..=40 {
            assert_eq!(count_in(&files[0], &format!("Câu {number} của {}?", desk.name)), 1);
        }
    });
}

#[test]
fn a_desk_that_is_killed_comes_back_with_all_it_had_printed() {
    with_each_server("", |server| {
        share_a_session(server);
        let (desk, other) = (Desk::new("bàn một"), Desk::new("bàn hai"));
        let session = server.session();
        for (round, printed) in [0, 3, 11].into_iter().enumerate() {
            let mut apply = desk.runner.feed(&desk.apply(&session));
            apply.say(&questions(&format!("lượt {round}"), 20));
            while apply.printed.len() < printed {
                assert!(apply.hears(), "it ended by itself");
            }
            apply.child.kill().expect("killed");
            let printed = apply.end().printed();
            let file = desk.file(&session);
            for line in printed {
                assert_eq!(count_in(&file, &line), 1, "{line}");
            }
        }
        assert!(desk.file(&session) == other.file(&session), "the files differ");
    });
}

#[test]
fn a_command_that_the_server_does_not_answer_ends_the_input_and_is_said_not_to_be_known() {
    with_each_server("", |server| {
        share_a_session(server);
        let desk = Desk::new("bàn một");
        let mut apply = desk.runner.feed(&desk.apply(&server.session()));
        apply.record(&questions(desk.name, 1));
        server.kill();
        apply.say(&questions("bàn một nữa", 1));
        let run = apply.end();
        assert_eq!((run.code, run.printed().len()), (1, 1), "{run:?}");
        assert!(run.err.contains("không trả lời trong 30 giây"), "{}", run.err);
        assert!(run.err.contains("chưa đọc từ dòng 3"), "{}", run.err);
        server.run();
        let other = Desk::new("bàn hai");
        assert!(desk.file(&server.session()) == other.file(&server.session()));
    });
}
