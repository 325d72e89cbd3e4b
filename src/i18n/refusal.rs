//! Why a command is refused: the thing by name, and what can be done instead.

mod sentences;

use super::Lang;
use crate::session::limits::HIGHEST_NUMBER;
use crate::session::number::QuestionNo;
use crate::session::question::Status;
use crate::session::refusal::Refusal;
use crate::session::state::State;
use crate::text::safe;

impl Lang {
    /// The refusal as a sentence to stand after a colon: in lower case, without a full stop; safe to show.
    pub fn refusal(self, refusal: &Refusal, state: &State) -> String {
        safe::line(&self.refused(refusal, state)).into_owned()
    }

    // One table without a catch-all, so that a new refusal without a sentence does not compile.
    fn refused(self, refusal: &Refusal, state: &State) -> String {
        match refusal {
            Refusal::NotOpened => self.refused_not_opened().into(),
            Refusal::AlreadyOpened => self.refused_already_opened().into(),
            Refusal::Closed => self.refused_closed().into(),
            Refusal::NotClosed => self.refused_not_closed().into(),
            Refusal::NotInThisRole(role) => self.refused_not_in_this_role(self.role_name(*role)),
            Refusal::AlreadyPaused => self.refused_already_paused().into(),
            Refusal::NotPaused => self.refused_not_paused().into(),
            Refusal::NoSuchQuestion(question) => self.refused_no_such_question(*question),
            Refusal::NoSuchDelegate(delegate) => self.refused_no_such_delegate(*delegate),
            Refusal::NoSuchResponder(id) => self.refused_no_such_responder(&id.0),
            Refusal::NoSuchTask(task) => self.refused_no_such_task(*task),
            Refusal::NoSuchEvent(event) => self.refused_no_such_event(*event),
            Refusal::NoSuchStatement(event) => self.refused_no_such_statement(*event),
            Refusal::NoSuchConclusion(event) => self.refused_no_such_conclusion(*event),
            Refusal::NoSuchAnswer { question, answer } => {
                self.refused_no_such_answer(*question, *answer)
            }
            Refusal::FollowsTooDeep { question, limit } => {
                self.refused_follows_too_deep(*question, &self.number(*limit))
            }
            Refusal::NoAnswerYet(question) => self.refused_no_answer_yet(*question),
            Refusal::QuestionNumberTaken(question) => self.refused_question_taken(*question),
            Refusal::DelegateNumberTaken(delegate) => self.refused_delegate_taken(*delegate),
            Refusal::TaskNumberTaken(task) => self.refused_task_taken(*task),
            Refusal::NumberOutOfRange => {
                self.refused_number_out_of_range(&self.number(HIGHEST_NUMBER as usize))
            }
            Refusal::ResponderIdTaken(id) => self.refused_id_taken(&id.0, state.full_name(id)),
            Refusal::BadResponderId(_) => self.refused_bad_id().into(),
            Refusal::Blank(field) => self.refused_blank(self.field(*field)),
            Refusal::LineEnd(field) => self.refused_line_end(self.field(*field)),
            Refusal::TooLong { field, length, limit } => self.refused_too_long(
                self.field(*field),
                &self.number(*length),
                &self.number(*limit),
            ),
            Refusal::TooMany { field, limit } => {
                self.refused_too_many(self.field(*field), &self.number(*limit))
            }
            Refusal::TooMuchText { length, limit } => {
                self.refused_too_much_text(&self.number(*length), &self.number(*limit))
            }
            Refusal::NoLead(question) => self.refused_no_lead(*question),
            Refusal::LeadAlsoSupports(id) => self.refused_lead_supports(state.full_name(id)),
            Refusal::NamedTwice(id) => self.refused_named_twice(state.full_name(id)),
            Refusal::QuestionNamedTwice(question) => self.refused_question_twice(*question),
            Refusal::Ended { question, status } => self.refused_ended(*question, status),
            Refusal::AlreadyOnTheFloor(question) => self.refused_on_the_floor(*question),
            Refusal::AlreadyAnswering { question, by } => {
                self.refused_already_answering(*question, state.full_name(by))
            }
            Refusal::IntoItself(question) => self.refused_into_itself(*question),
            Refusal::BeforeItself(question) => self.refused_before_itself(*question),
            Refusal::NotMerged(question) => self.refused_not_merged(*question),
            Refusal::MergedElsewhere { question, into } => {
                self.refused_merged_elsewhere(*question, *into)
            }
            Refusal::AskerTwice => self.refused_asker_twice().into(),
            Refusal::TooFewParts => self.refused_too_few_parts().into(),
            Refusal::AnswerWithoutWords => self.refused_answer_without_words().into(),
            Refusal::TimeOutOfRange(given) => self.refused_time_out_of_range(&given.to_string()),
            Refusal::TimeRunsBack { given, last } => {
                self.refused_time_runs_back(&self.moment(*given), &self.moment(*last))
            }
            Refusal::OutOfSequence { expected, found } => {
                self.refused_out_of_sequence(*expected, *found)
            }
            Refusal::MisplacedBatch(event) => self.refused_misplaced_batch(*event),
            Refusal::NotTogether => self.refused_not_together().into(),
            Refusal::InsideBatch { event, first } => self.refused_inside_batch(*event, *first),
            Refusal::OpeningStands => self.refused_opening_stands().into(),
            Refusal::UndoneTooOften { target, limit } => {
                self.refused_undone_too_often(*target, &self.number(*limit))
            }
            Refusal::TooMuchRefolded { limit } => {
                let limit = usize::try_from(*limit).unwrap_or(usize::MAX);
                self.refused_too_much_refolded(&self.number(limit))
            }
            Refusal::OnlyRead(event) => self.refused_only_read(*event),
            Refusal::WritingEnded => self.refused_writing_ended().into(),
            Refusal::AlreadyUndone { target, by } => self.refused_already_undone(*target, *by),
            Refusal::InTheWay { target, blocker, .. } => self.refused_in_the_way(*target, *blocker),
            Refusal::NothingToUndo => self.refused_nothing_to_undo().into(),
            Refusal::NothingToRedo => self.refused_nothing_to_redo().into(),
            Refusal::NothingChanges => self.refused_nothing_changes().into(),
            Refusal::NotOfThisKind(field) => self.refused_not_of_this_kind(self.field(*field)),
            Refusal::NotYetHappened { happened_at, at } => {
                self.refused_not_yet_happened(&self.moment(*happened_at), &self.moment(*at))
            }
            Refusal::Stale { seen, event } => self.refused_stale(*seen, *event),
        }
    }

