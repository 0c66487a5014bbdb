//! Citations: what a rule rests on, each with the wording that matters.

/// A source of law or practice.
#[derive(Debug, PartialEq, Eq)]
pub struct Citation {
    /// Name and place: 《…》第…条.
    pub name: &'static str,
    /// The clause in the words of the source; where it is only practice, that is said.
    pub clause: &'static str,
}

const fn cite(name: &'static str, clause: &'static str) -> Citation {
    Citation { name, clause }
}

/// Article 49 of the Regulations: who publishes until when.
pub static ARTICLE_49: Citation = cite(
    "《政府信息公开条例》第四十九条",
    "县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交上一年度政府信息公开工作年度报告并向社会公布；\
     县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告",
);

/// Article 50 of the Regulations: what a report contains.
pub static ARTICLE_50: Citation = cite(
    "《政府信息公开条例》第五十条",
    "年度报告应当包括主动公开、收到和处理申请、被申请行政复议和提起行政诉讼、存在的主要问题及改进情况、其他需要报告的事项",
);

/// Article 50 (4) of the Regulations: what governments add.
pub static ARTICLE_50_4: Citation = cite(
    "《政府信息公开条例》第五十条第（四）项",
    "各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况",
);

/// Article 35 of the Regulations: requests beyond a reasonable range.
pub static ARTICLE_35: Citation = cite(
    "《政府信息公开条例》第三十五条",
    "申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由",
);

/// Article 42 of the Regulations: fees for processing information.
pub static ARTICLE_42: Citation = cite(
    "《政府信息公开条例》第四十二条",
    "行政机关依申请提供政府信息，不收取费用；申请人申请公开政府信息的数量、频次明显超过合理范围的，可以收取信息处理费",
);

/// The fee rules of 2020.
pub static FEE_RULES: Citation = cite(
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    "按件计收：每月10件以下免费，11至30件每件100元，31件以上以10件为一档逐档增加100元；\
     按量计收：30页以下免费，31至100页每页10元，101至200页每页20元，201页以上每页40元",
);

/// The uniform format as a whole.
pub static FORM: Citation = cite(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    "年度报告按统一格式编制，六个部分和三张表不能遗漏，也不宜泛化",
);

/// The uniform format on section one.
pub static FORM_OVERVIEW: Citation = cite(
    "《政府信息公开工作年度报告格式》一、总体情况",
    "主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
);

/// The uniform format, table two.
pub static FORM_TABLE_2: Citation = cite(
    "《政府信息公开工作年度报告格式》二、主动公开政府信息情况",
    "逐项填写件数；行政事业性收费的单位为万元",
);

/// The uniform format, table three, with its printed relation.
pub static FORM_TABLE_3: Citation = cite(
    "《政府信息公开工作年度报告格式》三、收到和处理政府信息公开申请情况",
    "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
);

/// The uniform format, table four.
pub static FORM_TABLE_4: Citation = cite(
    "《政府信息公开工作年度报告格式》四、政府信息公开行政复议、行政诉讼情况",
    "总计为结果维持、结果纠正、其他结果、尚未审结之和",
);

/// The uniform format on section six.
pub static FORM_OTHER_MATTERS: Citation = cite(
    "《政府信息公开工作年度报告格式》六、其他需要报告的事项",
    "文字描述，收取信息处理费情况在此处报告",
);

/// The uniform format on responsibility for content.
pub static FORM_RESPONSIBILITY: Citation = cite(
    "《政府信息公开工作年度报告格式》（四）",
    "不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责，造成不良影响的，追究责任",
);

/// Articles 91 and 93 of the Legislation Law: who makes government rules.
pub static LEGISLATION: Citation = cite(
    "《立法法》第九十一条、第九十三条",
    "国务院各部门等，省、自治区、直辖市和设区的市、自治州的人民政府，可以制定规章",
);

/// The Standard for official documents.
pub static OFFICIAL_DOCUMENTS: Citation = cite(
    "《党政机关公文格式》（GB/T 9704—2012）",
    "成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位",
);

/// What offices do, where no rule says so.
pub static PRACTICE: Citation = cite("编制惯例", "没有全国性规定，是各地审核年报时通行的看法");
