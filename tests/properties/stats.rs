//! The numbers of sessions: as worked out on paper, at every earlier moment, and without recorded times.

use crate::support::figures::DIALOGUE;
use crate::support::session::SessionBuilder;
use doithoai::review::stats::{AskerUnit, Counted, Outcome, Quantiles, QueueLength, Stats, Times};
use doithoai::session::Session;
use doithoai::session::payload::{Channel, Progress, QuestionKind};

const MINUTE: i64 = 60_000;

fn worked_out() -> Stats {
    Stats::of(&SessionBuilder::timed(DIALOGUE, None))
}

fn times(stats: &Stats) -> &Times {
    stats.times.as_ref().expect("a session with a clock")
}

/// What occurs, with how often.
fn occurring<T: Clone>(rows: &[Counted<T>]) -> Vec<(T, usize)> {
    let occurring = rows.iter().filter(|row| row.count > 0);
    occurring.map(|row| (row.of.clone(), row.count)).collect()
}

/// Minutes on the clock since the opening, with how many wait from then on.
fn told(queue: &QueueLength) -> Vec<(i64, usize)> {
    queue.steps.iter().map(|step| (step.after / MINUTE, step.waiting)).collect()
}

#[test]
fn every_question_has_one_outcome_and_parts_stand_for_the_whole() {
    let stats = worked_out();
    assert_eq!((stats.questions, stats.parts, stats.put_forward(), stats.issues()), (6, 2, 4, 5));
    let outcomes = [
        (Outcome::Answered, 1),
        (Outcome::Partly, 1),
        (Outcome::Deferred, 1),
        (Outcome::Withdrawn, 1),
        (Outcome::Split, 1),
        (Outcome::Open, 1),
    ];
    assert_eq!(occurring(&stats.outcomes), outcomes);
    let theme = |name: &str| Some(name.to_owned());
    assert_eq!(occurring(&stats.themes), [(theme("nhà ở"), 3), (theme("việc làm"), 1), (None, 1)]);
}

#[test]
fn channels_kinds_and_units_are_those_of_what_was_put_forward() {
    let stats = worked_out();
    let channels = [(Channel::Floor, 2), (Channel::Slip, 1), (Channel::Online, 1)];
    assert_eq!(occurring(&stats.channels), channels);
    let kinds = [(QuestionKind::Question, 3), (QuestionKind::Proposal, 1)];
    assert_eq!(occurring(&stats.kinds), kinds);
    let university = AskerUnit::Named("Đại học Cần Thơ".to_owned());
    assert_eq!(
        occurring(&stats.units),
        [(university, 2), (AskerUnit::NotGiven, 1), (AskerUnit::Anonymous, 1)]
    );
}

#[test]
fn a_responder_leads_supports_and_answers_and_one_with_nothing_to_do_is_left_out() {
    let stats = worked_out();
    let rows: Vec<_> = stats
        .responders
        .iter()
        .map(|row| (row.responder.short.as_str(), row.lead, row.support, row.answers))
        .collect();
    assert_eq!(rows, [("SXD", 2, 0, 2), ("SNV", 0, 1, 1)]);
    assert_eq!(stats.without_lead, 3);
}

#[test]
fn tasks_corrections_reroutings_and_undone_steps_are_counted() {
    let stats = worked_out();
    let progress = [(Progress::NotStarted, 1), (Progress::Partly, 1)];
    assert_eq!(occurring(&stats.tasks.progress), progress);
    let tasks = &stats.tasks;
    assert_eq!((tasks.total, tasks.without_lead, tasks.without_date), (2, 1, 1));
    assert_eq!((stats.corrections, stats.reroutings, stats.undone), (2, 1, 1));
}

