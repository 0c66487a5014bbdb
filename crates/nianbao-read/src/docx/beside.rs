//! What stands beside the body of a document: headers and footers, notes, comments.

use super::Walk;
use super::numbering::Numbering;
use crate::ReadError;
use crate::archive::{Archive, Relationship};
use crate::page::{Block, Look};
use crate::written::left_out;
use crate::xml::Xml;

/// Reads the parts that stand beside the body.
pub(super) fn read(
    archive: &mut Archive,
    links: &[Relationship],
    mut numbering: Numbering,
) -> Result<Vec<Block>, ReadError> {
    let mut blocks = Vec::new();
    let mut read: Vec<&str> = Vec::new();
    for link in links {
        let is_beside = matches!(
            link.kind.as_str(),
            "header" | "footer" | "footnotes" | "endnotes" | "comments"
        );
        if !is_beside || read.contains(&link.target.as_str()) {
            continue;
        }
        read.push(&link.target);
        let Some(text) = archive.text(&link.target)? else {
            continue;
        };
        let mut walk = Walk::new(numbering, archive.budget);
        walk.part(&mut Xml::new(&link.target, &text))?;
        let found;
        (found, numbering) = walk.finish();
        for block in left_out(found, Look::Beside) {
            // Each kind of page has a header of its own, and most say the same.
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
    }
    Ok(blocks)
}
