//! The program as a shell sees it: what it prints, where, and its exit status.

mod check;
mod collect;
mod convert;
mod hostile;
mod ledger;
mod many;
mod read;
mod review;
mod rules;
mod saving;
mod support;
mod terminal;

use support::nianbao;

#[test]
fn a_command_written_wrongly_gives_status_2_and_a_sentence() {
    for args in [
        &["chek"][..],
        &["check"],
        &["check", "a.json", "--today", "2026-02-30"],
    ] {
        let run = nianbao(args);
        assert_eq!(run.status, 2);
        assert!(run.err.starts_with("命令没有写对"), "{}", run.err);
    }
    assert_eq!(nianbao(&["--help"]).status, 0);
}
