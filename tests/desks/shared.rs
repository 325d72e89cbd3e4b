//! A session on a server: what is put there, what is read from there, whose file holds what.

use crate::server::{Desk, questions, share_a_session, with_each_server};

#[test]
fn what_is_read_from_the_server_is_what_the_shared_file_says_and_reading_keeps_no_copy() {
    with_each_server("", |server| {
        let maker = share_a_session(server);
        let reader = Desk::new("người xem").runner;
        let session = server.session();
        for command in ["show", "log", "export", "stats"] {
            let there = reader.run(&[command, &session]).done();
            let here = maker.run(&[command, "phien.json"]).done();
            assert_eq!(there.out, here.out, "{command}");
        }
        assert!(!reader.sessions().exists() && !reader.state().exists());
    });
}

#[test]
fn a_desk_has_the_bytes_of_the_shared_file_and_sharing_again_changes_nothing() {
    with_each_server("", |server| {
        let maker = share_a_session(server);
        maker.run(&["share", "phien.json", &server.address()]).done();
        let desk = Desk::new("bàn một");
        let shared = maker.text("phien.json");
        assert!(desk.file(&server.session()) == shared.trim_end().as_bytes());
    });
}

#[test]
fn the_maker_goes_on_in_its_own_file_when_that_is_in_the_folder_of_sessions() {
    with_each_server("", |server| {
        let maker = Desk::new("chủ phiên");
        let folder = maker.runner.sessions();
        std::fs::create_dir_all(&folder).expect("a folder");
        let id = crate::support::runner::ID;
        let new = ["new", "sessions/hop.json", "--title", "Đối thoại", "--id", id];
        maker.runner.run(&new).done();
        maker.runner.run(&["share", "sessions/hop.json", &server.address()]).done();
        maker.records(&server.session(), &questions("bàn", 2)).done();
        let file = maker.file(&server.session());
        let made = std::fs::read(folder.join("hop.json")).expect("read");
        assert!(made.trim_ascii_end() == file, "another file was written");
    });
}

#[test]
fn the_file_of_a_shared_session_is_not_continued_alone_by_a_script() {
    with_each_server("", |server| {
        let maker = share_a_session(server);
        let before = maker.text("phien.json");
        let refused = maker.run_with(&["apply", "phien.json"], "{\"command\":\"pause\"}\n");
        assert_eq!(refused.code, 1);
        assert!(refused.err.contains(&server.session()), "{}", refused.err);
        assert!(refused.out.is_empty() && maker.text("phien.json") == before);
        maker.run(&["export", "phien.json"]).done();
        maker.run(&["share", "phien.json", &server.address()]).done();
    });
}

#[test]
fn a_group_that_is_larger_than_the_server_takes_goes_in_several_messages_and_counts_whole() {
    with_each_server("max_payload: 8192", |server| {
        share_a_session(server);
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let session = server.session();
        // One line has room in a message, two have not.
        let text = "a".repeat(6_900);
        let ask = "{\"command\":\"ask_question\",\"asker\":{\"name\":\"Trần Văn Hai\"}";
        let run = desks[0].records(&session, &format!("{ask},\"text\":\"{text}\"}}\n")).done();
        assert_eq!(run.printed().len(), 2, "{run:?}");
        let files = desks.each_ref().map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
    });
}

#[test]
fn a_message_past_the_rules_is_skipped_by_all_alike() {
    with_each_server("", |server| {
        share_a_session(server);
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let session = server.session();
        let id = crate::support::runner::ID;
        desks[0].records(&session, &questions("bàn một", 2)).done();
        for (subject, payload) in [
            ("moderator", "không phải là một bước\n"),
            ("moderator", ",{\"seq\":8,\"event\":\"closed\"}\n"),
            ("reviewer", ""),
        ] {
            server.publish(&format!("{id}.{subject}"), payload);
        }
        desks[1].records(&session, &questions("bàn hai", 2)).done();
        desks[0].records(&session, &questions("bàn một nữa", 1)).done();
        let files = desks.each_ref().map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
    });
}
