//! Every piece of work that a program beside the page does, with what it comes to.
//!
//! Reports, judgements and readings cross as the JSON documents that they are written as elsewhere too
//! (`docs/saved-format.md`, [`nianbao_core::judgement::json`], [`nianbao_read::json`]); everything else as values.

use nianbao_core::aid::{Offer, Sentence};
use nianbao_core::form::notes::Noted;
use nianbao_core::spot::Spot;
use nianbao_write::{Format, Layout, Mark};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

mod books;

pub use books::*;

/// The programs beside the page, each with a worker of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Program {
    /// Judges reports, and tells what only the rules and aids know.
    Judge,
    /// Writes documents.
    Write,
    /// Reads the common containers, and tells what others there are.
    Read,
    /// Counts the books of the year.
    Books,
    /// Reads the rarer containers (.doc .wps .xls .et .ofd .rtf .odt .ods .mht), which most never open.
    Rarer,
}

impl Program {
    /// The name of its wasm and script.
    pub fn name(self) -> &'static str {
        match self {
            Program::Judge => "judge",
            Program::Write => "write",
            Program::Read => "read",
            Program::Books => "books",
            Program::Rarer => "rarer",
        }
    }
}

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// See [`JudgeDraft`].
    JudgeDraft(JudgeDraft),
    /// See [`OutlineText`].
    OutlineText(OutlineText),
    /// See [`TellNotes`].
    TellNotes(TellNotes),
    /// See [`CompareEarlier`].
    CompareEarlier(CompareEarlier),
    /// See [`FindWords`].
    FindWords(FindWords),
    /// See [`WidenText`].
    WidenText(WidenText),
    /// See [`MakeExample`].
    MakeExample(MakeExample),
    /// See [`WriteDocument`].
    WriteDocument(WriteDocument),
    /// See [`WriteSheet`].
    WriteSheet(WriteSheet),
    /// See [`ReadReport`].
    ReadReport(ReadReport),
    /// See [`ReadSheets`].
    ReadSheets(ReadSheets),
    /// See [`CountLedger`].
    CountLedger(CountLedger),
    /// See [`ExplainCase`].
    ExplainCase(ExplainCase),
    /// See [`WriteLedger`].
    WriteLedger(WriteLedger),
}

impl Job {
    /// The program that is asked first; it may name another ([`ReportRead::By`]).
    pub fn program(&self) -> Program {
        match self {
            Job::JudgeDraft(_)
            | Job::OutlineText(_)
            | Job::TellNotes(_)
            | Job::CompareEarlier(_)
            | Job::FindWords(_)
            | Job::WidenText(_)
            | Job::MakeExample(_) => Program::Judge,
            Job::WriteDocument(_) | Job::WriteSheet(_) => Program::Write,
            Job::ReadReport(_) | Job::ReadSheets(_) => Program::Read,
            Job::CountLedger(_) | Job::ExplainCase(_) | Job::WriteLedger(_) => Program::Books,
        }
    }
}

/// What is asked in one piece of work, and the type of what it comes to.
pub trait Ask {
    /// What comes back.
    type Answer: Serialize + DeserializeOwned;

    /// The piece of work among all others.
    fn job(self) -> Job;
}

/// Judges a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgeDraft {
    /// In the saved format, with last year's report if there is one.
    pub draft: String,
    /// Today's year, month and day, if they are known.
    pub today: Option<(i16, i8, i8)>,
}

/// What the rules say of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The judgement as JSON.
    pub judgement: String,
    /// Sentences that the figures have left behind.
    pub offers: Vec<Offer>,
}

impl Ask for JudgeDraft {
    type Answer = Judged;
    fn job(self) -> Job {
        Job::JudgeDraft(self)
    }
}

/// Makes the sentences that may be written in one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutlineText {
    /// In the saved format.
    pub draft: String,
    /// The text that they are for.
    pub place: Spot,
}

impl Ask for OutlineText {
    type Answer = Vec<Sentence>;
    fn job(self) -> Job {
        Job::OutlineText(self)
    }
}

/// Tells how something is counted, and on what evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TellNotes {
    /// The year of the edition.
    pub edition: u16,
    /// What is asked about.
    pub about: Noted,
}

/// A counting note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What it is about, in the official wording.
    pub about: String,
    /// What it says.
    pub says: String,
    /// What kind of evidence there is for it.
    pub evidence: String,
    /// Where that is found.
    pub source: String,
}

impl Ask for TellNotes {
    type Answer = Vec<Note>;
    fn job(self) -> Job {
        Job::TellNotes(self)
    }
}

