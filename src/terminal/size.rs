//! How large a terminal is.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

impl Size {
    /// Larger terminals are drawn as if they were this large.
    pub const MAX: Self = Self { width: 500, height: 200 };
    /// The size assumed of a terminal that reports none.
    pub const USUAL: Self = Self { width: 80, height: 24 };

    /// The nearest size that can be drawn.
    #[must_use]
    pub fn clamped(self) -> Self {
        Self { width: self.width.clamp(1, Self::MAX.width), height: self.height.clamp(1, Self::MAX.height) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_neither_empty_nor_without_bound() {
        for (given, drawn) in [
            ((0, 0), (1, 1)),
            ((80, 24), (80, 24)),
            ((500, 200), (500, 200)),
            ((501, 201), (500, 200)),
            ((u16::MAX, 0), (500, 1)),
        ] {
            let size = Size { width: given.0, height: given.1 }.clamped();
            assert_eq!((size.width, size.height), drawn, "{given:?}");
        }
    }
}
