//! What is about to become a draft.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nianbao_read::{Reading, json};
use nianbao_wasm::job::{Bytes, Program, ReadReport, ReportRead};

use crate::browser::{upload, worker::Running};
use crate::desk::Desk;

/// What is being opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// A program beside the page reads it.
    Working(String),
    /// It could not be read: the name of what was opened, and the sentence.
    Refused(String, String),
    /// It was read and waits for the clerk's word.
    Read(String, Box<Reading>),
}

/// What is being opened, and the program that reads it.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What is being opened.
    pub what: RwSignal<Option<Opening>>,
    /// Whether it is opened to be last year's report.
    pub is_last_year: StoredValue<bool>,
    /// The program; taking it away ends it.
    pub program: StoredValue<Option<Running>, LocalStorage>,
}

impl Reader {
    /// Nothing is being opened.
    pub fn new() -> Reader {
        Reader {
            what: RwSignal::new(None),
            is_last_year: StoredValue::new(false),
            program: StoredValue::new_local(None),
        }
    }
}

impl Desk {
    /// Reads a file and shows what was read.
    pub fn open_file(self, file: web_sys::File) {
        let name = file.name();
        self.read(name.clone(), async move {
            let content = Bytes::from(upload::bytes(&file).await?);
            Ok(ReadReport::File { name, content })
        });
    }

    /// Reads what was pasted.
    pub fn open_clipboard(self, html: String, text: String) {
        let asked = ReadReport::pasted(html, text);
        self.read("粘贴的内容".to_owned(), async { Ok(asked) });
    }

    /// Reads what is awaited, and shows how that goes. Whatever was being read before ends here.
    fn read(self, name: String, asked: impl Future<Output = Result<ReadReport, String>> + 'static) {
        if let Err(sentence) = self.turn_to(Program::Read) {
            return self.show_opening(Opening::Refused(name, sentence));
        }
        self.show_opening(Opening::Working(name.clone()));
        spawn_local(async move {
            let result = match asked.await {
                Ok(asked) => self.answered_by_readers(asked).await,
                Err(sentence) => Err(sentence),
            };
            let is_awaited = matches!(
                self.opening.what.get_untracked(),
                Some(Opening::Working(awaited)) if awaited == name
            );
            if !is_awaited {
                return;
            }
            self.opening.program.set_value(None);
            self.opening.what.set(Some(match result {
                Ok(reading) => Opening::Read(name, Box::new(reading)),
                Err(sentence) => Opening::Refused(name, sentence),
            }));
        });
    }

    /// Lets the one program read, and then the one that it names, if the clerk still waits for it.
    async fn answered_by_readers(self, asked: ReadReport) -> Result<Reading, String> {
        const TORN: &str = "读取的结果不完整，请刷新页面后再试。";
        let json = match self.ask_reader(asked.clone())?.await? {
            ReportRead::Here(json) => json,
            ReportRead::By(program) => {
                self.turn_to(program)?;
                match self.ask_reader(asked)?.await? {
                    ReportRead::Here(json) => json,
                    ReportRead::By(_) => return Err(TORN.to_owned()),
                }
            }
        };
        json::from_json(&json).ok_or_else(|| TORN.to_owned())
    }

    fn turn_to(self, program: Program) -> Result<(), String> {
        self.opening
            .program
            .set_value(Some(Running::start(program)?));
        Ok(())
    }

    fn ask_reader(
        self,
        asked: ReadReport,
    ) -> Result<impl Future<Output = Result<ReportRead, String>> + use<>, String> {
        self.opening
            .program
            .with_value(|program| Some(program.as_ref()?.ask(asked)))
            .ok_or_else(|| "已取消。".to_owned())
    }
}
