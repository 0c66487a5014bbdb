//! What the page asks of the programs beside it, and these programs.
//!
//! [`job`] declares every piece of work with its answer, once, for those who ask and those who answer.
//! Answers are data: whoever asks draws them.

pub mod job;

#[cfg(feature = "programs")]
pub mod earlier;
#[cfg(feature = "programs")]
pub mod files;
#[cfg(feature = "programs")]
pub mod judge;
#[cfg(feature = "programs")]
pub mod serve;

/// A draft as it was sent.
#[cfg(feature = "programs")]
fn opened(draft: &str) -> Result<nianbao_core::saved::Opened, String> {
    nianbao_core::saved::read(draft).map_err(|error| error.to_string())
}
