//! Whole-program tests and their data: what no single crate can show by itself.

mod aids;
mod boundaries;
mod cases;
mod consistent;
mod docs;
mod doubling;
mod edition;
mod generated;
mod judged;
mod ledgers;
mod lost;
mod mutated;
mod organs;
mod readings;
mod renderings;
mod supply;
mod support;
