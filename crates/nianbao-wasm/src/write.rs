//! Writes documents beside the page.

use nianbao_core::judgement;
use nianbao_write::{Paper, write_sheet};

use crate::job::{Bytes, Document, Job, WriteDocument, WriteSheet};
use crate::opened;
use crate::serve::{Answered, answer, not_here};

/// Does what this program is asked.
pub fn work(job: Job) -> Answered {
    match job {
        Job::WriteDocument(asked) => answer(write, asked),
        Job::WriteSheet(asked) => answer(sheet, asked),
        Job::JudgeDraft(_)
        | Job::OutlineText(_)
        | Job::TellNotes(_)
        | Job::CompareEarlier(_)
        | Job::FindWords(_)
        | Job::WidenText(_)
        | Job::MakeExample(_)
        | Job::ReadReport(_) => not_here(),
    }
}

fn write(asked: WriteDocument) -> Result<Bytes, String> {
    let opened = opened(&asked.draft)?;
    let paper = Paper {
        report: &opened.report,
        previous: opened.previous.as_ref(),
        mark: asked.mark,
    };
    Ok(Bytes::from(match asked.document {
        Document::Report(format) => paper.write(format),
        Document::Bundle => paper.write_all(),
        Document::Fragment => paper.write_fragment().into_bytes(),
    }))
}

fn sheet(asked: WriteSheet) -> Result<Bytes, String> {
    const NONE: &str = "没有写出审核单。";
    let report = opened(&asked.draft)?.report;
    let judgement = judgement::json::from_json(&asked.judgement, report.form).ok_or(NONE)?;
    let sheet = write_sheet(&report, &judgement, asked.format).ok_or(NONE)?;
    Ok(Bytes::from(sheet))
}
