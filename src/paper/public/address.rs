//! What may be somebody's address in a text: told to a person, who alone can judge it.

use crate::text::fold::fold;

/// Words behind which a figure is a house or a lane, folded.
const LANES: [&str; 7] = ["hem", "ngo", "ngach", "kiet", "ap", "to", "duong"];
/// Words of an address that are shown.
const SHOWN: usize = 6;

/// The places of a text that read like addresses: "số 12 đường 3/2", "hẻm 51", "số nhà 7".
pub(super) fn found(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> =
        words.iter().map(|word| fold(word.trim_matches([',', '.', ';', ':', '(']))).collect();
    let begins = |at: usize| {
        let word = |at: usize| folded.get(at).map_or("", String::as_str);
        let has_figure = |at: usize| word(at).starts_with(|letter: char| letter.is_ascii_digit());
        match word(at) {
            "so" if word(at + 1) == "nha" => true,
            "so" => {
                has_figure(at + 1)
                    && matches!(word(at + 2), "duong" | "pho" | "hem" | "ngo" | "ngach" | "kiet")
            }
            lane => LANES.contains(&lane) && has_figure(at + 1),
        }
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if begins(at) {
            found.push(words[at..words.len().min(at + SHOWN)].join(" "));
            at += SHOWN;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn what_reads_like_an_address_is_told_and_a_number_of_anything_else_is_not() {
        assert_eq!(
            found("em ở số 12 đường 3/2, phường Xuân Khánh"),
            ["số 12 đường 3/2, phường Xuân"]
        );
        assert_eq!(found("nhà em hẻm 51 đường 30/4"), ["hẻm 51 đường 30/4"]);
        assert_eq!(found("số nhà 7"), ["số nhà 7"]);
        for text in ["số 12 của nghị định", "tổ chức 3 lần", "con đường phía trước", ""]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
