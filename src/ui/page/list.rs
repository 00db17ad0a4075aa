//! How a selection moves along a list.

use crate::ui::scene::Side;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Lines down, or up if negative.
    Lines(isize),
    /// Screens down, or up if negative.
    Pages(isize),
    First,
    Last,
    Left,
    Right,
}

impl Way {
    /// The place reached from `at` in a list of `len`, with `page` lines a screen.
    pub fn from(self, at: usize, len: usize, page: usize) -> usize {
        let page = isize::try_from(page.max(2) - 1).unwrap_or(1);
        let to = match self {
            Self::Lines(by) => at.saturating_add_signed(by),
            Self::Pages(by) => at.saturating_add_signed(by.saturating_mul(page)),
            Self::First => 0,
            Self::Last => usize::MAX,
            Self::Left | Self::Right => at,
        };
        to.min(len.saturating_sub(1))
    }
}

/// The first visible place of a list of `height` rows, with the chosen one in the middle.
pub fn first(chosen: usize, all: usize, height: usize) -> usize {
    chosen.saturating_sub(height / 2).min(all.saturating_sub(height))
}

/// Where a list keeps its selection, as far as its ends allow.
#[derive(Clone, Copy)]
pub enum Middle {
    Half,
    Third,
}

/// The selection that makes a list show what is next to its visible part.
pub fn beyond(all: usize, side: Side, middle: Middle, is_drawn: impl Fn(usize) -> bool) -> Option<usize> {
    let first = (0..all).find(|place| is_drawn(*place))?;
    let last = (first..all).rfind(|place| is_drawn(*place))?;
    let shown = last + 1 - first;
    let before = match middle {
        Middle::Half => shown / 2,
        Middle::Third => shown / 3,
    };
    Some(match side {
        Side::Below => (last + 1 + before).min(all - 1),
        Side::Above => (first + before).saturating_sub(shown),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_to_a_place_of_the_list() {
        let cases = [
            (Way::Lines(1), 3, 4),
            (Way::Lines(-1), 0, 0),
            (Way::Lines(isize::MAX), 3, 9),
            (Way::Pages(1), 1, 5),
            (Way::Pages(-1), 9, 5),
            (Way::Pages(isize::MIN), 9, 0),
            (Way::First, 7, 0),
            (Way::Last, 7, 9),
            (Way::Left, 7, 7),
            (Way::Right, 12, 9),
        ];
        for (way, at, expected) in cases {
            assert_eq!(way.from(at, 10, 5), expected, "{way:?} from {at}");
            assert_eq!(way.from(at, 0, 5), 0, "{way:?} of an empty list");
        }
        assert_eq!(Way::Pages(1).from(0, 10, 0), 1, "a list that was not drawn yet");
    }

    #[test]
    fn a_list_shows_its_beginning_its_end_and_else_what_is_chosen_in_its_middle() {
        for (chosen, all, height, expected) in [
            (0, 5, 10, 0),
            (4, 5, 10, 0),
            (0, 40, 10, 0),
            (5, 40, 10, 0),
            (20, 40, 10, 15),
            (39, 40, 10, 30),
            (3, 0, 0, 0),
        ] {
            assert_eq!(first(chosen, all, height), expected, "{chosen} of {all} in {height}");
        }
        for chosen in 0..40 {
            let shown = first(chosen, 40, 7);
            assert!((shown..shown + 7).contains(&chosen), "{chosen}");
        }
    }

    #[test]
    fn turning_shows_what_was_hidden() {
        // Of 40 places, 10 to 19 were drawn.
        let drawn = |place: usize| (10..20).contains(&place);
        assert_eq!(beyond(40, Side::Below, Middle::Half, drawn), Some(25));
        assert_eq!(beyond(40, Side::Above, Middle::Half, drawn), Some(5));
        assert_eq!(beyond(40, Side::Below, Middle::Third, drawn), Some(23));
        assert_eq!(beyond(22, Side::Below, Middle::Half, drawn), Some(21), "no further than the end");
        assert_eq!(beyond(40, Side::Below, Middle::Half, |_| false), None);
        assert_eq!(beyond(0, Side::Above, Middle::Half, drawn), None);
    }
}
