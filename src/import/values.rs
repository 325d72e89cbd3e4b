//! Words of cells as people write them: how a question came, what it is, who a responder is.

use crate::import::field::plain_words;
use crate::session::payload::{Channel, QuestionKind, ResponderKind};

/// The channel of which the words tell, and the remote site when they name one.
#[must_use]
pub fn channel(words: &str) -> Option<(Channel, Option<String>)> {
    let plain = plain_words(words);
    let known = match plain.as_str() {
        "truc tiep"
        | "tai hoi truong"
        | "hoi truong"
        | "tai cho"
        | "phat bieu"
        | "phat bieu truc tiep"
        | "hoi truc tiep"
        | "truc tiep tai hoi truong"
        | "floor"
        | "in the hall"
        | "in person"
        | "hall" => Channel::Floor,
        "phieu" | "phieu hoi" | "phieu ghi" | "phieu giay" | "bang phieu" | "qua phieu"
        | "ghi phieu" | "giay" | "van ban" | "bang van ban" | "qua van ban" | "cong van"
        | "thu" | "slip" | "paper" | "written" => Channel::Slip,
        "truc tuyen" | "online" | "on line" | "qua mang" | "mang" | "internet" | "web"
        | "website" | "form" | "google form" | "google forms" | "microsoft forms" | "ms forms"
        | "email" | "e mail" | "qua email" | "thu dien tu" | "zalo" | "facebook" | "fanpage"
        | "qua zalo" => Channel::Online,
        "diem cau"
        | "cau truyen hinh"
        | "truc tuyen tai diem cau"
        | "tai diem cau"
        | "bridge"
        | "remote site"
        | "remote" => Channel::Bridge,
        _ => return site(words).map(|site| (Channel::Bridge, Some(site))),
    };
    Some((known, None))
}

/// The name behind "điểm cầu".
fn site(words: &str) -> Option<String> {
    let mut rest = words.split_whitespace();
    let begins =
        ["diem", "cau"].iter().all(|word| rest.next().map(plain_words).as_deref() == Some(word));
    let name = rest.collect::<Vec<_>>().join(" ");
    (begins && !name.is_empty()).then_some(name)
}

/// What the words call a contribution; of several ("câu hỏi/kiến nghị") the first.
#[must_use]
pub fn question_kind(words: &str) -> Option<QuestionKind> {
    let folded = crate::text::fold::fold(words)
        .replace(" va ", "/")
        .replace(" hoac ", "/")
        .replace(" and ", "/");
    let mut kinds = folded
        .split(['/', ',', ';', '&', '+', '|', '\n'])
        .map(plain_words)
        .filter(|part| !part.is_empty())
        .map(|part| one_kind(&part));
    let first = kinds.next()??;
    kinds.all(|kind| kind.is_some()).then_some(first)
}

fn one_kind(plain: &str) -> Option<QuestionKind> {
    Some(match plain {
        "cau hoi" | "hoi" | "chat van" | "thac mac" | "question" => QuestionKind::Question,
        "y kien" | "gop y" | "y kien gop y" | "phan anh" | "tam tu" | "nguyen vong"
        | "tam tu nguyen vong" | "opinion" | "comment" => QuestionKind::Opinion,
        "kien nghi" | "de xuat" | "de nghi" | "de xuat kien nghi" | "kien nghi de xuat"
        | "proposal" => QuestionKind::Proposal,
        _ => return None,
    })
}

#[must_use]
pub fn responder_kind(words: &str) -> Option<ResponderKind> {
    Some(match plain_words(words).as_str() {
        "lanh dao" | "ca nhan" | "nguoi" | "dong chi" | "leader" | "person" => {
            ResponderKind::Leader
        }
        "co quan" | "don vi" | "so" | "so nganh" | "ban nganh" | "to chuc" | "dia phuong"
        | "co quan don vi" | "ubnd" | "agency" | "organization" | "organisation" => {
            ResponderKind::Agency
        }
        _ => return None,
    })
}

/// The parts of a list in one cell.
pub fn list(words: &str) -> Vec<String> {
    let parts = words.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Channel, QuestionKind, channel, question_kind};

    #[test]
    fn channels_are_known_as_people_write_them() {
        for (words, known) in [
            ("Trực tiếp", Channel::Floor),
            ("tai hoi truong", Channel::Floor),
            ("Phiếu", Channel::Slip),
            ("TRỰC TUYẾN", Channel::Online),
            ("Google Form", Channel::Online),
            ("điểm cầu", Channel::Bridge),
            ("bridge", Channel::Bridge),
        ] {
            assert_eq!(channel(words), Some((known, None)), "{words}");
        }
        let site = Some((Channel::Bridge, Some("Ninh Kiều".to_owned())));
        assert_eq!(channel("Điểm cầu Ninh Kiều"), site);
        assert_eq!(channel("bồ câu"), None);
    }

    #[test]
    fn of_several_kinds_in_one_cell_the_first_is_meant_and_none_may_be_unknown() {
        for (words, known) in [
            ("Câu hỏi/Kiến nghị", Some(QuestionKind::Question)),
            ("ý kiến", Some(QuestionKind::Opinion)),
            ("Kiến nghị, đề xuất", Some(QuestionKind::Proposal)),
            ("Đề xuất và kiến nghị", Some(QuestionKind::Proposal)),
            ("câu hỏi/bài hát", None),
            ("/", None),
        ] {
            assert_eq!(question_kind(words), known, "{words}");
        }
    }
}
