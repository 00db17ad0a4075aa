//! The layout at any size of the terminal: rectangles from sizes.

use ratatui::layout::Rect;

/// Below this size, only a message is shown.
pub const SMALLEST: (u16, u16) = (60, 16);

/// From this width on the header is one line.
const ONE_LINE_HEADER: u16 = 150;

/// A task pane narrower than this is hard to read.
const NARROWEST_PANE: u16 = 28;

/// The minimum rows of a stacked task pane.
const LOWEST_PANE: u16 = 4;

/// Rows enough for tasks and log; the rest goes to a timeline that needs it.
const BELOW: u16 = 22;

/// The war room. Panes share borders: each rectangle includes its own, and neighbours overlap by one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub timeline: Rect,
    pub tasks: Tasks,
    pub log: Rect,
    /// `None` if the terminal is too narrow for clocks beside the log.
    pub clocks: Option<Rect>,
}

/// How the roles share the middle of the war room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tasks {
    /// All roles at once, in the order of the plan.
    Panes(Vec<Rect>),
    /// One role, with a tab for each on the upper border.
    Tabs(Rect),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    pub header: Rect,
    pub banners: Rect,
    pub body: Rect,
    /// The bottom border with the hints.
    pub hints: Rect,
}

pub fn fits(area: Rect) -> bool {
    area.width >= SMALLEST.0 && area.height >= SMALLEST.1
}

/// Lays the war room out for so many steps and roles.
pub fn room(rest: Rect, steps: usize, roles: usize) -> Room {
    // Four borders: above and below, and between the three bands.
    let rows = rest.height.saturating_sub(4);
    let steps = u16::try_from(steps).unwrap_or(u16::MAX).max(1);
    let timeline_rows = (rows * 2 / 5).max(rows.saturating_sub(BELOW)).min(steps.max(3)).min(rows);
    let below = rows.saturating_sub(timeline_rows);
    let tasks_rows = (below * 9 / 20).max(below.min(4)).max(if below >= 15 { 9 } else { 0 });
    let timeline = Rect { height: (timeline_rows + 2).min(rest.height), ..rest };
    let tasks_top = timeline.bottom().saturating_sub(1);
    let tasks_area = Rect { y: tasks_top, height: tasks_rows + 2, ..rest }.intersection(rest);
    let log_top = tasks_area.bottom().saturating_sub(1);
    let log_height = rest.bottom().saturating_sub(log_top);
    let log_area = Rect { y: log_top, height: log_height, ..rest }.intersection(rest);
    let clocks_width = match rest.width {
        0..76 => 0,
        76..100 => 34,
        100..150 => 40,
        _ => 54,
    };
    let (log, clocks) = if clocks_width == 0 {
        (log_area, None)
    } else {
        let log = Rect { width: log_area.width.saturating_sub(clocks_width - 1), ..log_area };
        let clocks = Rect { x: log.right().saturating_sub(1), width: clocks_width.min(log_area.width), ..log_area };
        (log, Some(clocks))
    };
    Room { timeline, tasks: tasks(tasks_area, roles), log, clocks }
}

/// Lays a page out. What needs attention has the same rows at all times, so nothing below it ever moves.
pub fn page(area: Rect) -> Page {
    let lines = area.height.min(if area.width >= ONE_LINE_HEADER { 1 } else { 2 });
    let (header, rest) = split(area, lines);
    let rows = match rest.height {
        0..32 => 1,
        32..44 => 2,
        _ => 3,
    };
    let rows = rest.height.min(rows);
    let (banners, body) = split(rest, rows);
    let hints = Rect { y: body.bottom().saturating_sub(1).max(body.y), height: body.height.min(1), ..body };
    Page { header, banners, body, hints }
}

/// Splits off the first rows of an area.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// The area within the borders.
pub fn inside(pane: Rect) -> Rect {
    Rect {
        x: pane.x.saturating_add(1),
        y: pane.y.saturating_add(1),
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    }
}

