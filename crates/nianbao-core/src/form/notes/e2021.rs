//! The counting notes of the 2021 edition, in printed order.
//!
//! The words are ours; official wording stands in “” and only where its source was read.
//! What no source answers is not answered here.

use super::Evidence::{Derived, Notice, Practice, Statute};
use super::On::{Column, Row, Section, Table, Text};
use super::{CountingNote, Evidence, On};
use crate::form::keys::*;
use crate::law;
use crate::spot::Field;

const fn note(
    on: On,
    says: &'static str,
    evidence: Evidence,
    source: &'static str,
) -> CountingNote {
    CountingNote {
        on,
        says,
        evidence,
        source,
    }
}

const FORMAT: &str = "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）";
const PUBLISHED: &str = "已公布的年报";
const LOCAL: &str = "地方编制年报的通知";
const FORM: &str = "表头和勾稽关系";

/// All notes.
#[rustfmt::skip]
pub(super) static NOTES: &[CountingNote] = &[
    note(On::Field(Field::Title), "通行的标题是“机关名称＋年度＋政府信息公开工作年度报告”，不填就用它。", Practice, PUBLISHED),
    note(On::Field(Field::Preamble), "统一格式没有规定开头段落。通行的写法是写明编制依据和统计期限，也可以写电子版在哪里、怎样联系。", Practice, PUBLISHED),
    note(On::Field(Field::Signature), "印在报告末尾的机关名称，与标题中的一致。", Practice, PUBLISHED),
    note(On::Field(Field::Date), "县级以上人民政府部门在1月31日前提交并公布，县级以上地方人民政府的报告在3月31日前公布；当地通知更早的，以当地通知为准。", Statute, law::ARTICLE_49.name),

    note(Section(OVERVIEW), "综述本机关贯彻落实《条例》的情况，“主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障”。", Notice, FORMAT),
    note(Section(OVERVIEW), "有的地方要求简明客观，原则上不超过一千字，以当地通知为准。", Practice, LOCAL),
    note(Text("overview/proactive"), "写全年主动公开信息的数量和渠道（网站、新媒体、公报和公告栏），政策解读、回应关切的数量，以及教育、医疗、就业、养老等重点领域的情况。", Practice, LOCAL),
    note(Text("overview/on-request"), "写到的收件、办结、结转和复议、诉讼的数，要与第三、第四部分的表一致。", Practice, PUBLISHED),
    note(Text("overview/management"), "写规章、行政规范性文件的制发、废止和现行有效件数，要与第二部分的表一致。", Practice, LOCAL),
    note(Text("overview/platforms"), "写网站、新媒体、政务公开专区、公报等平台各有多少，今年做了什么。", Practice, LOCAL),
    note(Text(OVERSIGHT), "各级人民政府的年度报告“还应当包括工作考核、社会评议和责任追究结果情况”；没有发生的也要写明。", Statute, law::ARTICLE_50_4.name),

    note(Section("proactive-disclosure"), "各项填本机关全年的数。没有这项职能或者没有发生的，通行的做法是填 0。", Practice, PUBLISHED),
    note(Table(DOCUMENTS), "“第二十条”指《政府信息公开条例》第二十条：这一项是规章和行政规范性文件。", Derived, FORM),
    note(Row(DOCUMENTS, RULES), "规章由国务院部门等，以及省、自治区、直辖市、设区的市、自治州的人民政府制定。没有规章制定权的机关填 0。", Statute, law::LEGISLATION.name),
    note(Row(DOCUMENTS, NORMATIVE_DOCUMENTS), "会同同级司法行政部门填写，与备案、清理的统计一致。", Practice, LOCAL),
    note(Column(DOCUMENTS, ISSUED), "全年制发的件数。", Derived, FORM),
    note(Column(DOCUMENTS, REPEALED), "全年废止的件数；宣布失效的，实践中计入这一栏。", Practice, PUBLISHED),
    note(Column(DOCUMENTS, IN_FORCE), "12月31日现行有效的件数。统计范围不变时，等于上年的数加制发减废止；范围变了的，在文字中说明。", Derived, FORM),
    note(Table(LICENSES), "这一项是行政许可。", Derived, FORM),
    note(Row(LICENSES, LICENSE), "准予和不予许可都是处理决定，都计入。", Derived, FORM),
    note(Column(LICENSES, DECIDED), "全年作出的处理决定，“包括已公开和依法未公开的全部处理决定”，不是公开的条数。", Practice, LOCAL),
    note(Table(PENALTIES), "这一项是行政处罚和行政强制。", Derived, FORM),
    note(Column(PENALTIES, DECIDED), "全年作出的处理决定，“包括已公开和依法未公开的全部处理决定”，不是公开的条数。", Practice, LOCAL),
    note(Table(FEES), "这一项是行政事业性收费。", Derived, FORM),
    note(Row(FEES, ADMINISTRATIVE_FEES), "这里是本机关的行政事业性收费；依申请公开的信息处理费在第六部分报告。", Notice, FORMAT),
    note(Column(FEES, AMOUNT), "全年收取的金额，单位是万元，不是元；可以有小数。", Notice, FORMAT),

    note(Section(REQUESTS), "统计全年收到和办理的政府信息公开申请，一件申请只计一种结果。只作咨询答复的，不是申请，不计入。", Practice, PUBLISHED),
    note(Table(REQUESTS), "“第一项加第二项之和，等于第三项加第四项之和”：每一列都要相符。", Notice, FORMAT),
    note(Row(REQUESTS, NEWLY_RECEIVED), "1月1日至12月31日收到的申请。收到的日期按《条例》第三十一条确定；后来撤回、逾期不补正、结转下年的，也在这里计。", Derived, "《政府信息公开条例》第三十一条、表头"),
    note(Row(REQUESTS, NEWLY_RECEIVED), "一张申请表提出几项内容的，为收费可以按“一事一申请”拆分；拆分了的，每一件各计一件。", Practice, "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条"),
    note(Row(REQUESTS, CARRIED_OVER), "1月1日还没有办结的申请。每一列应等于上年报告的“四、结转下年度继续办理”。", Derived, FORM),
    note(Row(REQUESTS, GRANTED), "已经主动公开、告知申请人怎样获取的，实践中计入这一行。", Practice, PUBLISHED),
    note(Row(REQUESTS, PARTIAL), "“区分处理的，只计这一情形，不计其他情形”：不予公开的那一部分不再计入（三）。", Notice, FORMAT),
    note(Row(REQUESTS, WITHHELD), "只计全部不予公开的；公开了一部分的，计入（二）部分公开。", Notice, FORMAT),
    note(Row(REQUESTS, STATE_SECRET), "依法确定为国家秘密的。", Statute, "《政府信息公开条例》第十四条"),
    note(Row(REQUESTS, "handled/withheld/barred-by-law"), "要有法律、行政法规的禁止性规定；规章和规范性文件不能作依据。", Statute, "《政府信息公开条例》第十四条"),
    note(Row(REQUESTS, "handled/withheld/endangers-security"), "公开后可能危及国家安全、公共安全、经济安全、社会稳定的。", Statute, "《政府信息公开条例》第十四条"),
    note(Row(REQUESTS, "handled/withheld/third-party-rights"), "涉及商业秘密、个人隐私，公开会损害第三方合法权益的。", Statute, law::PERSONAL_DATA.name),
    note(Row(REQUESTS, "handled/withheld/internal-affairs"), "三类：人事管理、后勤管理、内部工作流程。", Statute, "《政府信息公开条例》第十六条"),
    note(Row(REQUESTS, "handled/withheld/process-information"), "四类：讨论记录、过程稿、磋商信函、请示报告。", Statute, "《政府信息公开条例》第十六条"),
    note(Row(REQUESTS, "handled/withheld/enforcement-file"), "行政执法案卷中的信息。", Statute, "《政府信息公开条例》第十六条"),
    note(Row(REQUESTS, "handled/withheld/administrative-inquiry"), "工商、不动产登记等信息，有关法律、行政法规对查询另有规定，告知申请人按规定查询的。", Statute, "《政府信息公开条例》第三十六条第（七）项"),
    note(Row(REQUESTS, "handled/unavailable/not-held"), "不属于本机关负责公开的，经检索没有的，实践中都计入这一行。", Practice, PUBLISHED),
    note(Row(REQUESTS, "handled/unavailable/must-be-created"), "需要本机关对现有信息加工、分析才能提供的。", Statute, "《政府信息公开条例》第三十八条"),
    note(Row(REQUESTS, "handled/unavailable/still-unclear"), "申请人补正了，内容仍然不明确的。没有补正的，计入（六）其他处理。", Statute, "《政府信息公开条例》第三十条"),
    note(Row(REQUESTS, "handled/not-processed/petition"), "以申请公开的形式进行信访、投诉、举报等活动，告知其通过相应渠道提出的。", Statute, "《政府信息公开条例》第三十九条"),
    note(Row(REQUESTS, "handled/not-processed/repeated"), "已经答复过，同一申请人又申请公开相同内容的。", Statute, "《政府信息公开条例》第三十六条第（六）项"),
    note(Row(REQUESTS, "handled/not-processed/publication"), "要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的。", Statute, "《政府信息公开条例》第三十九条"),
    note(Row(REQUESTS, EXCESSIVE), "数量、频次明显超过合理范围，要求说明理由而理由不合理的。", Statute, law::ARTICLE_35.name),
    note(Row(REQUESTS, "handled/not-processed/confirmation"), "申请人手中已有这份信息，要求确认或重新出具的。", Derived, FORM),
    note(Row(REQUESTS, "handled/other/not-corrected"), "通知补正后无正当理由逾期不补正，视为放弃申请的。年底补正期限还没有到的，计入结转下年度。", Statute, "《政府信息公开条例》第三十条"),
    note(Row(REQUESTS, FEE_UNPAID), "发出收费通知后逾期不缴的，按第四十二条和收费办法不再处理。收费情况在第六部分报告。", Notice, law::FEE_RULES.name),
    note(Row(REQUESTS, OTHERWISE_CONCLUDED), "申请人撤回、转由其他渠道办理、并案、发现重复登记等，实践中计入这一行；数量多的，在文字中说明。", Practice, PUBLISHED),
    note(Row(REQUESTS, HANDLED_TOTAL), "（一）至（六）各行之和，不含结转下年度的。", Derived, FORM),
    note(Row(REQUESTS, CARRIED_FORWARD), "12月31日还没有办结的申请，包括正在等待补正的。照台账数，不要倒推，否则勾稽关系查不出错。", Derived, FORM),
    note(Column(REQUESTS, ALL_REQUESTERS), "自然人与法人或其他组织五栏之和。", Derived, FORM),

    note(Section(DISPUTES), "因政府信息公开工作被申请行政复议、提起行政诉讼的案件，包括年底没有审结的。没有发生的，各栏填 0。", Statute, law::ARTICLE_50.name),
    note(Table(DISPUTES), "只作为复议机关、作共同被告的，计在原行为机关，复议机关不再计。", Notice, "国办公开办函〔2016〕201号"),
    note(Column(DISPUTES, "reconsideration"), "以本机关为被申请人的行政复议案件，按结果分栏。", Derived, FORM),
    note(Column(DISPUTES, PENDING_RECONSIDERATIONS), "12月31日还没有作出复议决定的。", Derived, FORM),
    note(Column(DISPUTES, "litigation"), "两类诉讼各有总计，没有两类相加的一栏；文字中可以写两个总计之和。", Derived, FORM),
    note(Column(DISPUTES, PENDING_DIRECT_SUITS), "12月31日还没有审结的。", Derived, FORM),
    note(Column(DISPUTES, PENDING_LATER_SUITS), "12月31日还没有审结的。", Derived, FORM),

    note(Section(PROBLEMS), "存在的主要问题和改进情况都要写。只写“无”、与往年或其他单位雷同的，属于敷衍。", Notice, law::FORM_RESPONSIBILITY.name),
    note(Section(OTHER_MATTERS), "“收取信息处理费情况在此处报告”：收了几件、多少元，减免多少；没有收取的也要写明。", Notice, FORMAT),
];
