//! `nianbao`: reads, checks and converts annual reports.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use terminal::{complain, in_words};

mod check;
mod collect;
mod convert;
mod day;
mod inputs;
mod ledger;
mod many;
mod open;
mod read;
mod register;
mod review;
mod rules;
mod save;
mod terminal;
mod told;

/// 读取、检查和转换政府信息公开工作年度报告。
#[derive(Parser)]
#[command(name = "nianbao", version, disable_help_subcommand = true)]
#[command(after_help = "退出状态：0 没有错误；1 查出错误；2 有文件不能读写，或者命令写错。")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Collect(collect::Args),
    Convert(convert::Args),
    Ledger(ledger::Args),
    Read(read::Args),
    Register(register::Args),
    Review(review::Args),
    Rules(rules::Args),
}

/// What a command has to tell the shell. The worst one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Sound,
    ErrorsFound,
    NotReadable,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(status as u8)
    }
}

fn main() -> ExitCode {
    let command = match Cli::try_parse() {
        Ok(cli) => cli.command,
        Err(error) => {
            if !error.use_stderr() {
                // Help was asked for; if nobody reads it, nothing went wrong.
                let _ = error.print();
                return ExitCode::SUCCESS;
            }
            complain("命令没有写对，nianbao --help 有说明。");
            complain(error.render().to_string().trim_end());
            return Status::NotReadable.into();
        }
    };
    be_told_when_a_file_grows_too_large();
    let stdout = io::stdout().lock();
    let out: &mut dyn Write = match stdout.is_terminal() {
        true => &mut { stdout },
        false => &mut BufWriter::with_capacity(1 << 16, stdout),
    };
    let status = match command {
        Command::Check(args) => check::run(&args, out),
        Command::Collect(args) => collect::run(&args, out),
        Command::Convert(args) => convert::run(&args),
        Command::Ledger(args) => ledger::run(&args, out),
        Command::Read(args) => read::run(&args, out),
        Command::Register(args) => register::run(&args, out),
        Command::Review(args) => review::run(&args),
        Command::Rules(args) => rules::run(&args, out),
    };
    match status.and_then(|status| Ok(out.flush().map(|()| status)?)) {
        Ok(status) => status.into(),
        // The reader of a pipe has seen enough: nothing went wrong.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            match error.downcast_ref() {
                Some(error) => complain(&format!("不能输出：{}", in_words(error))),
                None => complain(&format!("{error:#}")),
            }
            Status::NotReadable.into()
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// A file that grows beyond what the user may write is told by an error, and not by the end of the program.
#[cfg(unix)]
fn be_told_when_a_file_grows_too_large() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    // Where this cannot be asked for, the program ends; the old file stays all the same.
    let is_told = Arc::new(AtomicBool::new(false));
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, is_told);
}

#[cfg(not(unix))]
fn be_told_when_a_file_grows_too_large() {}
