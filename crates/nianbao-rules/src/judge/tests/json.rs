use std::collections::BTreeSet;

use nianbao_core::form::FORMS;
use nianbao_core::judgement::json::{from_json, to_json};
use nianbao_core::report::Report;

use crate::judge;
use crate::rule::Context;

#[test]
fn a_judgement_comes_back_from_json_as_it_was() {
    for form in FORMS.iter() {
        let mut report = Report::new(form, form.edition.year);
        for (cell, typed) in form
            .cells()
            .zip(["3", "/", "约3", "", "0"].into_iter().cycle())
        {
            report.type_figure(cell, typed);
        }
        let judgement = judge(&report, &Context::default());
        let severities = judgement.findings.iter().map(|finding| finding.severity);
        assert!(severities.collect::<BTreeSet<_>>().len() > 1);
        assert_eq!(from_json(&to_json(&judgement, form), form), Some(judgement));
        assert_eq!(from_json("{}", form), None);
    }
}
