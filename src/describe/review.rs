//! What a review names: speakers, outcomes, charts, marks on the timeline.

use crate::i18n::Lang;
use crate::review::stats::{AskerUnit, BOUNDS, Chart, Quantiles};
use crate::review::timeline::MarkKind;
use crate::search::index::{Speaker, TextKind};
use crate::session::state::State;

/// Who said it, as a list shows it; not yet safe to show.
pub fn speaker(lang: Lang, speaker: &Speaker, state: &State) -> String {
    match speaker {
        Speaker::Delegate(number) => match state.delegate(*number) {
            Some(person) => person.name.clone(),
            None => lang.delegate_numbered(*number),
        },
        Speaker::Unnamed => lang.anonymous().to_owned(),
        Speaker::Responder(id) => state.short_name(id).to_owned(),
        Speaker::Recorder(name) => lang.recorder(name).to_owned(),
    }
}

/// What a text found in a session is.
pub fn text_kind(lang: Lang, kind: TextKind) -> &'static str {
    match kind {
        TextKind::Opening => lang.text_opening(),
        TextKind::Responder => lang.text_roster(),
        TextKind::Delegate => lang.text_delegate(),
        TextKind::Asker => lang.text_asker(),
        TextKind::Theme => lang.text_theme(),
        TextKind::Question => lang.text_question(),
        TextKind::Edit => lang.text_edit(),
        TextKind::Answer => lang.text_answer(),
        TextKind::Amendment => lang.text_amendment(),
        TextKind::Statement => lang.text_statement(),
        TextKind::Conclusion => lang.text_conclusion(),
        TextKind::Task => lang.text_task(),
        TextKind::Progress => lang.text_progress(),
        TextKind::Due => lang.text_due(),
        TextKind::Recipient => lang.text_recipient(),
        TextKind::Document => lang.text_document(),
        TextKind::Reason => lang.text_reason(),
    }
}

/// What a chart shows, as its title.
pub fn chart(lang: Lang, chart: Chart) -> &'static str {
    match chart {
        Chart::Outcomes => lang.chart_outcomes(),
        Chart::Themes => lang.chart_themes(),
        Chart::Responders => lang.chart_responders(),
        Chart::Waiting => lang.chart_waiting(),
        Chart::Answering => lang.chart_answering(),
        Chart::Queue => lang.chart_queue(),
        Chart::Speaking => lang.chart_speaking(),
    }
}

/// Where an asker comes from, or that nobody knows.
pub fn unit(lang: Lang, unit: &AskerUnit) -> &str {
    match unit {
        AskerUnit::Named(name) => name,
        AskerUnit::NotGiven => lang.stats_no_unit(),
        AskerUnit::Anonymous => lang.stats_anonymous(),
    }
}

/// The figures of a distribution, the smallest first, the mean last.
pub fn summary(lang: Lang, summary: &Quantiles) -> [(&'static str, i64); 7] {
    [
        (lang.stats_min(), summary.min),
        (lang.stats_lower_quartile(), summary.lower_quartile),
        (lang.stats_median(), summary.median),
        (lang.stats_upper_quartile(), summary.upper_quartile),
        (lang.stats_ninetieth(), summary.ninetieth),
        (lang.stats_max(), summary.max),
        (lang.stats_mean(), summary.mean),
    ]
}

/// A bin of a distribution, in minutes: `<1`, `1–2`, …, `40+`.
pub fn minutes_bin(bin: usize) -> String {
    match (bin.checked_sub(1).and_then(|below| BOUNDS.get(below)), BOUNDS.get(bin)) {
        (None, Some(to)) => format!("<{to}"),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (from, None) => format!("{}+", from.unwrap_or(&0)),
    }
}

/// What a mark on the timeline stands for.
pub fn bar_mark(lang: Lang, kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Closed => lang.bar_closed(),
        MarkKind::Paused => lang.bar_paused(),
        MarkKind::Conclusion => lang.bar_conclusion(),
        MarkKind::Task => lang.bar_task(),
        MarkKind::Statement => lang.bar_statement(),
        MarkKind::Reopened => lang.bar_reopened(),
        MarkKind::Resumed => lang.bar_resumed(),
        MarkKind::Break => lang.bar_break(),
        MarkKind::Undo => lang.bar_undo(),
        MarkKind::Correction => lang.bar_correction(),
        MarkKind::Progress => lang.bar_progress(),
        MarkKind::TakenBack => lang.bar_taken_back(),
    }
}
