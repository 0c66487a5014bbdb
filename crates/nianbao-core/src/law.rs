//! Citations: what a rule rests on, each with the wording that matters.

/// A source of law or practice.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// Name and place: 《…》第…条.
    pub name: &'static str,
    /// The clause in the words of the source, shortened at most; where it is only practice, that is said.
    pub clause: &'static str,
}

const fn cite(name: &'static str, clause: &'static str) -> Citation {
    Citation { name, clause }
}

/// Article 49 of the Regulations: who publishes until when.
pub static ARTICLE_49: Citation = cite(
    "《政府信息公开条例》第四十九条",
    "县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。\
     县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告",
);

/// Article 50 of the Regulations: what a report contains.
pub static ARTICLE_50: Citation = cite(
    "《政府信息公开条例》第五十条",
    "政府信息公开工作年度报告应当包括下列内容：（一）行政机关主动公开政府信息的情况；（二）行政机关收到和处理政府信息公开申请的情况；\
     （三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；（四）政府信息公开工作存在的主要问题及改进情况……；（五）其他需要报告的事项",
);

/// Article 50 (4) of the Regulations: problems, improvements, and what governments add.
pub static ARTICLE_50_4: Citation = cite(
    "《政府信息公开条例》第五十条第（四）项",
    "政府信息公开工作存在的主要问题及改进情况，各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况",
);

/// Article 35 of the Regulations: requests beyond a reasonable range.
pub static ARTICLE_35: Citation = cite(
    "《政府信息公开条例》第三十五条",
    "申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由",
);

/// Article 15 of the Regulations: what concerns others is not disclosed.
pub static PERSONAL_DATA: Citation = cite(
    "《政府信息公开条例》第十五条",
    "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开",
);

/// Article 42 of the Regulations: fees for processing information.
pub static ARTICLE_42: Citation = cite(
    "《政府信息公开条例》第四十二条",
    "行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费",
);

/// The fee rules of 2020: the tariff by pieces and by pages.
pub static FEE_RULES: Citation = cite(
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    "按件计收：同一申请人一个自然月内累计申请10件以下的，不收费；11—30件的部分，100元/件；31件以上的部分，以10件为一档，每增加一档，收费标准提高100元/件。\
     按量计收：30页以下的，不收费；31—100页的部分，10元/页；101—200页的部分，20元/页；201页以上的部分，40元/页",
);

/// The uniform format on content: nothing missing, nothing inflated.
pub static FORM: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）一、报告内容",
    "年度报告内容，要严格按照《中华人民共和国政府信息公开条例》第五十条的规定确定，不能遗漏，也不宜泛化",
);

/// The uniform format on section one.
pub static FORM_OVERVIEW: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》（一）总体情况",
    "对本机关贯彻落实《中华人民共和国政府信息公开条例》情况进行综述，主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
);

/// The uniform format, table two.
pub static FORM_TABLE_2: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》附件表二",
    "本年制发件数、本年废止件数、现行有效件数；本年处理决定数量；本年收费金额（单位：万元）",
);

/// The uniform format, table three, with its printed relation.
pub static FORM_TABLE_3: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》附件表三",
    "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
);

/// The uniform format, table four.
pub static FORM_TABLE_4: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》附件表四",
    "结果维持、结果纠正、其他结果、尚未审结、总计",
);

/// The uniform format on section six.
pub static FORM_OTHER_MATTERS: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》附件六、其他需要报告的事项",
    "文字描述，收取信息处理费情况在此处报告",
);

/// The uniform format on responsibility for content.
pub static FORM_RESPONSIBILITY: Citation = cite(
    "《中华人民共和国政府信息公开工作年度报告格式》（四）明确责任",
    "出现不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责等问题并造成不良后果的，……严肃追究负有责任的领导人员和直接责任人员责任",
);

/// Articles 91 and 93 of the Legislation Law: who makes government rules.
pub static LEGISLATION: Citation = cite(
    "《立法法》第九十一条、第九十三条",
    "国务院各部、委员会、中国人民银行、审计署和具有行政管理职能的直属机构等，省、自治区、直辖市和设区的市、自治州的人民政府，可以制定规章",
);

/// The standard for official documents.
pub static OFFICIAL_DOCUMENTS: Citation = cite(
    "《党政机关公文格式》（GB/T 9704—2012）",
    "成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位",
);

/// The standard for official documents on their numbers.
pub static DOCUMENT_NUMBER: Citation = cite(
    "《党政机关公文格式》（GB/T 9704—2012）7.2.5",
    "年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位",
);

/// What offices do, where no rule says so.
pub static PRACTICE: Citation = cite(
    "编制惯例",
    "没有全国性规定，是各地编制和审核年报时通行的做法",
);

/// Article 26 of the Regulations: until when information is made public.
pub static ARTICLE_26: Citation = cite(
    "《政府信息公开条例》第二十六条",
    "属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开",
);

/// Article 30 of the Regulations: corrections.
pub static ARTICLE_30: Citation = cite(
    "《政府信息公开条例》第三十条",
    "政府信息公开申请内容不明确的，行政机关应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限。\
     答复期限自行政机关收到补正的申请之日起计算。申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请",
);

/// Article 31 of the Regulations: when a request is received.
pub static ARTICLE_31: Citation = cite(
    "《政府信息公开条例》第三十一条",
    "申请人当面提交的，以提交之日为收到申请之日；以邮寄方式提交的，以行政机关签收之日为收到申请之日；以平常信函等无需签收的邮寄方式提交的，\
     应当于收到申请的当日与申请人确认，确认之日为收到申请之日；通过互联网渠道或者政府信息公开工作机构的传真提交的，以双方确认之日为收到申请之日",
);

/// Article 32 of the Regulations: asking a third party.
pub static ARTICLE_32: Citation = cite(
    "《政府信息公开条例》第三十二条",
    "公开会损害第三方合法权益的，行政机关应当书面征求第三方的意见。第三方应当自收到征求意见书之日起15个工作日内提出意见。\
     第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开",
);

/// Article 33 of the Regulations: the period to answer in.
pub static ARTICLE_33: Citation = cite(
    "《政府信息公开条例》第三十三条",
    "行政机关收到政府信息公开申请，能够当场答复的，应当当场予以答复；不能当场答复的，应当自收到申请之日起20个工作日内予以答复；\
     需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日。\
     行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内",
);

/// Article 36 of the Regulations: the kinds of answers.
pub static ARTICLE_36: Citation = cite(
    "《政府信息公开条例》第三十六条",
    "行政机关已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息的，告知申请人不予重复处理",
);

/// The arrangement of holidays of each year.
pub static HOLIDAYS: Citation = cite(
    "国务院办公厅关于部分节假日安排的通知；《全国年节及纪念日放假办法》第二条",
    "每年的放假和调休上班日期，由国务院办公厅于上一年公布",
);

/// Article 23 of the Reconsideration Law: who goes to reconsideration first.
pub static RECONSIDERATION_FIRST: Citation = cite(
    "《行政复议法》第二十三条第一款第四项（2024年1月1日起施行）",
    "申请政府信息公开，行政机关不予公开的，申请人应当先向行政复议机关申请行政复议，对行政复议决定不服的，可以再依法向人民法院提起行政诉讼",
);

/// What normative documents are.
pub static NORMATIVE_DOCUMENTS: Citation = cite(
    "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",
    "行政规范性文件是除国务院的行政法规、决定、命令以及部门规章和地方政府规章外，由行政机关依照法定权限、程序制定并公开发布，\
     涉及公民、法人和其他组织权利义务，具有普遍约束力，在一定期限内反复适用的公文",
);
