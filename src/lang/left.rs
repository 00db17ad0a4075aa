//! What a closing leaves open, in words.

use crate::incident::Left;
use crate::lang::{Lang, vars};

impl Lang {
    /// `None` if nothing is left.
    pub fn left(self, left: &Left) -> Option<String> {
        let counted = left.counts().into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<_> =
            counted.map(|(name, count)| self.say_with(&format!("close-{name}"), &vars![count])).collect();
        (!parts.is_empty()).then(|| self.say_with("close-left", &vars![what = parts.join(", ")]))
    }
}
