//! The program as scripts and people meet it: arguments and stdin in, stdout, stderr and exit code out.

mod apply;
mod commands;
mod copies;
mod corrections;
mod damage;
mod documents;
mod import;
mod notes;
mod public;
mod schema;
mod search;
mod stats;
mod suggest;
