//! What the caller tells of the organ, where its name does not.

use nianbao_core::report::{Level, OrganKind, Report};

/// Kind and level of the organ, for all files of a command.
#[derive(clap::Args)]
pub(crate) struct Told {
    /// 机关类别：government 人民政府、department 政府部门、township 乡镇街道、other 其他；不写则按文件所写和机关名称
    #[arg(long, value_name = "类别", value_parser = kind)]
    kind: Option<OrganKind>,
    /// 机关级别：state 国家级、province 省级、city 市级、county 县级、township 乡级；不写则按文件所写和机关名称
    #[arg(long, value_name = "级别", value_parser = level)]
    level: Option<Level>,
}

impl Told {
    /// Writes what was told into a report.
    pub(crate) fn tell(&self, report: &mut Report) {
        report.organ.kind = self.kind.or(report.organ.kind);
        report.organ.level = self.level.or(report.organ.level);
    }
}

fn kind(text: &str) -> Result<OrganKind, String> {
    let mut kinds = OrganKind::ALL.into_iter();
    let found = kinds.find(|(_, key, name)| [*key, *name].contains(&text));
    found.map(|(kind, ..)| kind).ok_or_else(|| {
        let known = OrganKind::ALL.map(|(_, key, name)| format!("{key} {name}"));
        format!("没有这个类别，可以写成 {}", known.join("、"))
    })
}

fn level(text: &str) -> Result<Level, String> {
    let mut levels = Level::ALL.into_iter();
    let found = levels.find(|(_, key, name)| [*key, *name].contains(&text));
    found.map(|(level, ..)| level).ok_or_else(|| {
        let known = Level::ALL.map(|(_, key, name)| format!("{key} {name}"));
        format!("没有这个级别，可以写成 {}", known.join("、"))
    })
}
