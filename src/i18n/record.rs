//! Sentences that the program itself writes into the record.

use super::{counted, sentences};
use crate::session::number::QuestionNo;

sentences! {
    /// Why a session is closed although questions are open.
    closed_with_open(open: &[QuestionNo]):
        vi ({
            let (count, list) = (open.len(), listed(open));
            format!("kết thúc khi còn {count} câu chưa có kết quả: {list}")
        }),
        en ({
            let (count, list) = (counted(open.len(), "question", "questions"), listed(open));
            format!("closed with {count} without an outcome: {list}")
        });
}

/// Enough to find them; the record itself has them all.
fn listed(numbers: &[QuestionNo]) -> String {
    const MOST: usize = 20;
    let shown: Vec<String> = numbers.iter().take(MOST).map(ToString::to_string).collect();
    let more = if numbers.len() > MOST { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
