//! Cells: what is written where, cut at which edge, and what it leaves behind.

use super::*;
use crate::lang::Lang;

fn look() -> Look {
    Look { lang: Lang::En, theme: Theme::default() }
}

/// What is drawn on one row of so many cells.
fn row(width: u16, draw: impl FnOnce(&Canvas<'_>)) -> String {
    drawn(&look(), width, 1, draw).0
}

#[test]
fn a_row_is_written_from_both_of_its_ends() {
    let cases = [(20, "one  two    at right"), (16, "one  two  at ri…"), (12, "one  t…  at…")];
    for (width, expected) in cases {
        let shown = row(width, |canvas| {
            let mut rest = Rest::of(canvas, canvas.area(), 2);
            rest.column(3, "one", Meaning::Text);
            rest.put_right(rest.area.width / 2 + 1, "at right", Meaning::Text);
            rest.put("two", Meaning::Text);
        });
        assert_eq!(shown, expected, "{width}");
    }
}

#[test]
fn a_column_without_a_width_takes_no_gap() {
    let shown = row(20, |canvas| {
        let mut rest = Rest::inside(canvas, canvas.area(), 1);
        rest.column(0, "hidden", Meaning::Text);
        rest.column(4, "long words", Meaning::Text);
        rest.skip(2);
        rest.put("end", Meaning::Text);
        rest.put("!", Meaning::Text);
    });
    assert_eq!(shown, " lon…   end!");
}

#[test]
fn nothing_is_written_beyond_a_row() {
    let shown = row(6, |canvas| {
        let mut rest = Rest::of(canvas, Rect { width: 4, ..canvas.area() }, 2);
        rest.column(9, "abcdefgh", Meaning::Text);
        rest.put("more", Meaning::Text);
        rest.put_right(9, "right", Meaning::Text);
        assert!(rest.area.is_empty());
    });
    assert_eq!(shown, "abc…");
}

#[test]
fn lines_stay_in_their_area() {
    let (text, _) = drawn(&look(), 8, 4, |canvas| {
        let area = Rect { x: 1, y: 1, width: 5, height: 2 };
        canvas.lines(area, &["first", "second", "third"], Meaning::Text);
    });
    assert_eq!(text, "\n first\n seco…\n");
}

#[test]
fn titles_leave_the_corners_of_a_border() {
    let shown = row(12, |canvas| {
        canvas.rule(0, 12, 0);
        let x = canvas.title(canvas.area(), "Log", Meaning::Title);
        assert_eq!(canvas.after_title(canvas.area(), x, "", Meaning::Text), x, "nothing to add");
        canvas.after_title(canvas.area(), x, "12 of 30", Meaning::Text);
    });
    assert_eq!(shown, "── Log 12…──");
}

#[test]
fn an_area_that_is_emptied_takes_the_wide_letters_that_it_cuts() {
    let shown = row(6, |canvas| {
        canvas.put(0, 0, 6, "日本語", Meaning::Text);
        canvas.blank(Rect { x: 3, y: 0, width: 2, height: 1 }, Meaning::Overlay);
        canvas.put(3, 0, 2, "ab", Meaning::Text);
    });
    assert!(shown.starts_with("日"), "{shown:?}");
    assert!(shown.contains(" ab") && !shown.contains('本'), "{shown:?}");
}

#[test]
fn a_meaning_is_drawn_on_the_ground_of_its_window() {
    let theme = Theme::default();
    let look = look();
    let canvas = Canvas::new(&look, Buffer::empty(Rect::new(0, 0, 1, 1)));
    let (ground, error) = (theme.style(Meaning::Overlay), theme.style(Meaning::FieldError));
    assert_eq!(canvas.style(Over(Meaning::FieldError)), ground.patch(error));
    assert_eq!(canvas.style((Meaning::Text, Meaning::FieldError)), theme.style(Meaning::Text).patch(error));
    assert_eq!(canvas.style(Style::new()), Style::new());
}

#[test]
fn clocks_that_something_hides_are_forgotten() {
    let (_, drawn) = drawn(&look(), 20, 2, |canvas| {
        canvas.put(0, 0, 20, "01:02:03  04:05:06", Meaning::Clock);
        canvas.clock((0, 0), Span::seconds(1), None, Counts::Up);
        canvas.clock((10, 0), Span::seconds(2), None, Counts::Down);
        canvas.clock((99, 9), Span::seconds(3), None, Counts::Down);
        canvas.hide_clocks(Rect { x: 9, y: 0, width: 5, height: 1 });
    });
    let spans: Vec<_> = drawn.clocks.iter().map(|clock| clock.span).collect();
    assert_eq!(spans, [Span::seconds(1)], "one outside of the screen is none");
}

#[test]
fn what_is_noted_last_lies_on_top() {
    let (_, drawn) = drawn(&look(), 10, 2, |canvas| {
        canvas.hit(canvas.area(), Hit::LogPane);
        canvas.hit(Rect { width: 3, height: 1, ..canvas.area() }, Hit::Row(7));
        canvas.hit(Rect { width: 0, ..canvas.area() }, Hit::Row(8));
    });
    let at = |x, y| drawn.hits.at(x, y).cloned().collect::<Vec<_>>();
    assert_eq!(at(1, 0), [Hit::Row(7), Hit::LogPane]);
    assert_eq!(at(1, 1), [Hit::LogPane]);
    assert!(at(10, 0).is_empty());
    assert!(!drawn.hits.has(&Hit::Row(8)));
}