    fn refused_ended(self, question: QuestionNo, status: &Status) -> String {
        match status {
            Status::Merged { into, event, .. } => self.refused_merged_away(question, *into, *event),
            Status::Split { parts, event } => {
                let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
                self.refused_split_up(question, &parts.join(", "), *event)
            }
            Status::Declined { event, .. } => self.refused_declined(question, *event),
            Status::Withdrawn { event, .. } => self.refused_withdrawn(question, *event),
            _ => self.refused_in_this_status(question, self.status(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::session::number::{QuestionNo, ResponderId, Seq};
    use crate::session::question::Status;
    use crate::session::refusal::Refusal;
    use crate::session::state::State;

    fn vi(refusal: &Refusal) -> String {
        Lang::Vi.refusal(refusal, &State::default())
    }

    #[test]
    fn a_refusal_names_the_question_and_what_can_be_done() {
        let no_lead = Refusal::NoLead(QuestionNo(7));
        assert_eq!(
            vi(&no_lead),
            "câu 7 chưa có đơn vị chủ trì; hãy phân công, hoặc chọn người trả lời"
        );
        assert_eq!(
            Lang::En.refusal(&no_lead, &State::default()),
            "question 7 has no lead; route it, or choose who answers"
        );
    }

    #[test]
    fn a_merged_question_says_where_it_went_and_which_event_to_undo() {
        let before = Box::new(Status::Queued);
        let status = Status::Merged { into: QuestionNo(3), event: Seq(15), before };
        assert_eq!(
            vi(&Refusal::Ended { question: QuestionNo(7), status }),
            "câu 7 đã gộp vào câu 3: làm trên câu 3, hoặc hoàn tác bước 15"
        );
    }

    #[test]
    fn what_stands_in_the_way_of_an_undo_is_named() {
        let cause = Box::new(Refusal::NoSuchQuestion(QuestionNo(2)));
        let refusal = Refusal::InTheWay { target: Seq(4), blocker: Seq(9), cause };
        assert_eq!(vi(&refusal), "chưa hoàn tác được bước 4; hãy hoàn tác trước: bước 9");
    }

    #[test]
    fn an_id_that_steers_a_terminal_is_quoted_safely() {
        let refusal = Refusal::NoSuchResponder(ResponderId("\u{1b}[2J".into()));
        assert!(vi(&refusal).contains("“␛[2J”"));
    }
}