/// 3 minutes for question 1; 10 for the part 5, since its contribution was asked and without the pause; 14
/// for question 4, which was withdrawn on the floor. The call of question 2 was undone.
#[test]
fn waiting_ends_with_the_first_call_that_stands_and_leaves_out_the_pause() {
    let stats = worked_out();
    let waiting = &times(&stats).waiting;
    let summary = Quantiles {
        count: 3,
        min: 3 * MINUTE,
        lower_quartile: 6 * MINUTE + 30_000,
        median: 10 * MINUTE,
        upper_quartile: 12 * MINUTE,
        ninetieth: 13 * MINUTE + 12_000,
        max: 14 * MINUTE,
        mean: 9 * MINUTE,
    };
    assert_eq!(waiting.summary, Some(summary));
    assert_eq!((waiting.unmeasured, waiting.bins), (2, [0, 0, 1, 0, 2, 0, 0]));
}

/// 3 minutes from the beginning of the first, 4 from the call of question 5; the second answer to question 1
/// came without a call.
#[test]
fn answering_begins_where_the_answer_did_else_with_the_call() {
    let stats = worked_out();
    let answering = &times(&stats).answering;
    let summary = answering.summary.expect("answers");
    assert_eq!((summary.count, summary.min, summary.max), (2, 3 * MINUTE, 4 * MINUTE));
    assert_eq!((answering.unmeasured, answering.bins), (1, [0, 0, 2, 0, 0, 0, 0]));
}

#[test]
fn delegates_talk_until_the_answer_begins_and_responders_from_there() {
    let stats = worked_out();
    let talking = &times(&stats).talking;
    assert_eq!((talking.delegates, talking.total()), (2 * MINUTE, 9 * MINUTE));
    let voices: Vec<_> =
        talking.responders.iter().map(|it| (it.responder.short.as_str(), it.millis)).collect();
    assert_eq!((voices, talking.from_the_call), (vec![("SXD", 7 * MINUTE)], 4 * MINUTE));
}

#[test]
fn the_queue_is_what_was_asked_and_is_neither_on_the_floor_nor_settled() {
    let stats = worked_out();
    let queue = &times(&stats).queue;
    let steps = [(0, 1), (1, 2), (2, 4), (3, 3), (8, 4), (22, 3), (26, 2), (29, 1)];
    assert_eq!(told(queue), steps);
    assert_eq!((queue.peak.after, queue.peak.waiting), (2 * MINUTE, 4));
    assert_eq!((queue.millis, queue.now()), (40 * MINUTE, 1));
}

#[test]
fn with_several_questions_on_the_floor_one_voice_is_heard_at_a_time() {
    let line = |minute: i64, command: &str| {
        format!("{{\"at\":\"2024-03-22T08:{minute:02}:00+07:00\",\"command\":{command}}}\n")
    };
    let responder = |id: &str| {
        let fields = format!("{{\"id\":\"{id}\",\"name\":\"{id}\",\"kind\":\"agency\"}}");
        line(0, &format!("\"add_responder\",\"responder\":{fields}"))
    };
    let ask = line(0, "\"ask_question\",\"text\":\"?\"");
    let give = |minute, question: u32, by: &str| {
        let fields = format!("\"question\":{question},\"by_responder\":\"{by}\",\"text\":\"!\"");
        line(minute, &format!("\"give_answer\",{fields}"))
    };
    let start = |minute, question: u32, by: &str| {
        line(minute, &format!("\"start_answer\",\"question\":{question},\"by_responder\":\"{by}\""))
    };
    let call =
        |minute, question| line(minute, &format!("\"call_question\",\"question\":{question}"));
    let lines = [
        responder("a"),
        responder("b"),
        ask.repeat(3),
        call(0, 1),
        call(0, 2),
        call(0, 3),
        // Two minutes of delegates; three of a; then b begins before a has ended, and goes on for four.
        start(2, 1, "a"),
        start(5, 2, "b"),
        give(9, 2, "b"),
        // Alone again, a goes on for one; what then comes without a beginning was spoken since.
        give(10, 1, "a"),
        give(13, 3, "b"),
    ];
    let stats = Stats::of(&SessionBuilder::timed(&lines.concat(), None));
    let talking = &times(&stats).talking;
    let voices: Vec<_> =
        talking.responders.iter().map(|it| (it.responder.id.0.as_str(), it.millis)).collect();
    assert_eq!(voices, [("b", 7 * MINUTE), ("a", 4 * MINUTE)]);
    assert_eq!((talking.delegates, talking.total()), (2 * MINUTE, 13 * MINUTE));
}

