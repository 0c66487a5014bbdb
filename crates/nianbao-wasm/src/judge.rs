//! Judges reports beside the page, and tells what only the rules and aids know.

use nianbao_core::aid::Sentence;
use nianbao_core::date::Date;
use nianbao_core::form::Form;
use nianbao_core::judgement::json;
use nianbao_core::saved;
use nianbao_core::spot::Spot;
use nianbao_core::{example, text};
use nianbao_rules::aids;
use nianbao_rules::rule::Context;

use crate::earlier::compare;
use crate::job::{
    FindWords, Hit, Job, JudgeDraft, Judged, MakeExample, Note, OutlineText, TellNotes, WidenText,
};
use crate::opened;
use crate::serve::{Answered, answer, not_here};

/// Does what this program is asked.
pub fn work(job: Job) -> Answered {
    match job {
        Job::JudgeDraft(asked) => answer(judge, asked),
        Job::OutlineText(asked) => answer(outline, asked),
        Job::TellNotes(asked) => answer(notes, asked),
        Job::CompareEarlier(asked) => answer(compare, asked),
        Job::FindWords(asked) => answer(find, asked),
        Job::WidenText(asked) => answer(widen, asked),
        Job::MakeExample(asked) => answer(make_example, asked),
        Job::WriteDocument(_)
        | Job::WriteSheet(_)
        | Job::ReadReport(_)
        | Job::ReadSheets(_)
        | Job::CountLedger(_)
        | Job::ExplainCase(_)
        | Job::WriteLedger(_) => not_here(),
    }
}

fn judge(asked: JudgeDraft) -> Result<Judged, String> {
    let draft = opened(&asked.draft)?;
    let context = Context {
        today: asked
            .today
            .and_then(|(year, month, day)| Date::new(year, month, day).ok()),
        previous: draft.previous.as_ref(),
    };
    let judgement = nianbao_rules::judge(&draft.report, &context);
    Ok(Judged {
        judgement: json::to_json(&judgement, draft.report.form),
        offers: aids::offers(&draft.report),
    })
}

fn outline(asked: OutlineText) -> Result<Vec<Sentence>, String> {
    Ok(aids::outline(&opened(&asked.draft)?.report, asked.place))
}

fn notes(asked: TellNotes) -> Result<Vec<Note>, String> {
    let form = Form::of_edition(asked.edition).ok_or("没有这一版格式。")?;
    let notes = form.notes_on(&asked.about).into_iter();
    let notes = notes.map(|note| Note {
        about: form.noted_place(note.on),
        says: note.says.to_owned(),
        evidence: note.evidence.name().to_owned(),
        source: note.source.to_owned(),
    });
    Ok(notes.collect())
}

fn find(asked: FindWords) -> Result<Vec<Hit>, String> {
    /// Letters shown before and after the words.
    const AROUND: usize = 10;
    let report = opened(&asked.draft)?.report;
    let words = &asked.words;
    let hit = |(place, at): (Spot, usize)| {
        let text = report.place_content(place);
        let (before, rest) = text.split_at(at);
        let rest = &rest[words.len()..];
        let from = before.encode_utf16().count();
        let start = before.char_indices().rev().nth(AROUND - 1);
        let end = rest.char_indices().nth(AROUND);
        Hit {
            place,
            name: report.place_name(place),
            from,
            to: from + words.encode_utf16().count(),
            before: before[start.map_or(0, |(at, _)| at)..].to_owned(),
            after: rest[..end.map_or(rest.len(), |(at, _)| at)].to_owned(),
        }
    };
    Ok(report.find(words).into_iter().map(hit).collect())
}

fn widen(asked: WidenText) -> Result<String, String> {
    Ok(text::full_width(&asked.text).unwrap_or(asked.text))
}

fn make_example(_: MakeExample) -> Result<String, String> {
    Ok(saved::write(&example::sound_report()))
}

#[cfg(test)]
mod tests {
    use nianbao_core::form::notes::Noted;
    use nianbao_core::history::History;

    use super::*;
    use crate::job::{Ask, CompareEarlier};

    fn example() -> String {
        make_example(MakeExample).expect("it is made")
    }

    #[test]
    fn every_job_and_answer_comes_through_as_it_was() {
        fn through<
            T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
        >(
            it: &T,
        ) {
            let text = serde_json::to_string(it).expect("it is data");
            assert_eq!(serde_json::from_str::<T>(&text).ok().as_ref(), Some(it));
        }
        let draft = example();
        let today = Some((2026, 1, 9));
        let asked = JudgeDraft { draft, today };
        through(&asked.clone().job());
        let judged = judge(asked).expect("it is judged");
        through(&judged);
        let form = Form::for_year(2025);
        let place = Spot::Text(form.text("problems").expect("in the form"));
        let draft = example();
        let sentences = outline(OutlineText { draft, place }).expect("it is made");
        assert!(!sentences.is_empty());
        through(&sentences);
    }

    #[test]
    fn a_draft_that_cannot_be_read_is_answered_by_a_sentence() {
        let (draft, words) = ("{}".to_owned(), "公开".to_owned());
        assert!(find(FindWords { draft, words }).is_err());
    }

    #[test]
    fn words_are_found_with_what_stands_around_them_counted_as_browsers_do() {
        let mut report = saved::read(&example()).expect("it is read").report;
        report.preamble = "😀<b>甲乙</b>丙".to_owned();
        let (draft, words) = (saved::write(&report), "甲乙".to_owned());
        let hits = find(FindWords { draft, words }).expect("it is searched");
        assert_eq!(hits.len(), 1);
        let Hit {
            from,
            to,
            before,
            after,
            ..
        } = &hits[0];
        assert_eq!((*from, *to), (5, 7));
        assert_eq!((&before[..], &after[..]), ("😀<b>", "</b>丙"));
    }

    #[test]
    fn notes_are_told_of_what_is_asked_about() {
        let place = Noted::Heading(1, "行政许可".to_owned());
        let notes = notes(TellNotes {
            edition: 2021,
            about: place,
        })
        .expect("they are told");
        assert_eq!(notes[0].about, "行政许可");
    }

    #[test]
    fn an_earlier_state_is_compared_place_by_place() {
        let before = example();
        let mut report = saved::read(&before).expect("it is read").report;
        report.organ.name = "示例县水务局".to_owned();
        let now = saved::write(&report);
        let mut history = History::default();
        assert!(history.note(&before, &now, "填写“机关名称”".to_owned(), 7));
        let asked = |n_back| CompareEarlier {
            draft: now.clone(),
            history: history.to_json().written(),
            n_back,
        };
        let earlier = compare(asked(Some(1))).expect("it is compared");
        assert_eq!(earlier.steps.len(), 1);
        let compared = earlier.compared.expect("there is such a state");
        assert_eq!((compared.n_back, compared.previous), (1, None));
        assert_eq!(compared.differences[0].place, "机关名称");
        assert_eq!(compare(asked(None)).expect("it is told").compared, None);
        assert_eq!(compare(asked(Some(9))).expect("it is told").compared, None);
    }
}
