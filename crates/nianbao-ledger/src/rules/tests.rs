use std::collections::BTreeSet;

use super::examples::statements;
use super::*;

#[test]
fn every_example_gives_exactly_its_findings() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for (idx, example) in rule.examples.iter().enumerate() {
            let said = statements(rule, example);
            if said != example.finds {
                wrong.push(format!("{} example {idx} says {said:#?}", rule.id));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_fires_in_one_example_and_is_silent_in_another() {
    for rule in RULES {
        assert!(
            rule.examples
                .iter()
                .any(|example| !example.finds.is_empty()),
            "{}",
            rule.id
        );
        assert!(
            rule.examples.iter().any(|example| example.finds.is_empty()),
            "{}",
            rule.id
        );
    }
}

#[test]
fn declarations_keep_to_the_style() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        let is_kebab = rule
            .id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(is_kebab, "{}", rule.id);
        assert!(
            !rule.title.ends_with('。') && !rule.title.replace("申请", "").contains('请'),
            "{}",
            rule.id
        );
        assert!(rule.explanation.ends_with('。'), "{}", rule.id);
        let last = rule
            .explanation
            .trim_end_matches('。')
            .rsplit('。')
            .next()
            .unwrap_or_default();
        assert!(last.starts_with('请'), "{}: {last}", rule.id);
        assert!(!rule.source.is_empty(), "{}", rule.id);
    }
}
