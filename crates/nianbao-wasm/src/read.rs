//! Reads files beside the page, in one of two programs: what the one has no reader for, the other has.

use nianbao_read::ReadError;

use crate::job::{Job, Program, ReadReport, ReadSheets, ReportRead, SheetsRead};
use crate::serve::{Answered, answer, not_here};

/// Does what the program of the common containers is asked.
pub fn work(job: Job) -> Answered {
    beside(job, Program::Rarer)
}

/// Does what the program of the rarer containers is asked.
pub fn work_on_rarer(job: Job) -> Answered {
    beside(job, Program::Read)
}

fn beside(job: Job, other: Program) -> Answered {
    match job {
        Job::ReadReport(asked) => answer(|asked| read(asked, other), asked),
        Job::ReadSheets(asked) => answer(|asked| sheets(asked, other), asked),
        Job::JudgeDraft(_)
        | Job::OutlineText(_)
        | Job::TellNotes(_)
        | Job::CompareEarlier(_)
        | Job::FindWords(_)
        | Job::WidenText(_)
        | Job::MakeExample(_)
        | Job::WriteDocument(_)
        | Job::WriteSheet(_)
        | Job::CountLedger(_)
        | Job::ExplainCase(_)
        | Job::WriteLedger(_) => not_here(),
    }
}

/// Reads a report, or names the other program, which has the reader for it.
///
/// # Errors
/// The sentence of the reader.
pub fn read(asked: ReadReport, other: Program) -> Result<ReportRead, String> {
    let reading = match asked {
        ReadReport::File { name, content } => nianbao_read::read(&name, &content),
        ReadReport::Text(text) => nianbao_read::read_text(&text),
        ReadReport::Html(html) => nianbao_read::read_clipboard_html(&html),
    };
    match reading {
        Ok(reading) => Ok(ReportRead::Here(nianbao_read::json::to_json(&reading))),
        Err(ReadError::Elsewhere) => Ok(ReportRead::By(other)),
        Err(error) => Err(error.to_string()),
    }
}

/// Reads the sheets of a book of the year, in the same way.
///
/// # Errors
/// The sentence of the reader.
pub fn sheets(asked: ReadSheets, other: Program) -> Result<SheetsRead, String> {
    match nianbao_read::sheets(&asked.name, &asked.content) {
        Ok(sheets) => {
            let json = serde_json::to_string(&sheets);
            json.map(SheetsRead::Here)
                .map_err(|error| error.to_string())
        }
        Err(ReadError::Elsewhere) => Ok(SheetsRead::By(other)),
        Err(error) => Err(error.to_string()),
    }
}
