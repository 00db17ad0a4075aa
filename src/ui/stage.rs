//! The input of a window.

use super::action::Place;
use super::keymap::Keymap;
use super::scene::Look;
use super::world::World;

pub struct Stage<'a> {
    pub world: World<'a>,
    pub look: &'a Look,
    pub keymap: &'a Keymap,
    /// The place of the cursor: help lists its keys first.
    pub place: Place,
}
