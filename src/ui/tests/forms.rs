//! Forms: what is typed, refused, pasted and completed.

use super::*;
use crate::incident::HeaderCommand;

#[test]
fn a_refused_form_comes_back_with_its_text_and_the_reason() {
    let mut bench = Bench::new();
    bench.keys("n<enter>").asks(&[]).shows("Champ obligatoire");
    bench.keys("<esc>").keys("bune clé perdue");
    bench.does("karim", Command::Header(HeaderCommand::Close { reason: Line::default() }));
    bench.keys("<enter>");
    bench.asks(&[r#"block_task reason="une clé perdue" task="assess.dsi.1""#]);
    bench.shows("une clé perdue").shows("Bloquer la tâche");
    bench.keys("<esc><esc>").hides("une clé perdue");
}

#[test]
fn what_would_be_refused_is_refused_before_anything_is_typed() {
    let mut bench = Bench::new();
    bench.keys(" ").asks(&[r#"finish_task task="assess.dsi.1""#]);
    bench.keys("kb").hides("Motif du blocage").shows("déjà");
    bench.does("karim", Command::Header(HeaderCommand::Close { reason: Line::default() }));
    bench.keys("W").hides("Nouveau service").shows("clôturé");
    bench.keys("V").asks(&[]).hides("SEV3");
}

#[test]
fn much_typed_text_is_not_lost_by_one_escape() {
    let mut bench = Bench::new();
    bench.keys("nUne longue observation à garder<esc>").shows("Abandonner ce texte");
    bench.keys(" !").hides("Abandonner ce texte").shows("à garder !");
    bench.keys("<esc><esc>").hides("à garder").asks(&[]);
    bench.keys("nbref<esc>").hides("bref");
}

#[test]
fn the_planned_range_is_read_in_place() {
    let mut bench = Bench::new();
    bench.keys("Eeval<enter><ctrl-u>90<enter>").asks(&[]).shows("90m ou 90h");
    bench.keys("m<enter>").asks(&[r#"extend_step planned={"max":5400,"min":5400} step="assess""#]);
}

#[test]
fn a_paste_of_several_lines_fits_its_field() {
    let mut bench = Bench::new();
    bench.keys("n");
    bench.input(Input::Paste("un\rdeux\r\x1b[2Jtrois".to_owned()));
    bench.keys("<enter>").asks(&[r#"note text="un\ndeux\ntrois""#]);
    bench.keys("b");
    bench.input(Input::Paste("un\rdeux".to_owned()));
    bench.keys("<enter>").asks(&[r#"block_task reason="un deux" task="assess.dsi.1""#]);
}

#[test]
fn a_new_line_is_typed_with_alt_enter() {
    let mut bench = Bench::new();
    bench.keys("nun<alt-enter>deux<ctrl-j>trois<enter>").asks(&[r#"note text="un\ndeux\ntrois""#]);
    bench.keys("dA<enter>B<ctrl-s>").asks(&[r#"decide objections="" text="A" why="B""#]);
}

#[test]
fn a_name_is_written_out_behind_its_sign() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("nVu avec @KA").shows("@karim").keys("<tab>").hides("Tab").keys("ce matin<enter>");
    bench.asks(&[r#"note text="Vu avec @karim ce matin""#]);
    bench.keys("da@b.fr<tab>non<ctrl-s>");
    bench.asks(&[r#"decide objections="" text="a@b.fr" why="non""#]);
}
