//! What printers make of a document, how moments are written, and what external readers get of a report.

use super::{LANG, action, at, empty, expanded, logged, minutes, range, service, step, task, toned, update, words};
use crate::document::{Block, Card, Column, ColumnKind, Document, Row, Section, Table, Text, Tone};
use crate::incident::{
    Event, HeaderEvent, Health, Incident, Kind, Moment, Opened, Pace, PersonName, Plan, Range, Recorded, Seq, Severity,
    Signature, Situation, Span,
};
use crate::lang::{Lang, vars};
use crate::report::blockers::Lasting;
use crate::report::document::Timing;
use crate::report::record::{Change, Decision};
use crate::report::review::ActionState;
use crate::report::steps::StepFigures;
use crate::report::tasks::TaskProgress;
use crate::report::updates::DeliveryOutcome;
use crate::report::{Report, StepOutcome};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: LANG,
        title: Text::quoted("Mail <down>"),
        about: Text::from("SEV2".to_owned()),
        notices: vec![Text::bad("Damaged")],
        cards: vec![
            Card { label: "Lasted".to_owned(), value: Text::of(Tone::Strong, "4 h"), note: Text::default() },
            Card { label: "Plan".to_owned(), value: Text::good("kept"), note: "as planned".to_owned().into() },
        ],
        sections: vec![Section { id: "short", title: "In short".to_owned(), blocks }],
        foot: Text::of(Tone::Muted, "End"),
    }
}

fn table() -> Table {
    let column = |title: &str, kind| Column { title: title.to_owned(), kind };
    Table {
        caption: "A & B".to_owned(),
        columns: vec![
            column("at", ColumnKind::Brief),
            column("name", ColumnKind::Name),
            column("n", ColumnKind::Figure),
            column("why", ColumnKind::Words),
        ],
        rows: vec![
            Row::Heading("Day | one".to_owned()),
            Row::Cells(vec!["10:00".to_owned().into(), Text::quoted("a|b"), "3".to_owned().into(), Text::default()]),
        ],
    }
}

/// The part of a printed document that its only section is.
fn printed(blocks: Vec<Block>) -> (String, String) {
    let document = document(blocks);
    let html = document.html("<svg/>\n");
    let (_, html) = html.split_once("<h2>In short</h2>\n").unwrap();
    let (html, _) = html.split_once("</section>").unwrap();
    let markdown = document.markdown();
    let (_, markdown) = markdown.split_once("## In short\n").unwrap();
    let (markdown, _) = markdown.split_once("\n---\n").unwrap();
    (html.to_owned(), markdown.to_owned())
}

#[test]
fn every_block_is_printed_on_a_page_and_as_text() {
    for (block, html, markdown) in [
        (Block::Paragraph(Text::from("a".to_owned())), "<p>a</p>\n", "\na\n"),
        (
            Block::List(vec![Text::quoted("- x"), Text::of(Tone::Code, "y`z")]),
            "<ul>\n<li><bdi>- x</bdi></li>\n<li><code>y`z</code></li>\n</ul>\n",
            "\n- \\- x\n- y\\`z\n",
        ),
        (
            Block::Quote { label: Text::of(Tone::Strong, "10:00"), text: "one\n1. two".to_owned() },
            "<div class=\"quote\">\n<p><strong><bdi>10:00</bdi></strong></p>\n\
             <blockquote><p dir=\"auto\">one<br>1. two</p></blockquote>\n</div>\n",
            "\n**10:00**\n\n> one  \n> 1\\. two  \n",
        ),
        (Block::Gantt, "<svg/>\n", ""),
        (
            Block::Table(table()),
            "<div class=\"wide\"><table>\n<caption>A &amp; B</caption>\n<thead><tr>\
             <th scope=\"col\" class=\"brief\">at</th><th scope=\"col\" class=\"name\">name</th>\
             <th scope=\"col\" class=\"figure\">n</th><th scope=\"col\">why</th></tr></thead>\n<tbody>\n\
             <tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"4\">Day | one</th></tr>\n\
             <tr><td class=\"brief\">10:00</td><td class=\"name\"><bdi>a|b</bdi></td><td class=\"figure\">3</td>\
             <td></td></tr>\n</tbody>\n</table></div>\n",
            "\n| at | name | n | why |\n| --- | --- | --: | --- |\n|  | **Day \\| one** |  |  |\n\
             | 10:00 | a\\|b | 3 |  |\n",
        ),
    ] {
        assert_eq!(printed(vec![block]), (html.to_owned(), markdown.to_owned()));
    }
}

