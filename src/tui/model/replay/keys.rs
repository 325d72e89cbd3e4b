//! Keys and the mouse over a replay.

use crate::review::timeline::JumpTarget;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::Overlay;
use crate::tui::model::{Effect, Env, Target};

use super::{Replay, ReplayNotice};

impl Replay {
    /// Carries out an action; `env.session` is the whole session.
    pub(in crate::tui::model) fn act(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let whole = env.session;
        let then = Env { session: &self.then, ..env.reborrowed() };
        if self.desk.navigate(action, &then) {
            return Vec::new();
        }
        match action {
            Action::Play => self.play_or_pause(whole),
            Action::Faster => self.player.faster(),
            Action::Slower => self.player.slower(),
            Action::LongerIdle => self.player.longer_idle(),
            Action::ShorterIdle => self.player.shorter_idle(),
            Action::StepOn => self.step_on(whole),
            Action::StepBack => self.step_back(whole),
            Action::NextQuestion => self.go_to_next(whole, JumpTarget::Question),
            Action::PreviousQuestion => self.go_to_previous(whole, JumpTarget::Question),
            Action::NextAnswer => self.go_to_next(whole, JumpTarget::Answer),
            Action::PreviousAnswer => self.go_to_previous(whole, JumpTarget::Answer),
            Action::NextDeferral => self.go_to_next(whole, JumpTarget::Deferral),
            Action::PreviousDeferral => self.go_to_previous(whole, JumpTarget::Deferral),
            Action::NextTask => self.go_to_next(whole, JumpTarget::Task),
            Action::PreviousTask => self.go_to_previous(whole, JumpTarget::Task),
            Action::FirstMoment => self.go_to_first(whole),
            Action::LastMoment => self.go_to_last(whole),
            Action::GoTo => {
                env.overlays.open(Overlay::GoTo { line: LineField::new(""), wrong: false });
            }
            Action::GoThere => self.go_to_the_chosen(whole),
            Action::MarkA => self.mark('A'),
            Action::MarkB => self.mark('B'),
            Action::Search => self.open_search(env),
            Action::Filter => self.open_filter(env),
            Action::Compare => self.compare(whole, env.overlays),
            Action::Corrections => Self::open_corrections(whole, env.overlays),
            Action::ReadEvent => env.overlays.open(Overlay::Event { scroll: 0 }),
            Action::Charts => self.open_charts(env.overlays),
            Action::WriteNote => self.write_note(env.overlays),
            Action::Notes => env.overlays.open(Overlay::Notes { selected: 0 }),
            Action::Quit => return vec![Effect::Leave],
            _ => {}
        }
        Vec::new()
    }

    /// Carries out an action on the overlay on top; moving and typing are done already.
    pub(in crate::tui::model) fn act_on_overlay(
        &mut self,
        action: Action,
        env: &mut Env,
    ) -> Vec<Effect> {
        match (env.overlays.top_mut(), action) {
            (Some(Overlay::Note(_)), action) => return self.act_in_note(action, env.overlays),
            (Some(Overlay::Notes { selected }), action) => {
                let selected = *selected;
                return self.act_in_notes(action, selected, env);
            }
            (Some(_), Action::Back) => {
                env.overlays.close();
            }
            (Some(Overlay::Said(_)), Action::Enter) => self.go_to_hit(env),
            (Some(Overlay::Filter { .. }), Action::Enter) => self.take_option(env),
            (Some(Overlay::GoTo { .. }), Action::Enter) => self.go_where_typed(env),
            (Some(Overlay::Changes(_) | Overlay::Corrections { .. }), Action::GoThere) => {
                self.go_to_what_is_read(env);
            }
            (Some(Overlay::Charts(view)), action) => view.act(action),
            _ => {}
        }
        Vec::new()
    }

    fn mark(&mut self, letter: char) {
        let mark = if letter == 'A' { &mut self.a } else { &mut self.b };
        *mark = Some(self.position);
        self.notice = Some(ReplayNotice::Marked { letter, moment: self.position });
    }

    fn go_where_typed(&mut self, env: &mut Env) {
        let Some(Overlay::GoTo { line, .. }) = env.overlays.top() else { return };
        let typed = line.text();
        if self.go_to(env.session, &typed) {
            env.overlays.close();
        } else if let Some(Overlay::GoTo { wrong, .. }) = env.overlays.top_mut() {
            *wrong = true;
        }
    }

    /// A click on something of the screen itself.
    pub(in crate::tui::model) fn click(&mut self, target: &Target, env: &mut Env) {
        match target {
            Target::Bar { cell, of } => self.scrub(*cell, *of, env.session),
            target => {
                let then = Env { session: &self.then, ..env.reborrowed() };
                self.desk.click(target, &then);
            }
        }
    }

    /// Goes to the moment of a cell of the bar, or to the nearest one that the filter leaves.
    pub(in crate::tui::model) fn scrub(&mut self, cell: u16, of: u16, whole: &Session) {
        let moment = self.timeline.moment_at_cell(cell, of).max(1);
        self.go(whole, self.nearest_shown(moment));
    }

    pub(in crate::tui::model) fn wheel(&mut self, over: &Target, lines: isize, whole: &Session) {
        match over {
            Target::Bar { .. } if lines > 0 => self.step_on(whole),
            Target::Bar { .. } => self.step_back(whole),
            _ => self.desk.wheel(over, lines, &self.then),
        }
    }
}
