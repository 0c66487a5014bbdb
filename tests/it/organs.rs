//! What the name of an organ says of its level: a table of the kinds of names that reports bear.

use nianbao_core::report::Level;

const NAMES: &str = include_str!("../data/organ-names.tsv");

#[test]
fn the_level_of_an_organ_is_read_from_its_name_or_unknown() {
    let rows: Vec<_> = NAMES
        .lines()
        .filter_map(|row| row.split_once('\t'))
        .collect();
    assert!(rows.len() >= 200, "{} names", rows.len());
    let read_as = |name| Level::of_name(name).map_or("unknown", Level::key);
    let wrong: Vec<_> = rows
        .into_iter()
        .filter(|(name, level)| read_as(name) != *level)
        .map(|(name, level)| format!("{name}: {} and not {level}", read_as(name)))
        .collect();
    assert_eq!(wrong, [""; 0]);
}
