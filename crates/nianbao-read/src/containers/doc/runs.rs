//! Which properties hold where: pages of 512 bytes, each with some runs of text and a list of properties for each run.

use super::{Streams, fib};
use crate::ReadError;
use crate::containers::bytes::{size_at, slice_at, u16_at, u32_at};

/// The size of a page.
const PAGE: usize = 512;

/// Runs of one document; a report has some thousands.
const MAX_RUNS: usize = 1_000_000;

/// Runs of text by their place in the main stream.
pub(super) struct Runs<'a> {
    runs: Vec<Run<'a>>,
}

/// Text with the same properties.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    start: usize,
    end: usize,
    /// The style of a paragraph.
    pub(super) style: u16,
    /// What is changed of it.
    pub(super) properties: &'a [u8],
}

impl<'a> Runs<'a> {
    pub(super) fn of_characters(streams: &'a Streams) -> Result<Runs<'a>, ReadError> {
        Runs::read(streams, fib::CHARACTER_PAGES, |page, n_runs, place| {
            let at = usize::from(*page.get(4 * (n_runs + 1) + place)?) * 2;
            let length = usize::from(*page.get(at).filter(|_| at > 0)?);
            Some((0, slice_at(page, at + 1, length)?))
        })
    }

    pub(super) fn of_paragraphs(streams: &'a Streams) -> Result<Runs<'a>, ReadError> {
        Runs::read(streams, fib::PARAGRAPH_PAGES, |page, n_runs, place| {
            let at = usize::from(*page.get(4 * (n_runs + 1) + 13 * place)?) * 2;
            let (start, length) = match usize::from(*page.get(at).filter(|_| at > 0)?) {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                n_words => (at + 1, n_words * 2 - 1),
            };
            let properties = slice_at(page, start, length)?;
            Some((u16_at(properties, 0)?, properties.get(2..)?))
        })
    }

    /// Reads all pages; a run whose properties are damaged has none.
    fn read(
        streams: &'a Streams,
        part: usize,
        properties: impl Fn(&'a [u8], usize, usize) -> Option<(u16, &'a [u8])>,
    ) -> Result<Runs<'a>, ReadError> {
        let table = streams.part(part);
        let n_pages = table.len().saturating_sub(4) / 8;
        let mut runs = Vec::new();
        for place in 0..n_pages {
            let number = u32_at(table, 4 * (n_pages + 1) + 4 * place).unwrap_or_default();
            let at = (number & 0x003F_FFFF) as usize * PAGE;
            let Some(page) = slice_at(&streams.main, at, PAGE) else {
                continue;
            };
            let n_runs = usize::from(page[PAGE - 1]);
            if runs.len() + n_runs > MAX_RUNS {
                return Err(ReadError::TooLarge);
            }
            for place in 0..n_runs {
                let edge = |place: usize| size_at(page, 4 * place);
                let (Some(start), Some(end)) = (edge(place), edge(place + 1)) else {
                    break;
                };
                let (style, properties) = properties(page, n_runs, place).unwrap_or_default();
                runs.push(Run {
                    start,
                    end,
                    style,
                    properties,
                });
            }
        }
        runs.sort_by_key(|run| run.start);
        Ok(Runs { runs })
    }

    /// The run of a place in the main stream.
    pub(super) fn at(&self, at: usize) -> Option<Run<'a>> {
        let next = self.runs.partition_point(|run| run.start <= at);
        let run = self.runs.get(next.checked_sub(1)?)?;
        run.holds(at).then_some(*run)
    }
}

impl Run<'_> {
    pub(super) fn holds(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}
