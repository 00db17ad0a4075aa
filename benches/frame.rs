//! What one frame of 160x48 costs, with a log of 100,000 entries.

#[path = "../tests/it/screens/sample.rs"]
mod sample;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sample::{note, together};
use warroom::ui::{Screen, Settings, World};

fn main() {
    divan::main();
}

#[divan::bench(args = ["room", "timeline", "board", "log", "people", "mine"])]
fn frame(bencher: divan::Bencher<'_, '_>, page: &str) {
    let plan = warroom::runbook::builtin()[0].plan();
    let mut story = together(plan);
    story.seen_by("ines");
    for number in 0..100_000 {
        story.ask("ines", note(&format!("Serveur {number} contrôlé")));
    }
    let mut screen = Screen::new(Settings::default());
    let view = story.view();
    let key = match page {
        "timeline" => '2',
        "board" => '3',
        "log" => '4',
        "people" => '5',
        "mine" => '7',
        _ => '1',
    };
    let key = termina::event::KeyEvent::new(termina::event::KeyCode::Char(key), termina::event::Modifiers::NONE);
    screen.update(World::Room(&view), warroom::ui::Input::Key(key));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 160, 48));
    bencher.bench_local(|| {
        buffer.reset();
        screen.render(World::Room(&view), &mut buffer);
    });
}
