//! Names that outlive an edition: only those that rules or sums mention, each with its Chinese term.

/// 总计, the last step of every total's path.
pub const TOTAL: &str = "total";

/// 一、总体情况
pub const OVERVIEW: &str = "overview";
/// 一、总体情况（五）监督保障
pub const OVERSIGHT: &str = "overview/oversight";
/// 五、存在的主要问题及改进情况
pub const PROBLEMS: &str = "problems";
/// 六、其他需要报告的事项
pub const OTHER_MATTERS: &str = "other-matters";

/// 第二十条第（一）项
pub const DOCUMENTS: &str = "documents";
/// 规章
pub const RULES: &str = "rules";
/// 行政规范性文件
pub const NORMATIVE_DOCUMENTS: &str = "normative-documents";
/// 本年制发件数
pub const ISSUED: &str = "issued";
/// 本年废止件数
pub const REPEALED: &str = "repealed";
/// 现行有效件数
pub const IN_FORCE: &str = "in-force";
/// 第二十条第（五）项
pub const LICENSES: &str = "licenses";
/// 第二十条第（六）项
pub const PENALTIES: &str = "penalties";
/// 行政处罚
pub const PENALTY: &str = "penalty";
/// 行政强制
pub const COMPULSION: &str = "compulsion";
/// 行政许可
pub const LICENSE: &str = "license";
/// 本年处理决定数量
pub const DECIDED: &str = "decided";
/// 第二十条第（八）项
pub const FEES: &str = "fees";
/// 行政事业性收费
pub const ADMINISTRATIVE_FEES: &str = "administrative-fees";
/// 本年收费金额
pub const AMOUNT: &str = "amount";

/// 三、收到和处理政府信息公开申请情况
pub const REQUESTS: &str = "requests";
/// 一、本年新收
pub const NEWLY_RECEIVED: &str = "newly-received";
/// 二、上年结转
pub const CARRIED_OVER: &str = "carried-over";
/// 三、本年度办理结果
pub const HANDLED: &str = "handled";
/// 三、（七）总计
pub const HANDLED_TOTAL: &str = "handled/total";
/// 四、结转下年度继续办理
pub const CARRIED_FORWARD: &str = "carried-forward";
/// （一）予以公开
pub const GRANTED: &str = "handled/granted";
/// （二）部分公开
pub const PARTIAL: &str = "handled/partial";
/// （三）不予公开, the group
pub const WITHHELD: &str = "handled/withheld";
/// （四）无法提供, the group
pub const UNAVAILABLE: &str = "handled/unavailable";
/// （五）不予处理, the group
pub const NOT_PROCESSED: &str = "handled/not-processed";
/// （六）其他处理, the group
pub const OTHER_OUTCOMES: &str = "handled/other";
/// 1.属于国家秘密
pub const STATE_SECRET: &str = "handled/withheld/state-secret";
/// 4.无正当理由大量反复申请
pub const EXCESSIVE: &str = "handled/not-processed/excessive";
/// 2.申请人逾期未按收费通知要求缴纳费用
pub const NOT_CORRECTED: &str = "handled/other/not-corrected";
/// 2.申请人逾期未按收费通知要求缴纳费用
pub const FEE_UNPAID: &str = "handled/other/fee-unpaid";
/// （六）3.其他
pub const OTHERWISE_CONCLUDED: &str = "handled/other/other";
/// 总计 of all kinds of requesters
pub const ALL_REQUESTERS: &str = "requester/total";
/// 自然人
pub const NATURAL_PERSON: &str = "requester/natural-person";
/// 法人或其他组织, the group
pub const ORGANIZATION: &str = "requester/organization";
/// 商业企业
pub const ENTERPRISE: &str = "requester/organization/enterprise";
/// 科研机构
pub const RESEARCH: &str = "requester/organization/research";
/// 社会公益组织
pub const PUBLIC_INTEREST: &str = "requester/organization/public-interest";
/// 法律服务机构
pub const LEGAL_SERVICES: &str = "requester/organization/legal-services";

/// 四、政府信息公开行政复议、行政诉讼情况
pub const DISPUTES: &str = "disputes";
/// 行政复议
pub const RECONSIDERATION: &str = "reconsideration";
/// 未经复议直接起诉
pub const DIRECT: &str = "litigation/direct";
/// 复议后起诉
pub const AFTER_RECONSIDERATION: &str = "litigation/after-reconsideration";
/// The only row of table four, which has no label.
pub const CASES: &str = "cases";
/// 行政复议，总计
pub const RECONSIDERATIONS: &str = "reconsideration/total";
/// 行政复议，尚未审结
pub const PENDING_RECONSIDERATIONS: &str = "reconsideration/pending";
/// 未经复议直接起诉，总计
pub const DIRECT_SUITS: &str = "litigation/direct/total";
/// 未经复议直接起诉，尚未审结
pub const PENDING_DIRECT_SUITS: &str = "litigation/direct/pending";
/// 复议后起诉，总计
pub const LATER_SUITS: &str = "litigation/after-reconsideration/total";
/// 复议后起诉，尚未审结
pub const PENDING_LATER_SUITS: &str = "litigation/after-reconsideration/pending";
