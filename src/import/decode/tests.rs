//! Each encoding by the bytes that its programs write.

use super::{EncodingFault, TextEncoding, decode};

const TEXT: &str = "Nội dung,Họ tên\nBao giờ sửa đường?,Nguyễn Thị Mai\n";

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf_8_and_utf_16_are_known_by_their_bytes_with_a_mark_and_without() {
    let marked = format!("\u{feff}{TEXT}");
    for bytes in [
        TEXT.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        wide(TEXT, u16::to_le_bytes),
        wide(TEXT, u16::to_be_bytes),
        wide(&marked, u16::to_le_bytes),
        wide(&marked, u16::to_be_bytes),
    ] {
        assert_eq!(decode(&bytes, None).as_deref(), Ok(TEXT));
    }
}

#[test]
fn windows_1258_gives_composed_letters() {
    let bytes = b"\x42\x61\xf2\x6e\x20\x67\xe3\xf2\x70";
    assert_eq!(decode(bytes, Some(TextEncoding::Windows1258)).as_deref(), Ok("Bạn gặp"));
}

#[test]
fn the_bytes_of_old_fonts_give_their_letters() {
    let bytes = b"\x53\xeb\x20\x59\x20\x74\xd5";
    assert_eq!(decode(bytes, Some(TextEncoding::Tcvn3)).as_deref(), Ok("Sở Y tế"));
    let bytes = b"S\xf4\xfb Y te\xe1, Nguye\xe3n";
    assert_eq!(decode(bytes, Some(TextEncoding::Vni)).as_deref(), Ok("Sở Y tế, Nguyễn"));
}

#[test]
fn an_old_font_is_read_also_in_a_file_of_another_encoding() {
    for bytes in ["Së Y tÕ".as_bytes().to_vec(), wide("Së Y tÕ", u16::to_le_bytes)] {
        assert_eq!(decode(&bytes, Some(TextEncoding::Tcvn3)).as_deref(), Ok("Sở Y tế"));
    }
}

#[test]
fn bytes_of_no_known_encoding_are_refused_with_the_one_they_look_like() {
    for (bytes, likely) in [
        (&b"S\xeb Y t\xd5"[..], Some(TextEncoding::Tcvn3)),
        (b"S\xf4\xfb Y te\xe1", Some(TextEncoding::Vni)),
        (b"Ba\xf2n g\xe3\xf2p", Some(TextEncoding::Windows1258)),
        (b"\xff\x80\x81zz", None),
    ] {
        let fault = decode(bytes, None);
        let Err(EncodingFault::Unknown { line: 1, likely: found, .. }) = fault else {
            panic!("{fault:?}");
        };
        assert_eq!(found, likely, "{bytes:?}");
    }
}

#[test]
fn an_encoding_that_gives_no_words_is_refused_with_the_one_that_does() {
    let fault = EncodingFault::LooksLike { line: 2, likely: TextEncoding::Tcvn3 };
    let bytes = b"Noi dung\nS\xeb Y t\xd5";
    assert_eq!(decode(bytes, Some(TextEncoding::Windows1258)), Err(fault));
}

#[test]
fn an_encoding_is_named_with_hyphens_or_without() {
    for name in ["UTF-8", "utf8", "windows-1258", "Windows1258", "utf-16le", "TCVN3", "vni"] {
        assert!(name.parse::<TextEncoding>().is_ok(), "{name}");
    }
    assert_eq!("latin1".parse::<TextEncoding>(), Err(()));
}