#[test]
fn the_time_of_an_answer_is_of_the_responder_it_was_corrected_to() {
    let name = "Sở Tài chính";
    let lines = format!(
        r#"{{"at":"2024-03-22T08:00:00+07:00","command":"add_responder","responder":{{"id":"a","name":"Sở Xây dựng","kind":"agency"}}}}
{{"at":"2024-03-22T08:00:00+07:00","command":"add_responder","responder":{{"id":"b","name":"{name}","kind":"agency"}}}}
{{"at":"2024-03-22T08:00:00+07:00","command":"ask_question","text":"?"}}
{{"at":"2024-03-22T08:00:00+07:00","command":"ask_question","text":"?"}}
{{"at":"2024-03-22T08:00:00+07:00","command":"start_answer","question":1,"by_responder":"a"}}
{{"at":"2024-03-22T08:03:00+07:00","command":"give_answer","question":1,"by_responder":"a","text":"!"}}
{{"at":"2024-03-22T08:04:00+07:00","command":"call_question","question":2}}
{{"at":"2024-03-22T08:06:00+07:00","command":"give_answer","question":2,"by_responder":"a","text":"!"}}
"#
    );
    let session = SessionBuilder::timed(&lines, None);
    let answers: Vec<_> = session.state().questions().flat_map(|it| &it.answers).collect();
    let amend = |answer: u64, question: u32| {
        format!(
            r#"{{"at":"2024-03-22T08:09:00+07:00","command":"amend_answer","question":{question},"answer":{answer},"by_responder":"b","why":"ghi nhầm đơn vị"}}
"#
        )
    };
    let corrected = lines.clone() + &amend(answers[0].seq.0, 1) + &amend(answers[1].seq.0, 2);
    let stats = Stats::of(&SessionBuilder::timed(&corrected, None));
    let voices: Vec<_> = times(&stats)
        .talking
        .responders
        .iter()
        .map(|it| (it.responder.id.0.as_str(), it.millis))
        .collect();
    assert_eq!(voices, [("b", 5 * MINUTE)]);
}

#[test]
fn a_session_rebuilt_from_a_source_has_counts_and_no_times() {
    let live = worked_out();
    let rebuilt = Stats::of(&SessionBuilder::timed(DIALOGUE, Some("báo")));
    assert_eq!(rebuilt.times, None);
    assert_eq!(Stats { times: None, ..live }, rebuilt);
}

#[test]
fn an_earlier_moment_has_the_numbers_of_its_prefix() {
    let whole = SessionBuilder::timed(DIALOGUE, None);
    let mut last = 0;
    for events in 0..=whole.history().len() {
        let then = Session::replayed(&whole.history()[..events]).expect("a prefix");
        let stats = Stats::of(&then);
        assert!(stats.questions >= last, "questions vanish at {events}");
        last = stats.questions;
    }
    // Until the undo the call of question 2 stands.
    let call = whole.history().iter().position(|it| it.event.name() == "undone").expect("an undo");
    let then = Stats::of(&Session::replayed(&whole.history()[..call]).expect("a prefix"));
    assert_eq!((then.undone, times(&then).waiting.measured()), (0, 2));
    let after = Stats::of(&Session::replayed(&whole.history()[..=call]).expect("a prefix"));
    assert_eq!((after.undone, times(&after).waiting.measured()), (1, 1));
}

#[test]
fn of_nothing_there_is_nothing_and_nobody_had_to_wait() {
    let stats = Stats::of(&Session::new());
    assert_eq!((stats.questions, stats.tasks.total), (0, 0));
    assert_eq!(times(&stats).waiting.summary, None);
    assert!(times(&stats).queue.steps.is_empty());
}
