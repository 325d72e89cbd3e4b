//! The chosen question: its words, who asked, who answers, what was answered, and its trail.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::payload::Quality;
use crate::session::question::{Answer, Question, Status};
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::desk::{Desk, Pane};

use super::canvas::{Canvas, after, indented};
use super::queue::no_question_yet;
use super::text_block::TextBlock;
use super::theme::{Palette, sign};

/// Cells of the labels at the left.
const LABELS: u16 = 11;

/// Draws the question a form is about, else the chosen one, and notes how far it can be scrolled.
pub(crate) fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk, session: &Session) {
    let about = desk.form().and_then(|form| form.about.question);
    let here = desk.pane == Pane::Question && desk.form().is_none();
    let style = if here { canvas.palette.border_active } else { canvas.palette.border };
    canvas.region(area, Target::Pane(Pane::Question));
    let chosen = about.or(desk.chosen).and_then(|number| session.state().question(number));
    let Some(question) = chosen else {
        let inside = canvas.pane(area, canvas.lang.nothing_chosen(), style);
        canvas.text(after(inside, 1), no_question_yet(canvas.lang, desk), canvas.palette.quiet);
        return;
    };
    let title = title(canvas.lang, question);
    let inside = match here {
        true => canvas.active_pane(area, &title),
        false => canvas.pane(area, &title, style),
    };
    let inside = indented(inside);
    let reading = QuestionText { lang: canvas.lang, palette: canvas.palette, session, question };
    let block = reading.block(inside.width);
    canvas.metrics.scroll_limit = block.scroll_limit(inside.height);
    let scroll = if about.is_none() { desk.scroll.min(canvas.metrics.scroll_limit) } else { 0 };
    block.draw(canvas, inside, scroll);
    if scroll < canvas.metrics.scroll_limit {
        canvas.more_below(area, style);
    }
}

/// "Câu 17 · đang chờ".
fn title(lang: Lang, question: &Question) -> String {
    let number = lang.question_numbered(question.number);
    format!("{number}{}{}", sign::BETWEEN, lang.standing(question))
}

/// A question being laid out as text.
struct QuestionText<'a> {
    lang: Lang,
    palette: Palette,
    session: &'a Session,
    question: &'a Question,
}