/// Tells what was done to a draft, and how one earlier state differs from now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareEarlier {
    /// How it stands, in the saved format.
    pub draft: String,
    /// What was done to it, as [`nianbao_core::history::History::to_json`] writes it.
    pub history: String,
    /// How many steps back the state is that is compared, if one is.
    pub n_back: Option<usize>,
}

/// The earlier states of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// The steps, the last first.
    pub steps: Vec<EarlierStep>,
    /// How the state that was asked for differs.
    pub compared: Option<Compared>,
}

/// Something that was done to a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarlierStep {
    /// What was done, as a phrase.
    pub what: String,
    /// When, in milliseconds since 1970.
    pub time: u64,
}

/// Where an earlier state differs from now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// How many steps back that state is.
    pub n_back: usize,
    /// Every place, in printed order.
    pub differences: Vec<Difference>,
    /// Whether last year's report stood beside it then and does now, where it is another.
    pub previous: Option<(bool, bool)>,
}

/// One place of a report then and now, long texts cut to what differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The name of the place.
    pub place: String,
    /// What stood there.
    pub then: String,
    /// What stands there.
    pub now: String,
}

impl Ask for CompareEarlier {
    type Answer = Earlier;
    fn job(self) -> Job {
        Job::CompareEarlier(self)
    }
}

/// Finds words in the prose of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindWords {
    /// In the saved format.
    pub draft: String,
    /// What is looked for.
    pub words: String,
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// In which text.
    pub place: Spot,
    /// The name of that.
    pub name: String,
    /// Where they begin in it, counted as browsers do, in UTF-16.
    pub from: usize,
    /// Where they end in it.
    pub to: usize,
    /// A few letters before them.
    pub before: String,
    /// A few letters after them.
    pub after: String,
}

impl Ask for FindWords {
    type Answer = Vec<Hit>;
    fn job(self) -> Job {
        Job::FindWords(self)
    }
}

/// Makes the punctuation between Han characters full-width; comes to the text as it is then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WidenText {
    /// The text.
    pub text: String,
}

impl Ask for WidenText {
    type Answer = String;
    fn job(self) -> Job {
        Job::WidenText(self)
    }
}

/// Makes the worked example; comes to a draft in the saved format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeExample;

impl Ask for MakeExample {
    type Answer = String;
    fn job(self) -> Job {
        Job::MakeExample(self)
    }
}

/// Writes a document; comes to its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteDocument {
    /// In the saved format, with last year's report if there is one.
    pub draft: String,
    /// What is written.
    pub document: Document,
    /// What it is marked as, so that nobody publishes it.
    pub mark: Option<Mark>,
}

/// What can be written of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Document {
    /// The report in one format.
    Report(Format),
    /// The picture of the year's figures on one kind of sheet, as SVG.
    Picture(Layout),
    /// The report in all formats, as a zip.
    Bundle,
    /// A piece of a web page for editors of websites, in UTF-8.
    Fragment,
}

impl Ask for WriteDocument {
    type Answer = Bytes;
    fn job(self) -> Job {
        Job::WriteDocument(self)
    }
}

/// Writes the review sheet of a draft; comes to its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteSheet {
    /// In the saved format.
    pub draft: String,
    /// What the rules say of it, as JSON.
    pub judgement: String,
    /// What it is written as.
    pub format: Format,
}

impl Ask for WriteSheet {
    type Answer = Bytes;
    fn job(self) -> Job {
        Job::WriteSheet(self)
    }
}

/// Reads a report that an office has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReadReport {
    /// A file, with the name it has there.
    File {
        /// The name, with its ending.
        name: String,
        /// The content.
        content: Bytes,
    },
    /// Text, as it was pasted.
    Text(String),
    /// Part of a web page, as it was pasted.
    Html(String),
}

impl ReadReport {
    /// What was pasted: as a web page where the clipboard has a table, else as text.
    pub fn pasted(html: String, text: String) -> ReadReport {
        match html.contains("<table") {
            true => ReadReport::Html(html),
            false => ReadReport::Text(text),
        }
    }
}

/// What reading comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReportRead {
    /// The reading, as JSON.
    Here(String),
    /// The reader of this container is in another program, which is to be asked the same.
    By(Program),
}

impl Ask for ReadReport {
    type Answer = ReportRead;
    fn job(self) -> Job {
        Job::ReadReport(self)
    }
}

/// The content of a file; crosses as one piece of memory.
pub type Bytes = serde_bytes::ByteBuf;
