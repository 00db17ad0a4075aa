//! Forms: how keys fill them in, what is wrong with an answer, and when typed text is kept.

use super::rows::Handle;
use super::*;
use crate::theme::Theme;
use crate::ui::canvas::drawn;
use crate::ui::keymap::Key;
use crate::ui::scene::Look;

/// What a test form answers: a line, an optional duration, an option, a number, and whether the line was changed.
type Answer = (String, Option<u32>, usize, u32, bool);

struct Fields {
    title: Handle,
    duration: Handle,
    kind: Handle,
    speed: Handle,
}

fn form() -> Form<Answer> {
    let mut rows = Rows::new(Lang::En);
    let kinds = ["real", "exercise"].map(str::to_owned).to_vec();
    let fields = Fields {
        title: rows.line("ask-title", "Mail"),
        duration: rows.hinted_line("ask-rto", "ask-rto-hint", ""),
        kind: rows.choice("ask-kind", kinds, 0),
        speed: rows.line("ask-speed", "1"),
    };
    rows.digits(fields.speed);
    rows.only_at(fields.speed, fields.kind, 1);
    Form::new("ask-new-incident", rows, move |answers| {
        Ok((
            answers.line(fields.title)?.to_string(),
            answers.optional_seconds(fields.duration)?,
            answers.chosen(fields.kind),
            answers.number(fields.speed, (1, 60))?,
            answers.is_changed(fields.title),
        ))
    })
}

/// Presses keys, letters and names between angle brackets; returns the last outcome.
fn press<A>(form: &mut Form<A>, keys: &str) -> Outcome<A> {
    let mut last = Outcome::Stay;
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let (name, tail) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some(named) => named,
            None => rest.split_at(c.len_utf8()),
        };
        rest = tail;
        let event = match name.chars().next() {
            Some(letter) if name.chars().count() == 1 => KeyEvent::from(KeyCode::Char(letter)),
            _ => name.parse::<Key>().expect("a key").event(),
        };
        last = form.key(&event);
    }
    last
}

fn shown<A>(form: &Form<A>, width: u16, height: u16) -> String {
    let look = Look { lang: Lang::En, theme: Theme::default() };
    drawn(&look, width, height, |canvas| form.render(canvas.area(), canvas)).0
}

#[test]
fn keys_fill_a_form_in() {
    let answer =
        |title: &str, duration, kind, speed, changed| Outcome::Done((title.to_owned(), duration, kind, speed, changed));
    let cases = [
        ("<ctrl-s>", answer("Mail", None, 0, 1, false)),
        ("box<enter><enter><enter>", answer("Mailbox", None, 0, 1, true)),
        ("<enter>1h30<enter><enter>", answer("Mail", Some(5400), 0, 1, false)),
        // An exercise has a speed, a real incident has none.
        ("<enter><enter><right><enter>0<enter>", answer("Mail", None, 1, 10, false)),
        ("<down><down> <down><ctrl-u>x7<ctrl-s>", answer("Mail", None, 1, 7, false)),
        ("<backtab><left><ctrl-s>", answer("Mail", None, 1, 1, false)),
        ("<tab><tab>ll<ctrl-s>", answer("Mail", None, 0, 1, false)),
        ("<tab><tab><end><home><ctrl-s>", answer("Mail", None, 0, 1, false)),
        // A changed text that is typed back is unchanged.
        ("x<back><ctrl-s>", answer("Mail", None, 0, 1, false)),
    ];
    for (keys, expected) in cases {
        assert_eq!(press(&mut form(), &keys.replace("<back>", "<backspace>")), expected, "{keys}");
    }
}

#[test]
fn a_wrong_row_gets_the_keyboard_and_says_why() {
    let cases = [
        ("<ctrl-u><ctrl-s>", 0, "ask-needed"),
        ("<tab>soon<ctrl-s>", 1, ""),
        ("<tab><tab><right><tab>99<ctrl-s>", 3, ""),
        ("<tab><tab><right><tab><ctrl-u><ctrl-s>", 3, ""),
    ];
    for (keys, row, why) in cases {
        let mut form = form();
        assert_eq!(press(&mut form, keys), Outcome::Stay, "{keys}");
        assert_eq!(form.focus, row, "{keys}");
        let wrong = form.rows[row].wrong.clone().unwrap_or_default();
        assert!(!wrong.is_empty() && form.rows.iter().filter(|row| row.wrong.is_some()).count() == 1);
        if !why.is_empty() {
            assert_eq!(wrong, Lang::En.say(why));
        }
        assert!(shown(&form, 80, 20).contains(wrong.trim_end_matches('.')), "{keys}\n{}", shown(&form, 80, 20));
        press(&mut form, "1");
        assert!(form.rows[row].wrong.is_none(), "typing takes the complaint away: {keys}");
    }
}

