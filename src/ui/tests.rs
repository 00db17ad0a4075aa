//! Keys in, commands and cells out, by page.

mod announcements;
mod bench;
mod forms;
mod log;
mod pages;
mod people;
mod replay;
mod report;
mod review;
mod rights;
mod screen;
mod sizes;
mod start;
mod tasks;
mod traces;
mod updates;

use chrono_tz::Europe::Paris;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers, MouseButton, MouseEvent, MouseEventKind};

use super::action::Action;
use super::scene::{Hit, Listing, Side};
use super::*;
use crate::incident::{
    Command, Context, Duty, Health, Incident, Kind, Line, Moment, Open, Pace, PersonName, Plan, Presence, Preview,
    Prose, Recorded, Refusal, Rights, Seq, Severity, Signature, Situation, Span, StepKind, TargetFact, TaskId, Who,
    decide, open,
};
use crate::runbook;

use bench::{Bench, at, plan};
use screen::seconds_by_their_clocks;
