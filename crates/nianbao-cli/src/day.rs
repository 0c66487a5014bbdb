//! Days on the command line.

use nianbao_core::date::{self, Date};

/// A day that stands for today, as 2026-01-31.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    date::read(text).ok_or_else(|| "没有这一天，请写成 2026-01-31 的样子".to_owned())
}
