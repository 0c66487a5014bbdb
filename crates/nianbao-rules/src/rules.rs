//! The registry of rules, in the order findings are shown: one rule per file, named after its id.
//!
//! Each file opens with what the law asks, and where the rule stays silent; `cells`, `headings` and `periods` are what several of them need.

use nianbao_core::report::Report;

use crate::rule::{Context, Rule, Verdict, check_by};

mod all_concluded;
mod another_organ;
mod as_of_wording;
mod blank_figure;
mod brackets_paired;
mod carried_over_matches;
mod carried_stated;
mod cells;
mod change_recomputes;
mod column_shift;
mod concluded_stated;
mod copied_prose;
mod copied_table_two;
mod corrections_explained;
mod decisions_stated;
mod dispute_results_stated;
mod disputes_stated;
mod disputes_without_requests;
mod document_number_brackets;
mod documents_stated;
mod doubled_marks;
mod doubtful_reading;
mod empty_government;
mod enforcement_without_penalties;
mod excessive_requests_explained;
mod fee_amount;
mod fee_amount_plausible;
mod fee_in_ten_thousand_yuan;
mod fee_notice_explained;
mod fee_statement;
mod fees_stated;
mod figures_provisional;
mod final_stop;
mod first_person;
mod five_topics;
mod form_of_the_year;
mod government_accountability;
mod header_complete;
mod heading_wording;
mod headings;
mod implied_stock;
mod in_force_follows;
mod malformed_date;
mod measures_answered;
mod mixed_width;
mod no_requests_no_outcomes;
mod number_missing;
mod numbering_in_order;
mod one_value;
mod organ_name_agrees;
mod other_outcomes_dominate;
mod outcomes_stated;
mod outdated_citation;
mod overview_length;
mod page;
mod parts_add_up;
mod parts_counted;
mod pending_disputes;
mod period_is_the_year;
mod period_stated;
mod periods;
mod personal_data;
mod placeholder_figure;
mod previous_is_last_years;
mod problems_and_measures;
mod published_in_time;
mod ratio_to_last_year;
mod received_stated;
mod reconsiderations_plausible;
mod repeated_sentence;
mod requesters_stated;
mod requests_balance;
mod rules_by_authorized_organs;
mod sections_present;
mod sections_written;
mod stock_not_negative;
mod stray_characters;
mod suits_after_reconsideration;
mod text_balances;
mod totals_add_up;
mod township_state_secret;
mod traditional_characters;
mod web_address;
mod whole_number;
mod years_in_text;

pub use page::page;

/// All rules, in the order findings are shown.
pub static RULES: &[&Rule] = &[
    &requests_balance::RULE,
    &totals_add_up::RULE,
    &carried_over_matches::RULE,
    &no_requests_no_outcomes::RULE,
    &whole_number::RULE,
    &fee_amount::RULE,
    &blank_figure::RULE,
    &doubtful_reading::RULE,
    &placeholder_figure::RULE,
    &fee_in_ten_thousand_yuan::RULE,
    &rules_by_authorized_organs::RULE,
    &stock_not_negative::RULE,
    &in_force_follows::RULE,
    &copied_table_two::RULE,
    &empty_government::RULE,
    &disputes_without_requests::RULE,
    &fee_notice_explained::RULE,
    &received_stated::RULE,
    &carried_stated::RULE,
    &concluded_stated::RULE,
    &outcomes_stated::RULE,
    &requesters_stated::RULE,
    &disputes_stated::RULE,
    &dispute_results_stated::RULE,
    &documents_stated::RULE,
    &decisions_stated::RULE,
    &fees_stated::RULE,
    &parts_add_up::RULE,
    &change_recomputes::RULE,
    &text_balances::RULE,
    &one_value::RULE,
    &number_missing::RULE,
    &all_concluded::RULE,
    &corrections_explained::RULE,
    &form_of_the_year::RULE,
    &sections_present::RULE,
    &sections_written::RULE,
    &five_topics::RULE,
    &government_accountability::RULE,
    &problems_and_measures::RULE,
    &fee_statement::RULE,
    &fee_amount_plausible::RULE,
    &header_complete::RULE,
    &organ_name_agrees::RULE,
    &parts_counted::RULE,
    &period_stated::RULE,
    &period_is_the_year::RULE,
    &malformed_date::RULE,
    &years_in_text::RULE,
    &outdated_citation::RULE,
    &stray_characters::RULE,
    &traditional_characters::RULE,
    &personal_data::RULE,
    &copied_prose::RULE,
    &published_in_time::RULE,
    &previous_is_last_years::RULE,
    &implied_stock::RULE,
    &ratio_to_last_year::RULE,
    &enforcement_without_penalties::RULE,
    &other_outcomes_dominate::RULE,
    &excessive_requests_explained::RULE,
    &township_state_secret::RULE,
    &column_shift::RULE,
    &reconsiderations_plausible::RULE,
    &suits_after_reconsideration::RULE,
    &pending_disputes::RULE,
    &measures_answered::RULE,
    &heading_wording::RULE,
    &another_organ::RULE,
    &first_person::RULE,
    &repeated_sentence::RULE,
    &overview_length::RULE,
    &numbering_in_order::RULE,
    &brackets_paired::RULE,
    &document_number_brackets::RULE,
    &mixed_width::RULE,
    &doubled_marks::RULE,
    &final_stop::RULE,
    &web_address::RULE,
    &as_of_wording::RULE,
    &figures_provisional::RULE,
];

/// Judges a report by all rules, in the order of the registry.
pub fn check(report: &Report, context: &Context) -> Vec<Verdict> {
    check_by(RULES, report, context)
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