#[test]
fn every_tone_has_a_form() {
    for (tone, html, markdown) in [
        (Tone::Plain, "a*b", "a\\*b"),
        (Tone::Quoted, "<bdi>a*b</bdi>", "a\\*b"),
        (Tone::Strong, "<strong><bdi>a*b</bdi></strong>", "**a\\*b**"),
        (Tone::Good, "<span class=\"good\">a*b</span>", "a\\*b"),
        (Tone::Bad, "<strong class=\"bad\">a*b</strong>", "a\\*b"),
        (Tone::Muted, "<span class=\"muted\">a*b</span>", "a\\*b"),
        (Tone::Struck, "<s><bdi>a*b</bdi></s>", "~~a\\*b~~"),
        (Tone::Code, "<code>a*b</code>", "`a*b`"),
    ] {
        let (page, text) = printed(vec![Block::Paragraph(Text::of(tone, "a*b"))]);
        assert_eq!((page, text), (format!("<p>{html}</p>\n"), format!("\n{markdown}\n")), "{tone:?}");
    }
}

#[test]
fn a_page_begins_with_what_matters_most() {
    let html = document(Vec::new()).html("");
    let places = [
        "<html lang=\"en\">",
        "default-src 'none'",
        "<title>Mail &lt;down&gt;</title>",
        "<h1><bdi>Mail &lt;down&gt;</bdi></h1>",
        "<p class=\"about\">SEV2</p>",
        "<p class=\"notice\" role=\"note\"><strong class=\"bad\">Damaged ▲</strong></p>",
        "<dt>Lasted</dt><dd class=\"value\"><strong><bdi>4 h</bdi></strong></dd></div>",
        "<dt>Plan</dt><dd class=\"value\"><span class=\"good\">kept ✔</span></dd><dd>as planned</dd></div>",
        "<a href=\"#short\">In short</a>",
        "<section id=\"short\">",
        "<footer><p><span class=\"muted\">End</span></p></footer>",
    ];
    let mut rest = html.as_str();
    for place in places {
        let (_, behind) = rest.split_once(place).unwrap_or_else(|| panic!("no {place} in {rest}"));
        rest = behind;
    }
    let markdown = document(Vec::new()).markdown();
    let colon = LANG.say("report-colon");
    for line in ["# Mail \\<down\\>", "> **Damaged ▲**", &format!("- **Plan**{colon}**kept ✔** — as planned")] {
        assert!(markdown.lines().any(|it| it == line), "no {line} in {markdown}");
    }
    let long = Document { title: Text::quoted(&"word ".repeat(40)), ..document(Vec::new()) };
    let html = long.html("");
    let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(title.ends_with('…') && title.chars().count() <= 60, "{title}");
}

