//! Writes documents beside the page.

use nianbao_core::judgement;
use nianbao_core::saved::Opened;
use nianbao_write::{Format, Layout, Paper};

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
        | Job::ReadReport(_)
        | Job::ReadSheets(_)
        | Job::CountLedger(_)
        | Job::ExplainCase(_)
        | Job::WriteLedger(_) => not_here(),
    }
}

fn write(asked: WriteDocument) -> Result<Bytes, String> {
    let opened = opened(&asked.draft)?;
    let paper = Paper {
        report: &opened.report,
        previous: opened.previous.as_ref(),
        mark: asked.mark,
        layout: match asked.document {
            Document::Picture(layout) => layout,
            Document::Report(_) | Document::Bundle | Document::Fragment => Layout::default(),
        },
    };
    Ok(Bytes::from(match asked.document {
        Document::Report(format) => paper.write(format),
        Document::Picture(_) => paper.write(Format::Svg),
        Document::Bundle => paper.write_all(),
        Document::Fragment => paper.write_fragment().into_bytes(),
    }))
}

fn sheet(asked: WriteSheet) -> Result<Bytes, String> {
    const NONE: &str = "没有写出审核单。";
    let Opened {
        report, previous, ..
    } = opened(&asked.draft)?;
    let judgement = judgement::json::from_json(&asked.judgement, report.form).ok_or(NONE)?;
    let paper = Paper {
        previous: previous.as_ref(),
        ..Paper::of(&report)
    };
    let sheet = paper.write_sheet(&judgement, asked.format).ok_or(NONE)?;
    Ok(Bytes::from(sheet))
}
