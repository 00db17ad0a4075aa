//! Splits a message into as many parts as its target needs, without loss.

use std::collections::VecDeque;
use std::sync::Arc;

use super::message::{Message, Part};
use super::rich::{Rich, Row, RowKind, Span};
use super::target::Target;

/// The visible characters of a title in a heading; a longer title is in the text as a whole.
const TITLE_MOST: usize = 100;

/// The parts of a message for a target, always the same.
pub fn split(message: &Arc<Message>, target: &dyn Target) -> Vec<Part> {
    let (title, rows) = title_and_rows(message);
    let part = |number: u16, of: u16, rows: Vec<Row>| Part {
        message: Arc::clone(message),
        number,
        of,
        key: format!("{}-{number}", message.key),
        title: title.clone(),
        text: Rich { rows },
        repeat: None,
    };
    // Room is reserved for the sentence on a repeat, so a repeat has the same parts.
    let fits = |of: u16, rows: &[Row]| target.holds(&part(of, of, rows.to_vec()).repeated());
    if fits(1, &rows) {
        return vec![part(1, 1, rows)];
    }
    // The numbers are as wide as they will be, or wider.
    let piles = [99, 9_999, u16::MAX]
        .into_iter()
        .map(|of| piles(rows.clone().into(), &|rows| fits(of, rows)))
        .zip([99, 9_999, usize::from(u16::MAX)])
        .find_map(|(piles, most)| (piles.len() <= most).then_some(piles));
    let piles = piles.unwrap_or_default();
    let of = u16::try_from(piles.len()).unwrap_or(u16::MAX);
    (1..=of).zip(piles).map(|(number, rows)| part(number, of, rows)).collect()
}

/// A heading at the start of the text is the message's.
fn title_and_rows(message: &Message) -> (String, Vec<Row>) {
    let mut rows = Rich::read(message.text.as_str()).rows;
    let title = match rows.first() {
        Some(first) if first.kind == RowKind::Heading => {
            let title = rows.remove(0).text();
            if rows.first().is_some_and(|row| row.kind == RowKind::Gap) {
                rows.remove(0);
            }
            title
        }
        _ => message.title.to_string(),
    };
    match Row::text_of(&title).cut(TITLE_MOST) {
        None => (title, rows),
        Some((short, _)) => {
            let whole = Row { kind: RowKind::Text, spans: vec![Span { text: title, strong: true }] };
            rows.splice(0..0, [whole, Row::GAP]);
            (format!("{}…", short.text().trim_end()), rows)
        }
    }
}

/// Packs the rows in order into piles that fit.
fn piles(mut rest: VecDeque<Row>, fits: &dyn Fn(&[Row]) -> bool) -> Vec<Vec<Row>> {
    let mut piles = Vec::new();
    loop {
        while rest.front().is_some_and(|row| row.kind == RowKind::Gap) {
            rest.pop_front();
        }
        let rows = rest.make_contiguous();
        let Some(first) = rows.first() else { return piles };
        let mut count = most(rows.len(), &|count| fits(&rows[..count]));
        if count == 0 {
            let length = first.text().chars().count();
            let room = most(length, &|room| first.cut(room).is_some_and(|(head, _)| fits(&[head])));
            // A single character that does not fit is sent as it is: the target decides.
            if let Some((head, tail)) = first.cut(room) {
                rest[0] = tail;
                rest.push_front(head);
            }
            count = 1;
        } else if count < rows.len() {
            // A heading stays with what it heads.
            let headless = rows[..count].iter().rposition(|row| row.kind != RowKind::Heading);
            count = headless.map_or(count, |last| last + 1);
        }
        let mut pile: Vec<Row> = rest.drain(..count).collect();
        while pile.last().is_some_and(|row| row.kind == RowKind::Gap) {
            pile.pop();
        }
        piles.push(pile);
    }
}

/// Returns the greatest count up to `end` for which `fits` holds, or 0; `fits` is monotonic. The search starts small:
/// parts are small and the rest may be a hundred times one.
fn most(end: usize, fits: &dyn Fn(usize) -> bool) -> usize {
    let (mut low, mut step) = (0, 1);
    while low + step <= end && fits(low + step) {
        low += step;
        step *= 2;
    }
    let mut high = end.min(low + step - 1);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if fits(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_that_fits_is_found() {
        for end in 0..40 {
            for limit in 0..45 {
                assert_eq!(most(end, &|count| count <= limit), limit.min(end), "{end} {limit}");
            }
        }
    }

    #[test]
    fn what_is_left_is_not_looked_at_for_every_part() {
        let looked = std::cell::Cell::new(0);
        let fits = |rows: &[Row]| {
            looked.set(looked.get() + rows.len());
            rows.len() <= 20
        };
        let piles = piles(vec![Row::text_of("une ligne"); 10_000].into(), &fits);
        assert_eq!((piles.len(), piles.iter().map(Vec::len).sum::<usize>()), (500, 10_000));
        assert!(looked.get() < 10_000 * 12, "{}", looked.get());
    }
}
