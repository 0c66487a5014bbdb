//! What the page asks of the programs beside it, and these programs.
//!
//! [`job`] declares every piece of work with its answer, once, for those who ask and those who answer.
//! Answers are data: whoever asks draws them.

pub mod job;

#[cfg(feature = "books")]
pub mod books;
#[cfg(feature = "judge")]
pub mod earlier;
#[cfg(feature = "judge")]
pub mod judge;
#[cfg(any(feature = "read", feature = "rarer"))]
pub mod read;
#[cfg(feature = "serve")]
pub mod serve;
#[cfg(feature = "write")]
pub mod write;

/// A draft as it was sent.
#[cfg(any(feature = "judge", feature = "write", feature = "books"))]
fn opened(draft: &str) -> Result<nianbao_core::saved::Opened, String> {
    nianbao_core::saved::read(draft).map_err(|error| error.to_string())
}
