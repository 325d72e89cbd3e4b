//! What a task is and how far it has come, in words.

use super::Paper;
use crate::session::number::ResponderId;
use crate::session::payload::{Progress, Progression};
use crate::session::state::Task;
use crate::session::time::Date;

/// What is to be done, by whom and by when.
pub(in crate::paper) struct Charge<'a> {
    pub(in crate::paper) text: &'a str,
    pub(in crate::paper) lead: Option<&'a ResponderId>,
    pub(in crate::paper) support: &'a [ResponderId],
    /// A date, and the deadline in words.
    pub(in crate::paper) due: (Option<Date>, Option<&'a str>),
}

impl<'a> Charge<'a> {
    pub(in crate::paper) fn of(task: &'a Task) -> Self {
        Self {
            text: &task.text,
            lead: task.lead.as_ref(),
            support: &task.support,
            due: (task.due, task.due_text.as_deref()),
        }
    }
}

impl Paper<'_> {
    /// "Giao A chủ trì, phối hợp với B: … (hoàn thành chậm nhất ngày …)."
    pub(in crate::paper) fn charge(self, charge: &Charge) -> String {
        let lang = self.lang;
        let text = charge.text.trim_end().trim_end_matches('.');
        let (lead, support) = (charge.lead, self.names(charge.support));
        let charged = match (lead.map(|lead| self.state().full_name(lead)), support.as_str()) {
            (Some(lead), "") => lang.paper_charged(lead, text),
            (Some(lead), support) => lang.paper_charged_with(lead, support, text),
            (None, "") => text.to_owned(),
            (None, support) => lang.paper_charged_support(support, text),
        };
        let due = match charge.due {
            (None, None) => lang.no_deadline().to_owned(),
            (None, Some(words)) => lang.due_by(words),
            (Some(date), words) => {
                let by = lang.paper_due_by(&lang.day(date));
                words.map_or(by.clone(), |words| format!("{by}; {words}"))
            }
        };
        match lead {
            Some(_) => format!("{charged} ({due})."),
            None => format!("{charged} ({}) ({due}).", lang.no_lead_assigned()),
        }
    }

    /// `None` while no progress was recorded.
    pub(in crate::paper) fn progress(self, task: &Task) -> Option<String> {
        if task.progress == Progress::NotStarted && task.remark.is_none() && task.document.is_none()
        {
            return None;
        }
        Some(self.news(&Progression {
            task: task.number,
            progress: task.progress,
            text: task.remark.clone(),
            document: task.document.clone(),
            link: task.link.clone(),
            reviewed_by: task.reviewed_by.clone(),
        }))
    }

    pub(in crate::paper) fn news(self, news: &Progression) -> String {
        let lang = self.lang;
        let made = lang.progress(news.progress).to_owned();
        let document = news.document.as_ref().map(|number| lang.document_numbered(number));
        let link = news.link.as_ref().map(|link| lang.link_named(link));
        let reviewed = news.reviewed_by.as_ref().map(|name| lang.reviewed_by(name));
        let known = [Some(made), document, news.text.clone(), link, reviewed];
        known.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
