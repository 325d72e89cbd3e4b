//! Stage → keys → screen: the terminal program without a disk or a terminal.

#[path = "../support/support.rs"]
mod support;

mod advice;
mod charts;
mod clocks;
mod corrections;
mod desk;
mod editing;
mod every_key;
mod every_screen;
mod exporting;
mod flow;
mod forms;
mod importing;
mod items;
mod language;
mod menu;
mod narrow;
mod picking;
mod replay_charts;
mod replay_filter;
mod replay_keys;
mod replay_moment;
mod replay_search;
mod screens;
mod searching;
mod several;
mod themes;
mod typing;
mod undo;
