//! `nianbao rules`

use crate::support::nianbao;

#[test]
fn rules_are_listed_and_explained() {
    let list = nianbao(&["rules"]);
    assert!(
        list.out
            .lines()
            .any(|line| line.starts_with("requests-balance")),
        "{}",
        list.out
    );
    for id in [
        "typed-differs-from-ledger",
        "validity-too-long",
        "handed-in-twice",
    ] {
        assert!(
            list.out.contains(&format!("\n{id} ")),
            "{id} in {}",
            list.out
        );
        assert!(nianbao(&["rules", id]).out.contains("依据："), "{id}");
    }
    let rule = nianbao(&["rules", "requests-balance"]);
    for words in [
        "级别：错误",
        "条件：每一列",
        "依据：",
        "勾稽关系",
        "请核对",
        "例如：",
    ] {
        assert!(rule.out.contains(words), "{words} in {}", rule.out);
    }
    let unknown = nianbao(&["rules", "no-such-rule"]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("没有编号为“no-such-rule”的规则"),
        "{}",
        unknown.err
    );
}
