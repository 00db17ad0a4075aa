//! What a window is drawn from.

use super::action::Place;
use super::keymap::Keymap;
use super::scene::Look;
use super::world::World;

pub struct Stage<'a> {
    pub world: World<'a>,
    pub look: &'a Look,
    pub keymap: &'a Keymap,
    /// Where the cursor is: the help lists its keys first.
    pub place: Place,
}
