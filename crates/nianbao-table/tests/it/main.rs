//! What the tables say is what the report says, in the words of the csv writer and of `nianbao check`.

mod columns;
mod figures;
mod files;
mod support;