#[test]
fn a_row_that_depends_on_a_choice_is_shown_with_it() {
    let mut form = form();
    let speed = Lang::En.say("ask-speed");
    assert!(!shown(&form, 80, 20).contains(&speed));
    press(&mut form, "<tab><tab><right>");
    assert!(shown(&form, 80, 20).contains(&speed));
    assert!(shown(&form, 80, 20).contains("‹ exercise ›"));
}

#[test]
fn much_typed_text_needs_two_escapes() {
    let mut form = form();
    assert_eq!(press(&mut form, "box<esc>"), Outcome::Close, "a few letters are no loss");
    let long = "x".repeat(MUCH);
    assert_eq!(press(&mut form, &format!("{long}<esc>")), Outcome::Stay);
    assert!(shown(&form, 80, 20).contains(&Lang::En.say("ask-form-leaving")[..12]));
    press(&mut form, "y");
    assert_eq!(press(&mut form, "<esc>"), Outcome::Stay, "another key takes the warning back");
    assert_eq!(press(&mut form, "<esc>"), Outcome::Close);
}

#[test]
fn a_refused_answer_keeps_the_text() {
    let mut form = form();
    press(&mut form, "box<ctrl-s>");
    let mut form = form.refused("it is closed".to_owned());
    let text = shown(&form, 80, 20);
    assert!(text.contains("Mailbox") && text.contains("it is closed"), "{text}");
    press(&mut form, "!");
    assert!(!shown(&form, 80, 20).contains("it is closed"));
}

#[test]
fn a_paste_and_a_click_go_to_their_row() {
    let mut form = form();
    form.click(1, 0, 0);
    form.paste("2h\n");
    form.click(2, 0, 0);
    assert_eq!(form.focus, 2);
    form.click(2, 0, 0);
    assert_eq!(press(&mut form, "<ctrl-s>"), Outcome::Done(("Mail".to_owned(), Some(7200), 1, 1, false)));
    form.click(9, 0, 0);
    assert_eq!(form.focus, 2, "there is no such row");
}

#[test]
fn a_mention_is_completed() {
    let mut rows = Rows::new(Lang::En);
    let text = rows.prose("ask-text", "");
    let mut form = Form::new("ask-note", rows, move |answers| Ok(answers.text(text).to_owned())).naming(vec![
        "karim".to_owned(),
        "karine".to_owned(),
        "zoé".to_owned(),
    ]);
    press(&mut form, "ask @KA");
    assert_eq!(form.candidates(), ["karim", "karine"]);
    assert!(shown(&form, 60, 12).contains("@karim  @karine"));
    let expected = Outcome::Done("ask @karim and a@b".to_owned());
    assert_eq!(press(&mut form, "<tab>and a@b<ctrl-s>"), expected);
}

#[test]
fn times_of_day_are_read_as_people_write_them() {
    let read = |typed: &str| {
        let mut rows = Rows::new(Lang::En);
        let time = rows.line("ask-at", typed);
        let mut form = Form::new("ask-note", rows, move |answers| answers.time(time).map(|it| it.to_string()));
        press(&mut form, "<ctrl-s>")
    };
    for (typed, expected) in [
        ("8:00", "08:00:00"),
        ("08h05", "08:05:00"),
        ("8h", "08:00:00"),
        ("23H59", "23:59:00"),
        (" 7 : 30 ", "07:30:00"),
    ] {
        assert_eq!(read(typed), Outcome::Done(expected.to_owned()), "{typed}");
    }
    for typed in ["", "24:00", "8:60", "soon", "0800"] {
        assert_eq!(read(typed), Outcome::Stay, "{typed}");
    }
}

#[test]
fn a_form_is_drawn_in_any_window() {
    let mut form = form();
    press(&mut form, "<tab><tab><right><tab>");
    for (width, height) in [(1, 1), (3, 3), (4, 9), (20, 5), (24, 40), (60, 8), (200, 60)] {
        shown(&form, width, height);
    }
    assert!(shown(&form, 60, 4).contains(&Lang::En.say("ask-speed")), "the row with the keyboard is in sight");
}