impl QuestionText<'_> {
    fn block(&self, width: u16) -> TextBlock {
        let mut block = TextBlock::new(width);
        self.asker(&mut block);
        block.gap();
        block.wrapped(0, &self.question.text, self.palette.text);
        self.merged(&mut block);
        block.gap();
        self.route(&mut block);
        self.outcome(&mut block);
        self.kin(&mut block);
        for answer in &self.question.answers {
            self.answer(&mut block, answer);
        }
        block.rule();
        self.trail(&mut block);
        block
    }

    fn asker(&self, block: &mut TextBlock) {
        let (lang, question) = (self.lang, self.question);
        let asker = match self.state().asker(question) {
            Some(person) => {
                let seat = person.seat.as_deref().map(|seat| lang.seat_named(seat));
                let parts = [Some(person.name.as_str()), person.unit.as_deref(), seat.as_deref()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN)
            }
            None => match question.delegate {
                Some(number) => lang.delegate_withheld(number),
                None => lang.anonymous().to_owned(),
            },
        };
        block.wrapped(0, &asker, self.palette.strong);
        let parts = [
            Some(lang.channel(question.channel)),
            Some(lang.question_kind(question.kind)),
            question.theme.as_deref(),
        ];
        let kind = parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN);
        block.wrapped(0, &kind, self.palette.quiet);
    }

    fn route(&self, block: &mut TextBlock) {
        match self.question.lead() {
            Some(by) => {
                self.labelled(block, self.lang.label_lead(), self.state().full_name(by));
            }
            None => self.labelled(block, self.lang.label_lead(), self.lang.not_routed_yet()),
        }
        let support = self.question.support();
        if !support.is_empty() {
            let names: Vec<&str> = support.iter().map(|id| self.state().full_name(id)).collect();
            self.labelled(block, self.lang.label_support(), &names.join(", "));
        }
    }

    /// Its outcome, where that is not an answer.
    fn outcome(&self, block: &mut TextBlock) {
        let lang = self.lang;
        match &self.question.status {
            Status::Deferred(deferral) => {
                let due = lang.deadline(deferral.due, deferral.due_text.as_deref());
                self.labelled(block, lang.label_due(), &due);
                if let Some(by) = &deferral.by_responder {
                    self.labelled(block, lang.label_owed_by(), self.state().full_name(by));
                }
                if let Some(why) = &deferral.why {
                    self.labelled(block, lang.label_why(), why);
                }
            }
            Status::Referred(disposal)
            | Status::Declined { disposal, .. }
            | Status::Withdrawn { disposal, .. } => {
                if let Some(to) = &disposal.to {
                    let to = self.state().full_name(&to.as_str().into()).to_owned();
                    self.labelled(block, lang.label_to(), &to);
                }
                if let Some(why) = &disposal.why {
                    self.labelled(block, lang.label_why(), why);
                }
            }
            _ => {}
        }
    }

    /// The words of the questions that were merged into this one, and into those: they are read out with it.
    fn merged(&self, block: &mut TextBlock) {
        for other in merged_into(self.session, self.question) {
            block.gap();
            let number = self.lang.question_numbered(other.number);
            let asker = self.state().asker(other).map(|person| person.name.as_str());
            let head = [Some(self.lang.merged_here()), Some(&*number), asker];
            let head = head.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN);
            block.wrapped(0, &head, self.palette.quiet);
            block.wrapped(0, &other.text, self.palette.text);
        }
    }

    /// The questions it is linked to.
    fn kin(&self, block: &mut TextBlock) {
        let lang = self.lang;
        if let Some(first) = self.question.follows {
            self.labelled(block, lang.label_follows(), &lang.question_numbered(first));
        }
        if let Some(whole) = self.question.part_of {
            self.labelled(block, lang.label_part_of(), &lang.question_numbered(whole));
        }
        match &self.question.status {
            Status::Merged { into, .. } => {
                self.labelled(block, lang.label_into(), &lang.question_numbered(*into));
            }
            Status::Split { parts, .. } => {
                let parts: Vec<String> =
                    parts.iter().map(|part| lang.question_numbered(*part)).collect();
                self.labelled(block, lang.label_parts(), &parts.join(", "));
            }
            _ => {}
        }
    }

    fn answer(&self, block: &mut TextBlock, answer: &Answer) {
        let (lang, palette) = (self.lang, self.palette);
        block.gap();
        let by = lang.speaking_for(self.state().full_name(&answer.by), answer.spoken_by.as_ref());
        let mut head = format!("{} {by}", sign::HERE);
        let mut add = |word: &str| {
            head.push_str(sign::BETWEEN);
            head.push_str(word);
        };
        if !self.is_rebuilt() {
            add(&lang.clock(answer.at));
        }
        if answer.quality != Quality::Full {
            add(lang.quality(answer.quality));
        }
        if answer.amended.is_some() {
            add(lang.was_amended());
        }
        block.wrapped(0, &head, palette.strong);
        match &answer.text {
            Some(text) => block.wrapped(2, text, palette.text),
            None => block.wrapped(2, lang.words_not_reported(), palette.quiet),
        }
    }

    fn trail(&self, block: &mut TextBlock) {
        for seq in &self.question.trail {
            let Some(recorded) = self.session.event(*seq) else { continue };
            let sentence = self.lang.event_sentence(recorded, self.session);
            let quiet = self.palette.quiet;
            let clock = match self.is_rebuilt() {
                true => sign::BETWEEN.to_owned(),
                false => format!("{:>5}", self.lang.clock(recorded.at)),
            };
            if tells_words_shown_above(&recorded.event) {
                block.line(0, [(&format!("{clock:<7}"), quiet), (&sentence, quiet)]);
            } else {
                block.labelled(7, (&clock, quiet), (&sentence, quiet));
            }
        }
    }

    fn labelled(&self, block: &mut TextBlock, label: &str, text: &str) {
        block.labelled(LABELS, (label, self.palette.quiet), (text, self.palette.text));
    }

    fn state(&self) -> &State {
        self.session.state()
    }

    /// Whether its times are nominal.
    fn is_rebuilt(&self) -> bool {
        self.state().opening().is_some_and(|opening| opening.source.is_some())
    }
}

/// The questions that were merged into one, directly or through another, each before those merged into it.
fn merged_into<'a>(session: &'a Session, question: &'a Question) -> Vec<&'a Question> {
    let mut found: Vec<&Question> = Vec::new();
    let mut left = vec![question];
    while let Some(into) = left.pop() {
        let mergers = into.trail.iter().rev().filter_map(|seq| match &session.event(*seq)?.event {
            Event::QuestionMerged(merger) => Some((*seq, merger.question)),
            _ => None,
        });
        for (seq, number) in mergers {
            let other = session.state().question(number).filter(|other| {
                matches!(&other.status, Status::Merged { into: to, event, .. }
                    if *to == into.number && *event == seq)
            });
            left.extend(other);
        }
        if into.number != question.number {
            found.push(into);
        }
    }
    found
}

/// Whether one line of the event's sentence is enough, the words in it being shown already.
fn tells_words_shown_above(event: &Event) -> bool {
    matches!(
        event,
        Event::QuestionAsked(_)
            | Event::QuestionEdited(_)
            | Event::AnswerGiven(_)
            | Event::AnswerAmended(_)
    )
}
