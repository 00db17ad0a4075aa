//! Updates to real servers, and to some that do what no server should.

mod between;
mod certificate;
mod hostile;
mod mail;
mod matrix;
mod post;
mod python;
mod smtp;
mod synapse;
