//! How much a term says: the rarer, the more.

/// Of `all` texts it stands in `known`; nothing when it stands in none.
#[expect(clippy::cast_precision_loss, reason = "counts of texts are far below what an f32 holds")]
pub(super) fn rarity(all: usize, known: usize) -> f32 {
    match known {
        0 => 0.0,
        known => (1.0 + all as f32 / known as f32).ln(),
    }
}