pub fn below_banners(area: Rect, banners: usize) -> Rect {
    const ENOUGH: u16 = 16;
    let Rect { y, height, .. } = page(area).body;
    if banners == 0 || height < ENOUGH { area } else { Rect { y, height: area.bottom() - y, ..area } }
}

fn tasks(area: Rect, roles: usize) -> Tasks {
    let roles = u16::try_from(roles).unwrap_or(u16::MAX);
    let across = area.width.saturating_sub(1) / NARROWEST_PANE;
    if roles < 2 || across < 2 {
        return Tasks::Tabs(area);
    }
    let bands = roles.div_ceil(across);
    let inner = area.height.saturating_sub(1 + bands);
    if bands > 2 || inner / bands < LOWEST_PANE {
        return Tasks::Tabs(area);
    }
    let across = roles.div_ceil(bands);
    let panes = (0..bands).flat_map(|band| {
        let of_band = across.min(roles - band * across);
        let (top, bottom) = (share(area.height, band, bands), share(area.height, band + 1, bands));
        (0..of_band).map(move |place| {
            let (left, right) = (share(area.width, place, of_band), share(area.width, place + 1, of_band));
            Rect { x: area.x + left, y: area.y + top, width: right - left + 1, height: bottom - top + 1 }
        })
    });
    Tasks::Panes(panes.collect())
}

/// The cell of the border before the `place`th of `of` equal parts of `length` cells.
pub fn share(length: u16, place: u16, of: u16) -> u16 {
    let cells = u32::from(length.saturating_sub(1)) * u32::from(place) / u32::from(of.max(1));
    u16::try_from(cells).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(width: u16, height: u16) -> Rect {
        Rect::new(0, 0, width, height)
    }

    fn panes(width: u16, height: u16, roles: usize) -> usize {
        match room(page(area(width, height)).body, 20, roles).tasks {
            Tasks::Panes(panes) => panes.len(),
            Tasks::Tabs(_) => 0,
        }
    }

    #[test]
    fn roles_share_what_room_there_is() {
        assert_eq!(panes(160, 48, 5), 5, "side by side");
        assert_eq!(panes(100, 36, 5), 5, "in two bands");
        assert_eq!(panes(120, 36, 8), 8, "in two bands");
        assert_eq!(panes(80, 24, 5), 0, "one at a time");
        assert_eq!(panes(60, 16, 5), 0, "one at a time");
        assert_eq!(panes(250, 70, 1), 0, "one alone");
    }

    #[test]
    fn nothing_leaves_the_terminal_at_any_size() {
        for width in 0..=250 {
            for height in 0..=70 {
                let all = area(width, height);
                for roles in [0, 1, 5, 8, 40] {
                    let whole = page(all);
                    let room = room(whole.body, 20, roles);
                    let panes = match room.tasks {
                        Tasks::Panes(panes) => panes,
                        Tasks::Tabs(pane) => vec![pane],
                    };
                    let mut bands = vec![whole.header, whole.banners, room.timeline, room.log, whole.hints];
                    bands.extend(room.clocks);
                    bands.extend(panes);
                    for band in bands {
                        assert_eq!(band.intersection(all), band, "{width}x{height}, {roles} roles");
                    }
                }
            }
        }
    }

    #[test]
    fn bands_share_one_border_and_fill_the_terminal() {
        for (width, height) in [(60, 16), (80, 24), (100, 30), (120, 36), (160, 48), (220, 60), (250, 70)] {
            let whole = page(area(width, height));
            let room = room(whole.body, 20, 5);
            assert_eq!(whole.banners.bottom(), room.timeline.top());
            assert_eq!(room.log.bottom(), height);
            let (top, bottom) = match &room.tasks {
                Tasks::Panes(panes) => {
                    assert_eq!(panes.iter().map(|pane| pane.right()).max(), Some(width));
                    (panes[0].top(), panes[panes.len() - 1].bottom())
                }
                Tasks::Tabs(pane) => (pane.top(), pane.bottom()),
            };
            assert_eq!(top, room.timeline.bottom() - 1);
            assert_eq!(bottom - 1, room.log.top());
            assert_eq!(room.clocks.map_or(width, Rect::right), width);
        }
    }
}
