//! Everything that was said, searched without case or diacritics.
