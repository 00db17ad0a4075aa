//! The built program in pseudo-terminals, from the first key to the last.

mod faults;
mod life;
mod socket;
mod stage;
