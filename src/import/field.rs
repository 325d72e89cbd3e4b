//! What a column may hold, and the headers by which it is known.

use std::str::FromStr;

use crate::text::fold::fold;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    #[default]
    Questions,
    Responders,
    Delegates,
}

impl RowKind {
    pub const ALL: [Self; 3] = [Self::Questions, Self::Responders, Self::Delegates];

    /// As `--as` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Responders => "responders",
            Self::Delegates => "delegates",
        }
    }

    /// The fields that such a row may have.
    #[must_use]
    pub fn fields(self) -> &'static [ImportField] {
        use ImportField::{
            Aliases, Channel, Id, Kind, Lead, Name, Point, Remit, Seat, Short, Text, Theme, Time,
            Title, Unit,
        };
        match self {
            Self::Questions => &[Text, Name, Unit, Seat, Channel, Point, Kind, Theme, Time, Lead],
            Self::Responders => &[Id, Name, Short, Kind, Title, Aliases, Remit],
            Self::Delegates => &[Name, Unit, Seat],
        }
    }
}

impl FromStr for RowKind {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|rows| rows.name() == name).ok_or(())
    }
}

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImportField {
    Text,
    Name,
    Unit,
    Seat,
    Channel,
    Point,
    Kind,
    Theme,
    Time,
    Lead,
    Id,
    Short,
    Title,
    Aliases,
    Remit,
}

impl ImportField {
    const ALL: [Self; 15] = [
        Self::Text,
        Self::Name,
        Self::Unit,
        Self::Seat,
        Self::Channel,
        Self::Point,
        Self::Kind,
        Self::Theme,
        Self::Time,
        Self::Lead,
        Self::Id,
        Self::Short,
        Self::Title,
        Self::Aliases,
        Self::Remit,
    ];

    /// As `--map` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Seat => "seat",
            Self::Channel => "channel",
            Self::Point => "point",
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Time => "time",
            Self::Lead => "lead",
            Self::Id => "id",
            Self::Short => "short",
            Self::Title => "title",
            Self::Aliases => "aliases",
            Self::Remit => "remit",
        }
    }

    /// Headers that mean it, folded, between commas. Those of one word must be the whole header.
    fn headers(self, rows: RowKind) -> &'static str {
        match (self, rows) {
            (Self::Text, _) => {
                "noi dung, noi dung cau hoi, noi dung y kien, noi dung kien nghi, \
                 noi dung phan anh, noi dung gop y, noi dung cau hoi y kien kien nghi, \
                 cau hoi, cau hoi y kien, y kien, kien nghi, de xuat kien nghi, phan anh, \
                 gop y, text, question, questions, question text, your question, content, \
                 opinion, proposal, comment"
            }
            (Self::Name, RowKind::Questions | RowKind::Delegates) => {
                "ho va ten, ho ten, ho va ten nguoi hoi, nguoi hoi, nguoi neu, nguoi gui, \
                 nguoi dat cau hoi, ten nguoi hoi, ten nguoi neu, ten nguoi gui, \
                 ten dai bieu, dai bieu, ten, name, full name, your name, asker, delegate"
            }
            (Self::Name, RowKind::Responders) => {
                "ten, ten don vi, ten co quan, ten don vi tra loi, don vi, co quan, \
                 ho va ten, ho ten, don vi tra loi, co quan tra loi, name, full name, \
                 responder"
            }
            (Self::Unit, _) => {
                "don vi, ten don vi, don vi cong tac, noi cong tac, co quan, ten co quan, \
                 co quan cong tac, co quan don vi, don vi co quan, truong, ten truong, \
                 truong hoc, truong dai hoc, truong don vi, don vi truong, to chuc, unit, \
                 your unit, organization, organisation, school"
            }
            (Self::Seat, _) => "so ghe, ghe, ghe ngoi, cho ngoi, vi tri ngoi, seat, seat number",
            (Self::Channel, _) => {
                "hinh thuc, hinh thuc gui, hinh thuc hoi, kenh, kenh gui, kenh tiep nhan, \
                 channel"
            }
            (Self::Point, _) => "diem cau, ten diem cau, point, remote site, site",
            (Self::Kind, RowKind::Responders) => "loai, loai hinh, kind, type",
            (Self::Kind, _) => {
                "loai, loai cau hoi, loai y kien, loai noi dung, loai phieu, phan loai, \
                 kind, type, question type"
            }
            (Self::Theme, _) => {
                "nhom van de, nhom, linh vuc, linh vuc quan tam, chu de, van de, theme, \
                 topic, category"
            }
            (Self::Time, _) => {
                "thoi gian, dau thoi gian, thoi diem, thoi gian gui, thoi gian hoi, \
                 thoi gian hoan thanh, ngay, ngay gio, ngay gui, ngay hoi, ngay thang, gio, \
                 time, timestamp, date, submitted at, completion time"
            }
            (Self::Lead, _) => {
                "don vi tra loi, co quan tra loi, nguoi tra loi, don vi chu tri, \
                 co quan chu tri, don vi chu tri tra loi, chu tri, chu tri tra loi, \
                 noi tra loi, lead, responder, answer by, answered by"
            }
            (Self::Id, _) => "id, ma, ma don vi, ma so",
            (Self::Short, _) => {
                "viet tat, ten viet tat, ten tat, ten ngan, short, short name, abbreviation"
            }
            (Self::Title, _) => "chuc vu, chuc danh, title, post, position",
            (Self::Aliases, _) => "ten khac, ten goi khac, ten cu, aliases, alias, other names",
            (Self::Remit, _) => {
                "linh vuc phu trach, linh vuc, phu trach, nhiem vu, chuc nang nhiem vu, \
                 remit, responsibilities"
            }
        }
    }

    /// How surely the header, folded and in plain words, means this field; `None` when it does not.
    pub(super) fn fit(self, rows: RowKind, header: &str) -> Option<HeaderFit> {
        let fit = |known: &str| {
            let is_several = known.contains(' ');
            let padded = format!(" {header} ");
            match () {
                () if header == known => {
                    Some(HeaderFit { grade: Grade::Whole, length: known.len() })
                }
                () if is_several && padded.starts_with(&format!(" {known} ")) => {
                    Some(HeaderFit { grade: Grade::Beginning, length: known.len() })
                }
                () if is_several && padded.contains(&format!(" {known} ")) => {
                    Some(HeaderFit { grade: Grade::Inside, length: known.len() })
                }
                () => None,
            }
        };
        self.headers(rows).split(", ").filter_map(fit).max()
    }
}

impl FromStr for ImportField {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|field| field.name() == name).ok_or(())
    }
}

/// How surely a header means a field; the greater, the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct HeaderFit {
    pub(super) grade: Grade,
    /// Of two that fit alike, the longer one says more.
    length: usize,
}

/// Where in a header the words stand by which it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    Inside,
    Beginning,
    Whole,
}

/// The words of a header without case, marks and punctuation.
pub(super) fn plain_words(header: &str) -> String {
    let folded = fold(header);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
