//! Parts of the pages, one file a region, each pure: from a [`Scene`](super::scene::Scene) into cells.

pub mod axis;
pub mod clocks;
pub mod frame;
pub mod header;
pub mod hints;
pub mod log;
pub mod parts;
pub mod tasks;
pub mod timeline;
