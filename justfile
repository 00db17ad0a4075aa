# `just` lists what there is to do.
default:
    @just --list

# A living room at once, in a temporary folder.
demo:
    cargo run --release -- demo

# What must hold before a change is taken.
ci:
    .ci/run

# The licences, sources and advisories of what is built in; needs cargo-deny.
deny:
    cargo deny check

# How fast the core, the journal and a frame are.
bench:
    cargo bench

# One file to hand on, as quick as it gets.
dist:
    cargo build --profile dist --locked
