//! What is asked about the books of the year.
//!
//! A book crosses as the JSON it is kept as (`nianbao_ledger::requests::kept`), sheets as the JSON of `nianbao_core::sheet`.

use nianbao_core::spot::Spot;
use serde::{Deserialize, Serialize};

use super::{Ask, Bytes, Job, Program};

/// Reads the sheets of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadSheets {
    /// Its name, with the ending.
    pub name: String,
    /// Its content.
    pub content: Bytes,
}

/// What reading sheets comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SheetsRead {
    /// The sheets, as JSON.
    Here(String),
    /// The reader of this container is in another program, which is to be asked the same.
    By(Program),
}

impl Ask for ReadSheets {
    type Answer = SheetsRead;
    fn job(self) -> Job {
        Job::ReadSheets(self)
    }
}

/// What a ledger is counted by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CountedBy {
    /// Today's year, month and day, if they are known.
    pub today: Option<(i16, i8, i8)>,
    /// The report that its figures are compared with, in the saved format.
    pub draft: Option<String>,
}

/// A ledger on its way between the page and the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// The ledger as it is kept; empty for a new one.
    pub kept: String,
    /// Requesters and contents, as JSON: in memory for comparison, and never kept.
    pub people: String,
}

/// Counts a ledger, after a change to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountLedger {
    /// The ledger.
    pub book: Book,
    /// What is done to it first.
    pub change: LedgerChange,
    /// What it is counted by.
    pub by: CountedBy,
}

/// What is done to a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LedgerChange {
    /// Nothing.
    None,
    /// The sheets of a file are read into it.
    Add {
        /// Name of the file.
        file: String,
        /// The sheets, as JSON.
        sheets: String,
    },
    /// A question is answered, once for all requests alike.
    Answer {
        /// What the question is about, by its key.
        about: String,
        /// The wording.
        wording: String,
        /// The line of the form, or the day; none takes the answer back.
        answer: Option<String>,
    },
    /// It is counted for another year.
    Year(i16),
}

/// A counted ledger, and how it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerCounted {
    /// The ledger as it is now.
    pub book: Book,
    /// What people call it.
    pub name: String,
    /// The year it is counted for.
    pub year: i16,
    /// Years in which requests were received, in order.
    pub years: Vec<i16>,
    /// What was read of each sheet.
    pub sheets: Vec<SheetTold>,
    /// Open questions.
    pub questions: Vec<Asking>,
    /// Questions that were answered.
    pub answered: Vec<Answered>,
    /// Cases, in the order of the ledger.
    pub cases: Vec<Case>,
    /// Figures of tables three and four that have cases behind them, in printed order.
    pub figures: Vec<CountedFigure>,
    /// What the rules say of it.
    pub findings: Vec<LedgerFinding>,
    /// Answers that could not be used, as sentences.
    pub unusable: Vec<String>,
}

impl Ask for CountLedger {
    type Answer = LedgerCounted;
    fn job(self) -> Job {
        Job::CountLedger(self)
    }
}

/// What was read of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetTold {
    /// Name of the file and of the sheet.
    pub name: String,
    /// How many cases.
    pub n_cases: usize,
    /// Heads with what their columns were taken for, empty where they were not read.
    pub columns: Vec<(String, String)>,
    /// Why rows were not read as cases, with how many.
    pub unread: Vec<(String, usize)>,
    /// What has to be known before the figures are trusted.
    pub remarks: Vec<String>,
}

/// A question that is open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asking {
    /// What it is about, by its key.
    pub about: String,
    /// The same for people.
    pub what: String,
    /// The wording.
    pub wording: String,
    /// The lines that are possible, each with its official wording; none where a day is asked for.
    pub choices: Vec<(String, String)>,
    /// The cases that it is asked for, by their places.
    pub cases: Vec<usize>,
}

/// A question that was answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// What it was about, by its key.
    pub about: String,
    /// The same for people.
    pub what: String,
    /// The wording.
    pub wording: String,
    /// The answer for people.
    pub answer: String,
}

/// One case, as a row of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Where it stands: sheet and row.
    pub name: String,
    /// 编号
    pub number: String,
    /// The day of receipt; empty where it is not known.
    pub received: String,
    /// Its month, from 1; 0 where it is not known.
    pub month: u8,
    /// The due day.
    pub due: String,
    /// The day of the answer.
    pub replied: String,
    /// 申请人类别, as the ledger words it
    pub kind: String,
    /// 办理结果, as the ledger words it
    pub result: String,
    /// How it stands.
    pub state: CaseState,
    /// Working days until the due day, or since then if negative; none where nobody waits.
    pub left: Option<i64>,
    /// Whether a question about it is open.
    pub is_asked: bool,
}

/// How a case stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseState {
    /// Answered in time, or nobody can tell.
    #[default]
    Concluded,
    /// Answered after the due day.
    Late,
    /// Waits for its answer.
    Open,
    /// Waits for its answer though the due day is over.
    Overdue,
    /// Not in this year's report.
    Outside,
}

/// A figure with the cases behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedFigure {
    /// Where it is on the form of the year.
    pub place: Spot,
    /// Cases that are there whatever is answered.
    pub certain: Vec<usize>,
    /// Cases that may be there.
    pub open: Vec<usize>,
}

/// What a rule says of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerFinding {
    /// How grave it is, by its key.
    pub severity: String,
    /// The same for people.
    pub gravity: String,
    /// What is wrong.
    pub title: String,
    /// What was found.
    pub statement: String,
    /// What to do.
    pub explanation: String,
    /// The cases that it is about.
    pub cases: Vec<usize>,
}

/// Tells how the due day of a case was counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExplainCase {
    /// The ledger.
    pub book: Book,
    /// The place of the case.
    pub case: usize,
}

/// A case by itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CaseTold {
    /// What happened, day by day: the day or what was written instead, and what it was.
    pub days: Vec<(String, String)>,
    /// How the due day was counted, as sentences.
    pub count: Vec<String>,
    /// In which lines of table three it is, or may be.
    pub lines: Vec<String>,
}

impl Ask for ExplainCase {
    type Answer = CaseTold;
    fn job(self) -> Job {
        Job::ExplainCase(self)
    }
}

/// Writes a counted ledger; comes to its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteLedger {
    /// The ledger.
    pub book: Book,
    /// What is written.
    pub document: LedgerDocument,
    /// What it is counted by.
    pub by: CountedBy,
}

/// What can be written of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerDocument {
    /// Figures, the cases behind them, due days, questions, quarters, as a workbook.
    Workbook,
    /// Due days as a calendar.
    Calendar,
}

impl Ask for WriteLedger {
    type Answer = Bytes;
    fn job(self) -> Job {
        Job::WriteLedger(self)
    }
}