#[test]
fn what_people_write_begins_nothing_in_markdown() {
    for (text, expected) in [
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("12. item", "12\\. item"),
        ("3) item", "3\\) item"),
        ("===", "\\==="),
        ("> quote", "\\> quote"),
        ("a | b", "a \\| b"),
        ("two\nlines", "two ⏎ lines"),
        ("@alice", "@\u{200b}alice"),
        ("https://x.org", "https\\://x.org"),
        ("www.x.org WWW.x", "www\\.x.org WWW\\.x"),
        (":tada: at 10:30", "\\:tada: at 10:30"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("12 monkeys", "12 monkeys"),
        ("日本 👩‍💻", "日本 👩‍💻"),
    ] {
        let (_, markdown) = printed(vec![Block::Paragraph(Text::quoted(text))]);
        assert_eq!(markdown, format!("\n{expected}\n"));
    }
}

proptest::proptest! {
    #[test]
    fn no_words_leave_their_cell(title in "[ -~é\n|<>]{0,30}") {
        let mut table = table();
        table.rows = vec![Row::Cells(vec![Text::quoted(&title), Text::quoted(&title), Text::default(), Text::default()])];
        let (html, markdown) = printed(vec![Block::Table(table)]);
        let row = markdown.lines().last().unwrap();
        let bars = row.replace("\\|", "").matches('|').count();
        proptest::prop_assert_eq!(bars, 5, "{}", row);
        let body = html.split("<tbody>").nth(1).unwrap();
        let tags: String = ["tr", "td", "/td", "/tr", "/tbody", "/table", "/div", "bdi", "/bdi", "br"]
            .iter()
            .fold(body.to_owned(), |body, tag| body.replace(&format!("<{tag}>"), ""));
        let tags = tags.replace("<td class=\"brief\">", "").replace("<td class=\"name\">", "");
        let tags = tags.replace("<td class=\"figure\">", "");
        proptest::prop_assert!(!tags.contains(['<', '>']), "{}", tags);
    }
}

/// How the moments of an incident are written, that lasted from one moment to another.
fn timing(zone: chrono_tz::Tz, opened: &str, ended: &str) -> Timing {
    let mut report = empty();
    report.incident.zone = zone;
    report.incident.opened = opened.parse().unwrap();
    report.incident.ended = ended.parse().unwrap();
    report.verdict.elapsed = report.incident.ended - report.incident.opened;
    report.verdict.planned_end = Range { min: report.incident.ended, max: report.incident.ended };
    Timing::of(&report)
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn a_moment_has_its_day_if_there_are_several_and_seconds_if_all_was_short() {
    let paris = chrono_tz::Europe::Paris;
    let (ten, noon) = ("2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z");
    for (timing, expected) in [
        (timing(chrono_tz::UTC, ten, noon), "11:30"),
        (timing(paris, ten, noon), "12:30"),
        (timing(chrono_tz::UTC, ten, "2026-11-22T10:20:00Z"), "11:30:15"),
        (timing(chrono_tz::UTC, ten, "2026-11-23T12:00:00Z"), "22 Nov 11:30"),
        // One day in one zone may be two in another.
        (timing(chrono_tz::Pacific::Auckland, ten, noon), "23 Nov 00:30"),
    ] {
        let written = timing.when(moment("2026-11-22T11:30:15Z"));
        assert!(written.ends_with(expected.rsplit(' ').next().unwrap()), "{written} is not {expected}");
        assert_eq!(written.contains("Nov"), expected.contains("Nov"), "{written} is not {expected}");
    }
}

#[test]
fn an_interval_names_a_day_once() {
    let timing = timing(chrono_tz::UTC, "2026-11-22T10:00:00Z", "2026-11-24T10:00:00Z");
    let (from, same, later) =
        (moment("2026-11-22T11:00:00Z"), moment("2026-11-22T12:00:00Z"), moment("2026-11-23T12:00:00Z"));
    let day = timing.when(from);
    assert_eq!(timing.between(from, Some(same)), format!("{day}–12:00"));
    assert_eq!(timing.between(from, Some(later)), format!("{day} – {}", timing.when(later)));
    assert_eq!(timing.between(from, None), format!("{day} –"));
    assert_eq!(timing.range(Range { min: from, max: from }), day);
    assert_eq!(timing.range(Range { min: from, max: same }), format!("{day}–12:00"));
}

#[test]
fn a_slip_counts_from_a_minute_or_from_a_second_if_all_was_short() {
    let long = timing(chrono_tz::UTC, "2026-11-22T10:00:00Z", "2026-11-22T14:00:00Z");
    let short = timing(chrono_tz::UTC, "2026-11-22T10:00:00Z", "2026-11-22T10:10:00Z");
    for (seconds, in_long, in_short) in [
        (0, Tone::Good, Tone::Good),
        (1, Tone::Good, Tone::Bad),
        (59, Tone::Good, Tone::Bad),
        (60, Tone::Bad, Tone::Bad),
        (-59, Tone::Good, Tone::Good),
        (-60, Tone::Good, Tone::Good),
    ] {
        let slip = Span::seconds(seconds);
        for (timing, tone, least) in [(long, in_long, 60), (short, in_short, 1)] {
            let text = timing.slip(slip);
            assert_eq!(toned(&text, tone), words(&text), "{seconds} s");
            let is_notable = i64::abs(seconds) >= least;
            assert_eq!(timing.notable_slip(slip), Some(slip).filter(|_| is_notable));
            let expected = match (is_notable, seconds > 0) {
                (false, _) => LANG.say("report-on-plan"),
                (true, true) => format!("{} ▲", LANG.slip(slip)),
                (true, false) => format!("{} ▽", LANG.slip(slip)),
            };
            assert_eq!(words(&text), expected);
        }
    }
}

/// An incident with something in every list, and a name in every text.
fn eventful() -> Report {
    let by = || PersonName::new("alice");
    let words = || "Alice on srv-db01".to_owned();
    let mut figures = step(StepOutcome::Skipped);
    figures.title = words();
    figures.reason = words();
    figures.people = vec![by()];
    (figures.tasks, figures.done, figures.blockers) = (3, 2, 1);
    let change =
        Change { at: at("11:00"), by: by(), step: "a".parse().unwrap(), task: None, title: words(), reason: words() };
    let decision = Decision {
        seq: Seq(5),
        at: at("11:00"),
        by: by(),
        text: words(),
        why: words(),
        objections: words(),
        undone: false,
    };
    let lasting = || Lasting { what: words(), from: at("11:00"), to: None, lasted: minutes(9) };
    let mut internal_update = update(Some(3), DeliveryOutcome::Failed);
    internal_update.external = false;
    let mut report = Report {
        steps: vec![figures, StepFigures { id: "b".parse().unwrap(), ..step(StepOutcome::Finished) }],
        services: vec![service(Health::Up)],
        tasks: vec![task(TaskProgress::Todo)],
        actions: vec![action("A1", ActionState::Open)],
        updates: vec![update(Some(30), DeliveryOutcome::Failed), internal_update],
        log: vec![logged(1, "10:00")],
        added: vec![change.clone()],
        skipped: vec![change],
        decisions: vec![decision],
        holds: vec![lasting()],
        nights: vec![lasting()],
        older_records: 3,
        ..empty()
    };
    report.incident.title = words();
    report.incident.reason = words();
    report.incident.what = words();
    report.incident.impact = words();
    report.incident.commander = Some(by());
    report.incident.people = vec![by()];
    report
}

/// An incident of which nothing but its mask matters.
fn incident() -> Incident {
    let real_start = at("10:00");
    let opened = Opened {
        incident: "20261122-mail-aaaa".parse().unwrap(),
        title: "Mail".into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        commander: PersonName::new("alice"),
        plan: Plan::default(),
    };
    let event = Event::Header(HeaderEvent::Opened(Box::new(opened)));
    let first = Recorded { seq: Seq(1), at: real_start, by: Signature::new("alice", "test"), act: None, event };
    Incident::begin(&first).unwrap()
}

#[test]
fn external_readers_get_no_name_no_reason_and_nothing_internal() {
    let report = eventful().into_external(&incident(), &["Operations".to_owned()]);
    let json = serde_json::to_string(&report).unwrap().to_lowercase();
    for word in ["alice", "srv-db01", "operations", "replace the switch", "entry 1", "20261122-mail-"] {
        assert!(!json.contains(word), "{word} in {json}");
    }
    assert_eq!(report.incident.id, "20261122-aaaa");
    assert_eq!(report.incident.title, "[…] on […]");
    assert_eq!(report.updates.len(), 1, "the one that was for them");
    assert_eq!((report.verdict.updates, report.verdict.late_updates), (1, None));
    assert!(report.updates[0].due.is_none() && report.updates[0].deliveries.is_empty());
    let ids: Vec<_> = report.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["step-1", "step-2"]);
    assert_eq!((report.steps[0].tasks, report.steps[0].done, report.steps[0].blockers), (0, 0, 0));
    assert_eq!(report.holds[0].what, "");
    assert_eq!(report.nights[0].what, "[…] on […]");
    let markdown = report.markdown().to_lowercase();
    assert!(!markdown.contains("alice") && !report.html().to_lowercase().contains("alice"), "{markdown}");
}

#[test]
fn json_has_seconds_names_and_its_language() {
    let mut report = Report { steps: vec![step(StepOutcome::CutShort)], lang: Lang::Fr, ..empty() };
    report.steps[0].extended = Some(range(60, 120));
    report.steps[0].slip = Some(Span::seconds(-61));
    let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
    for (pointer, expected) in [
        ("/format", serde_json::json!(1)),
        ("/language", serde_json::json!("fr")),
        ("/audience", serde_json::json!("internal")),
        ("/verdict/elapsed", serde_json::json!(14_400)),
        ("/verdict/planned_end/min", serde_json::json!("2026-11-22T14:00:00Z")),
        ("/steps/0/planned", serde_json::json!({ "min": 3_600, "max": 5_400 })),
        ("/steps/0/extended/max", serde_json::json!(7_200)),
        ("/steps/0/slip", serde_json::json!(-61)),
        ("/steps/0/took", serde_json::Value::Null),
        ("/steps/0/state", serde_json::json!("cut_short")),
        ("/as_of", serde_json::Value::Null),
    ] {
        assert_eq!(json.pointer(pointer), Some(&expected), "{pointer}");
    }
}

#[test]
fn a_table_has_a_cell_for_every_column_and_one_column_that_names_the_row() {
    for lang in Lang::ALL {
        let report = Report { lang, ..eventful() };
        for report in [report.clone(), report.into_external(&incident(), &[])] {
            for section in report.document().sections {
                for block in section.blocks {
                    let Block::Table(table) = block else { continue };
                    let names = table.columns.iter().filter(|column| column.kind == ColumnKind::Name).count();
                    assert_eq!(names, 1, "{}", section.id);
                    for row in &table.rows {
                        if let Row::Cells(cells) = row {
                            assert_eq!(cells.len(), table.columns.len(), "{}", section.id);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_hold_and_a_night_are_listed_with_what_they_were() {
    let lasting = |what: &str, to| Lasting { what: what.to_owned(), from: at("11:00"), to, lasted: minutes(60) };
    let report =
        Report { holds: vec![lasting("Waiting", Some(at("12:00")))], nights: vec![lasting("", None)], ..empty() };
    let span = |key: &str, span: &str| LANG.say_with(key, &vars![span, lasted = LANG.duration(minutes(60))]);
    let held = format!("{}{}", span("report-held", "11:00–12:00"), expanded("{report-colon}Waiting"));
    assert_eq!(super::lists(&report, "timeline"), [held, span("report-night", "11:00 –")]);
}
