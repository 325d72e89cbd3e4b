//! Desks that write at the same time: no loss, no gap, the same bytes everywhere.

use std::thread;

use crate::server::{Desk, count_in, questions, share_a_session, with_each_server};

/// Commands of each desk.
const EACH: usize = 200;

#[test]
fn two_desks_that_race_end_with_the_same_bytes_and_every_event_once() {
    with_each_server("", |server| {
        let maker = share_a_session(server);
        let session = server.session();
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let runs = thread::scope(|scope| {
            let started = desks.each_ref().map(|desk| {
                let (desk, session) = (desk, &session);
                scope.spawn(move || desk.records(session, &questions(desk.name, EACH)).done())
            });
            started.map(|run| run.join().expect("no panic"))
        });
        let files = desks.each_ref().map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
        for (desk, run) in desks.iter().zip(&runs) {
            assert_eq!(run.printed().len(), EACH);
            for line in run.printed() {
                assert_eq!(count_in(&files[0], &line), 1, "{line}");
            }
            for number in 1..=EACH {
                let text = format!("Câu {number} của {}?", desk.name);
                assert_eq!(count_in(&files[0], &text), 1, "{text}");
            }
        }
        let shown = maker.run(&["show", &session]).done().json();
        assert_eq!(shown["questions"].as_array().map(Vec::len), Some(2 * EACH + 1));
    });
}
