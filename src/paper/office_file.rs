//! What an office adds, as its own file has it: a few keys of TOML, each checked.

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::office::{IssuingOffice, OfficeForm, PublicationTerm};
use crate::i18n::Lang;

/// Bytes of such a file; more is no list of names.
pub const LARGEST: u64 = 64 * 1024;
/// Letters of one value, and recipients in the list.
const MOST_LETTERS: usize = 300;
const MOST_RECIPIENTS: usize = 50;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeFault {
    pub line: usize,
    /// Empty where no key is concerned.
    pub key: String,
    pub why: WhyNot,
}

/// Why a key is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    NotToml,
    UnknownKey,
    NoText,
    NoList,
    TooLong,
    NoForm,
    NoTerm,
}

impl WhyNot {
    /// In lower case, without a full stop.
    pub fn told(self, lang: Lang) -> &'static str {
        match self {
            Self::NotToml => lang.office_not_toml(),
            Self::UnknownKey => lang.office_unknown_key(),
            Self::NoText => lang.office_no_text(),
            Self::NoList => lang.office_no_list(),
            Self::TooLong => lang.office_too_long(),
            Self::NoForm => lang.office_no_form(),
            Self::NoTerm => lang.office_no_term(),
        }
    }
}

/// Reads one file's text.
///
/// # Errors
/// The first key that is not taken.
pub fn parsed(text: &str) -> Result<OfficeKeys, OfficeFault> {
    let at = |place: usize| text.get(..place).unwrap_or(text).matches('\n').count() + 1;
    let table = DeTable::parse(text).map_err(|error| {
        let line = at(error.span().map_or(0, |span| span.start));
        let words = text.lines().nth(line - 1).unwrap_or_default();
        let key = words.split_once('=').map_or("", |(key, _)| key).trim().to_owned();
        OfficeFault { line, key, why: WhyNot::NotToml }
    })?;
    let mut keys = OfficeKeys::default();
    for (key, value) in table.get_ref() {
        keys.take(key.get_ref(), value).map_err(|why| OfficeFault {
            line: at(key.span().start),
            key: key.get_ref().to_string(),
            why,
        })?;
    }
    Ok(keys)
}

/// The keys of one file; those that it lacks may stand in another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeKeys {
    texts: IssuingOffice,
    form: Option<OfficeForm>,
    publish_within: Option<PublicationTerm>,
}

impl OfficeKeys {
    /// With what only the other has.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let (own, other_texts) = (self.texts, other.texts);
        let texts = IssuingOffice {
            superior: own.superior.or(other_texts.superior),
            body: own.body.or(other_texts.body),
            symbol: own.symbol.or(other_texts.symbol),
            minutes_number: own.minutes_number.or(other_texts.minutes_number),
            conclusion_number: own.conclusion_number.or(other_texts.conclusion_number),
            place: own.place.or(other_texts.place),
            form: OfficeForm::default(),
            chair_title: own.chair_title.or(other_texts.chair_title),
            secretary_title: own.secretary_title.or(other_texts.secretary_title),
            recipients: own.recipients.or(other_texts.recipients),
            publish_within: PublicationTerm::default(),
        };
        let form = self.form.or(other.form);
        let publish_within = self.publish_within.or(other.publish_within);
        Self { texts, form, publish_within }
    }

    /// What all files together say.
    #[must_use]
    pub fn office(self) -> IssuingOffice {
        let form = self.form.unwrap_or_default();
        let publish_within = self.publish_within.unwrap_or_default();
        IssuingOffice { form, publish_within, ..self.texts }
    }

    fn take(&mut self, key: &str, value: &Spanned<DeValue>) -> Result<(), WhyNot> {
        let value = value.get_ref();
        let texts = &mut self.texts;
        let slot = match key {
            "superior" => &mut texts.superior,
            "body" => &mut texts.body,
            "symbol" => &mut texts.symbol,
            "minutes_number" => &mut texts.minutes_number,
            "conclusion_number" => &mut texts.conclusion_number,
            "place" => &mut texts.place,
            "chair_title" => &mut texts.chair_title,
            "secretary_title" => &mut texts.secretary_title,
            "recipients" => {
                texts.recipients = Some(list(value)?);
                return Ok(());
            }
            "publish_within_days" => {
                self.publish_within = Some(term(value)?);
                return Ok(());
            }
            "form" => {
                self.form = Some(form(value)?);
                return Ok(());
            }
            _ => return Err(WhyNot::UnknownKey),
        };
        *slot = Some(text(value)?);
        Ok(())
    }
}

fn text(value: &DeValue) -> Result<String, WhyNot> {
    let DeValue::String(text) = value else { return Err(WhyNot::NoText) };
    match text.chars().count() {
        0..=MOST_LETTERS => Ok(text.trim().to_string()),
        _ => Err(WhyNot::TooLong),
    }
}

