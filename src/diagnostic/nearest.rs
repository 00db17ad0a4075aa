//! What was probably meant by a misspelt name.

/// A longer text is no misspelt name, and comparing it would take long.
const MAX_CHARS: usize = 40;
/// The Jaro-Winkler similarity that a name must exceed.
const SIMILARITY: f64 = 0.8;

/// Returns the one of `known` that `typed` probably means.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if typed.chars().count() > MAX_CHARS {
        return None;
    }
    let typed = typed.to_lowercase();
    let similarity = |known: &&str| strsim::jaro_winkler(&typed, known);
    let best = known.into_iter().max_by(|a, b| similarity(a).total_cmp(&similarity(b)));
    best.filter(|best| similarity(best) > SIMILARITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_names_are_understood_and_other_words_are_not() {
        let known = ["phase", "break", "day_end", "planned", "tasks", "resume"];
        for (typed, meant) in [("plannd", "planned"), ("task", "tasks"), ("Phase", "phase"), ("dayend", "day_end")] {
            assert_eq!(nearest(typed, known), Some(meant), "{typed}");
        }
        for typed in ["", "colour", "durée", "x", &"planned".repeat(100)] {
            assert_eq!(nearest(typed, known), None, "{typed}");
        }
        assert_eq!(nearest("phase", []), None);
    }

    proptest::proptest! {
        #[test]
        fn a_name_with_one_letter_swapped_is_recognised(at in 1..6_usize) {
            let mut typed: Vec<char> = "planned".chars().collect();
            typed.swap(at, at - 1);
            let typed: String = typed.into_iter().collect();
            proptest::prop_assert_eq!(nearest(&typed, ["phase", "planned", "resume"]), Some("planned"));
        }
    }
}
