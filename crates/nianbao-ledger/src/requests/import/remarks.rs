//! What has to be known of how a sheet was read, as sentences.

use crate::mapping::{self, Mapping};
use crate::requests::heads::Field;

/// That a sheet is no ledger.
pub(super) fn no_ledger(name: &str) -> String {
    let sheet = if name.is_empty() {
        "这个文件".to_owned()
    } else {
        format!("工作表“{name}”")
    };
    format!("{sheet}中没有找到台账的表头（至少要有收到日期和另外三列），没有读入")
}

/// What has to be known of the heads.
pub(super) fn of(mapping: &Mapping<Field>) -> Vec<String> {
    let mut remarks = Vec::new();
    let head = |field| {
        let place = mapping.column(field)?;
        mapping
            .columns
            .iter()
            .find(|column| column.place == place)
            .map(|column| column.head.clone())
    };
    if mapping.column(Field::Received).is_none() {
        let instead = head(Field::Confirmed).or_else(|| head(Field::Submitted));
        remarks.extend(instead.map(|head| format!("没有“收到日期”一列，以“{head}”为收到日期")));
    } else if let Some(confirmed) = head(Field::Confirmed) {
        remarks.push(format!("网上、传真和平信的申请以“{confirmed}”为收到日期，其余以收到日期为准（《条例》第三十一条）"));
    }
    for field in [Field::Kind, Field::Result, Field::Replied] {
        if mapping.column(field).is_none() {
            remarks.push(format!("没有“{}”一列", field.name()));
        }
    }
    let named = |columns: Vec<&str>, what: &str| {
        (!columns.is_empty()).then(|| format!("“{}”{what}", columns.join("”“")))
    };
    let of = |wanted: fn(&mapping::Column<Field>) -> bool| -> Vec<&str> {
        mapping
            .columns
            .iter()
            .filter(|column| wanted(column))
            .map(|column| column.head.as_str())
            .collect()
    };
    remarks.extend(named(
        of(|column| column.field == Some(Field::Personal)),
        "是个人信息，没有读取",
    ));
    remarks.extend(named(
        of(|column| column.field.is_none() && !column.head.is_empty()),
        "没有认出，没有读取",
    ));
    remarks.extend(named(
        mapping
            .unused()
            .map(|column| column.head.as_str())
            .collect(),
        "与另一列重复，没有读取",
    ));
    remarks
}