fn list(value: &DeValue) -> Result<Vec<String>, WhyNot> {
    let DeValue::Array(values) = value else { return Err(WhyNot::NoList) };
    if values.len() > MOST_RECIPIENTS {
        return Err(WhyNot::TooLong);
    }
    values.iter().map(|value| text(value.get_ref())).collect()
}

fn form(value: &DeValue) -> Result<OfficeForm, WhyNot> {
    match text(value)?.as_str() {
        "state" => Ok(OfficeForm::State),
        "party" => Ok(OfficeForm::Party),
        _ => Err(WhyNot::NoForm),
    }
}

fn term(value: &DeValue) -> Result<PublicationTerm, WhyNot> {
    match value.as_integer().map(DeInteger::as_str) {
        Some("10") => Ok(PublicationTerm::TenDays),
        Some("15") => Ok(PublicationTerm::FifteenDays),
        _ => Err(WhyNot::NoTerm),
    }
}

/// A file with every key, commented out.
pub fn template(lang: Lang) -> String {
    [
        lang.office_template_head(),
        lang.office_template_superior(),
        lang.office_template_body(),
        lang.office_template_symbol(),
        lang.office_template_numbers(),
        lang.office_template_place(),
        lang.office_template_form(),
        lang.office_template_titles(),
        lang.office_template_recipients(),
        lang.office_template_term(),
    ]
    .join("\n\n")
        + "\n"
}

#[cfg(test)]
mod tests {
    use super::{OfficeFault, OfficeKeys, WhyNot, parsed, template};
    use crate::i18n::Lang;
    use crate::paper::office::OfficeForm;
    use crate::session::time::Date;

    #[test]
    fn keys_of_several_files_are_merged_one_by_one() {
        let near = parsed("body = \"Thành Đoàn\"\nform = \"party\"").expect("read");
        let far = parsed("body = \"UBND\"\nplace = \"Cần Thơ\"\nrecipients = [\"Sở A\"]");
        let office = near.or(far.expect("read")).office();
        assert_eq!(office.body.as_deref(), Some("Thành Đoàn"));
        assert_eq!(office.place.as_deref(), Some("Cần Thơ"));
        assert_eq!(office.recipients, Some(vec!["Sở A".to_owned()]));
        assert_eq!(office.form, OfficeForm::Party);
    }

    #[test]
    fn the_conclusion_is_public_within_ten_days_or_fifteen_as_the_nearest_file_says() {
        let near = parsed("publish_within_days = 15").expect("read");
        let far = parsed("publish_within_days = 10").expect("read");
        let closed = Date::from_ymd(2026, 11, 25).expect("a day");
        let last = |keys: OfficeKeys| keys.office().publish_within.last_day(closed);
        assert_eq!(last(near.or(far)), Date::from_ymd(2026, 12, 10));
        assert_eq!(last(OfficeKeys::default()), Date::from_ymd(2026, 12, 5));
        for wrong in ["7", "\"10\"", "10.0"] {
            let fault = parsed(&format!("publish_within_days = {wrong}")).expect_err("refused");
            assert_eq!((fault.line, fault.why), (1, WhyNot::NoTerm), "{wrong}");
        }
    }

    #[test]
    fn what_is_not_taken_is_told_with_its_line_and_its_key() {
        let long = format!("body = \"{}\"", "a".repeat(301));
        for (text, line, key, why) in [
            ("# x\n\nbody = \"a", 3, "body", WhyNot::NotToml),
            ("body = \"a\"\nnumbr = \"1\"", 2, "numbr", WhyNot::UnknownKey),
            ("body = 1", 1, "body", WhyNot::NoText),
            ("recipients = \"a\"", 1, "recipients", WhyNot::NoList),
            ("form = \"đảng\"", 1, "form", WhyNot::NoForm),
            (&*long, 1, "body", WhyNot::TooLong),
        ] {
            let fault = parsed(text).expect_err("a fault");
            assert_eq!(fault, OfficeFault { line, key: key.to_owned(), why }, "{text}");
        }
    }

    #[test]
    fn the_template_is_read_with_its_keys_and_without_them() {
        for lang in Lang::ALL {
            let template = template(lang);
            assert_eq!(
                parsed(&template).expect("read").office(),
                parsed("").expect("read").office()
            );
            let keys = template.lines().filter_map(|line| line.strip_prefix('#'));
            let keys: Vec<&str> = keys.filter(|line| !line.starts_with(' ')).collect();
            let keys = keys.join("\n");
            let office = parsed(&keys).expect("read").office();
            assert!(office.secretary_title.is_some() && office.recipients.is_some(), "{keys}");
        }
    }
}
