//! The desk in a terminal: what others write comes onto its screen, and what is typed goes to the others.

use crate::server::{Desk, questions, share_a_session, with_each_server};

#[test]
fn a_desk_shows_what_another_writes_and_the_other_gets_what_is_typed() {
    with_each_server("", |server| {
        share_a_session(server);
        let (desk, other) = (Desk::new("bàn một"), Desk::new("bàn hai"));
        let session = server.session();
        let mut screen = desk.runner.start(&["open", &session, "--by", desk.name], 120, 36);
        screen.until("đã lưu 2/2").until("Ánh");
        other.records(&session, &questions("hàng ghế sau", 1)).done();
        screen.until("Câu 1 của hàng ghế sau?");
        screen.type_in("n").until("Ctrl+S").type_in("Bao giờ xong đường?");
        screen.until("Bao giờ xong đường?").type_in("\x13").until("bước 8").type_in("q");
        assert_eq!(screen.end(), 0);
        assert!(desk.file(&session) == other.file(&session), "the files differ");
        let shown = other.runner.run(&["log", &session]).done();
        assert!(shown.out.contains("Bao giờ xong đường?"), "{}", shown.out);
    });
}

#[test]
fn a_replay_from_the_server_shows_the_session_and_keeps_no_copy() {
    with_each_server("", |server| {
        share_a_session(server);
        let desk = Desk::new("bàn một");
        let mut replay = desk.runner.start(&["replay", &server.session()], 120, 36);
        replay.until("Đối thoại").type_in("q");
        assert_eq!(replay.end(), 0);
        assert!(!desk.runner.sessions().exists());
    });
}
