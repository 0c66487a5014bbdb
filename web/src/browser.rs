//! The only modules that touch browser APIs beyond the DOM that leptos draws.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod journal;
pub mod location;
pub mod picture;
pub mod storage;
pub mod upload;
pub mod worker;
