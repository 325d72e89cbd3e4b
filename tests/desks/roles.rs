//! Roles: what a desk may record is refused at the desk, skipped by the others, and not let in by the server.

use crate::server::{Desk, forget_the_server, questions, share_a_session, with_each_server};
use crate::support::runner::{ID, Runner};

/// As `docs/desks.md` gives them, with a password each.
const PERMISSIONS: &str = include_str!("../../docs/desks-permissions.conf");

const STATEMENT: &str =
    "{\"command\":\"make_statement\",\"by_responder\":\"so-khcn\",\"text\":\"Sẽ làm.\"}\n";
const CLOSE: &str = "{\"command\":\"close\"}\n";

#[test]
fn each_role_records_what_is_its_own_and_is_told_so_for_the_rest() {
    with_each_server("", |server| {
        share_a_session(server);
        let session = server.session();
        for (role, ask, statement, close) in [
            ("moderator", true, true, false),
            ("note-taker", false, true, false),
            ("intake", true, false, false),
            ("reviewer", false, false, false),
        ] {
            let desk = Desk::new("bàn");
            for (command, may) in
                [(questions(role, 1).as_str(), ask), (STATEMENT, statement), (CLOSE, close)]
            {
                if role == "moderator" && command == CLOSE {
                    continue;
                }
                let run = desk.runner.run_with(&["apply", &session, "--role", role], command);
                assert_eq!(
                    (run.code == 0, run.printed().len()),
                    (may, usize::from(may)),
                    "{run:?}"
                );
                assert_eq!(run.err.contains("không ghi bước đó"), !may, "{run:?}");
            }
        }
        let shown = Runner::new().run(&["show", &session]).done().json();
        assert_eq!(shown["questions"].as_array().map(Vec::len), Some(3));
        assert_eq!(shown["statements"].as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn a_message_of_a_role_that_may_not_record_it_is_skipped_by_all_alike() {
    with_each_server("", |server| {
        let maker = share_a_session(server);
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let session = server.session();
        forget_the_server(&maker);
        let closed = maker.run_with(&["apply", "phien.json"], CLOSE).done();
        let line = format!(",{}", closed.out);
        for role in ["intake", "note-taker", "reviewer", "chair"] {
            server.publish(&format!("{ID}.{role}"), &line);
        }
        desks[0].records(&session, &questions("bàn một", 2)).done();
        let files = desks.each_ref().map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
        assert!(!String::from_utf8_lossy(&files[0]).contains("\"closed\""));
    });
}

#[test]
fn the_documented_permissions_let_each_role_do_its_work_and_no_other() {
    let settings = PERMISSIONS
        .lines()
        .map(|line| match line.split_once("$PASSWORD") {
            Some((before, after)) => format!("{before}mat-khau{after}\n"),
            None => format!("{line}\n"),
        })
        .collect::<String>();
    with_each_server(&settings, |server| {
        let maker = Runner::with_a_dialogue();
        maker.write("mat-khau.txt", "mat-khau");
        let login = |user| ["--user", user, "--password-file", "mat-khau.txt"];
        let share = ["share", "phien.json", &server.address()].map(str::to_owned);
        let share = [share.each_ref().map(String::as_str).as_slice(), &login("moderator")].concat();
        maker.run(&share).done();
        let session = server.session();
        // It continues the log, and would count if the server let it in.
        forget_the_server(&maker);
        let closed = maker.run_with(&["apply", "phien.json"], CLOSE).done();
        for user in ["intake", "note-taker", "reviewer"] {
            let login = format!("\"user\":\"{user}\",\"pass\":\"mat-khau\",");
            server.publish_as(&login, &format!("{ID}.moderator"), &format!(",{}", closed.out));
        }
        for (role, command) in [
            ("moderator", questions("moderator", 1)),
            ("note-taker", STATEMENT.to_owned()),
            ("intake", questions("intake", 1)),
            ("reviewer", String::new()),
        ] {
            let desk = Desk::new("bàn").runner;
            desk.write("mat-khau.txt", "mat-khau");
            let apply = [&["apply", &session, "--role", role], login(role).as_slice()].concat();
            let run = desk.run_with(&apply, &command).done();
            assert_eq!(run.printed().len(), command.lines().count(), "{run:?}");
            for verb in ["show", "log"] {
                desk.run(&[&[verb, &session], login(role).as_slice()].concat()).done();
            }
        }
    });
}
