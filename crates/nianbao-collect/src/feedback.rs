//! What is written back to a unit (反馈意见): its own findings, in its own words and cells.

use nianbao_core::judgement::{Finding, Severity};

use crate::collection::{Collection, State};
use crate::findings::CollectFinding;

impl Collection {
    /// A short text for a unit; none where there is nothing to say.
    pub fn feedback(&self, unit: usize, findings: &[CollectFinding]) -> Option<String> {
        let name = &self.unit(unit).name;
        let year = self.year_in_words();
        if self.state(unit) == State::Missing {
            return Some(format!(
                "{name}：\n\n贵单位 {year}政府信息公开工作年度报告尚未收到，请尽快报送。\n"
            ));
        }
        // What the rules say of its report follows one by one; the government's report is not its business.
        const NOT_ITS_OWN: [&str; 4] = [
            "unit-has-errors",
            "copied-from-last-year",
            "carried-over-differs-from-last-year",
            "parent-differs",
        ];
        let about_unit = |finding: &&CollectFinding| {
            !NOT_ITS_OWN.contains(&finding.rule.id) && finding.units.contains(&unit)
        };
        // A letter to a unit need not call it by its name in every line.
        let told = |it: &CollectFinding| {
            let rest = it.statement.strip_prefix(name.as_str());
            let rest = rest.map(|rest| rest.trim_start_matches('：'));
            rest.unwrap_or(&it.statement).to_owned()
        };
        let mut lines: Vec<_> = findings.iter().filter(about_unit).map(told).collect();
        let judgement = self
            .file(unit)
            .and_then(|it| it.content.as_ref().ok())
            .map(|(_, judgement)| judgement);
        if let Some(judgement) = judgement {
            let line = |finding: &Finding| format!("{}：{}", finding.rule.title, finding.statement);
            let wrong = [Severity::Error, Severity::Warning].into_iter();
            lines.extend(
                wrong
                    .flat_map(|severity| judgement.wrong(severity))
                    .map(line),
            );
        }
        if lines.is_empty() {
            return None;
        }
        let mut text = format!(
            "{name}：\n\n贵单位报送的 {year}政府信息公开工作年度报告，请核对以下 {} 处：\n",
            lines.len()
        );
        for (idx, line) in lines.iter().enumerate() {
            text += &format!("{}. {}。\n", idx + 1, line.trim_end_matches('。'));
        }
        Some(text + "\n改好后请重新报送；数字无误的，请说明情况。\n")
    }
}
