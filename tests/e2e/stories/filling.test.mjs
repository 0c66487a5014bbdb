import assert from "node:assert/strict";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const RECEIVED = "一、本年新收政府信息公开申请数量";

story("a small office fills in its report with the keyboard alone", async (page) => {
  await page.open();
  await page.tabTo("新建年报");
  await page.key("Enter");
  await page.heading("基本信息");

  await page.tabTo("机关名称");
  await page.type("示例市信访局");
  await page.tabTo("报告年度");
  await page.type("2025");
  await page.tabTo("填入通用的开头段落");
  await page.key("Enter");
  await page.tabTo("用机关名称");
  await page.key("Enter");
  await page.tabTo("成文日期");
  await page.type("2026年1月9日");
  await page.isPart("基本信息", "已完成");
  await next(page, "一、总体情况");

  const topics = {
    "（一）主动公开": "全年主动公开信息35条。",
    "（二）依申请公开": "全年收到政府信息公开申请0件。",
    "（三）政府信息管理": "信息发布前都经过审查。",
    "（四）政府信息公开平台建设": "依托政府网站专栏公开信息。",
    "（五）监督保障": "列入工作考核，接受社会评议，未发生责任追究的情形。",
  };
  for (const [topic, text] of Object.entries(topics)) {
    await page.tabTo(topic);
    await page.type(text);
  }
  await page.isPart("一、总体情况", "已完成");
  await next(page, "二、主动公开政府信息情况");

  await page.tabTo("规章，本年制发件数");
  await zeros(page, 10);
  await page.isPart("二、主动公开政府信息情况", "已完成");
  await next(page, REQUESTS);

  await page.tabTo(`${RECEIVED}，自然人`);
  await zeros(page, 24 * 6);
  await page.isPart(REQUESTS, "已完成");
  await next(page, "四、政府信息公开行政复议、行政诉讼情况");

  await page.tabTo("行政复议 结果维持");
  await zeros(page, 12);
  await next(page, "五、存在的主要问题及改进情况");

  await page.tabTo("五、存在的主要问题及改进情况");
  await page.type("存在的主要问题是主动公开的内容还不够细，更新有时不够及时。改进措施是对照办事事项逐项补充公开内容，按月检查更新，并组织培训。");
  await next(page, "六、其他需要报告的事项");
  await page.tabTo("六、其他需要报告的事项");
  await page.type("本年度未收取信息处理费。");
  await page.summary("没有发现问题，可以送审、发布。");
  await next(page, "预览和下载");

  const figures = await page.printedFigures();
  assert.equal(figures.flat().filter((figure) => figure === "0").length, 200);
});

async function next(page, part) {
  await page.tabTo(`下一步：${part}`);
  await page.key("Enter");
  await page.heading(part);
}

async function zeros(page, count) {
  for (let typed = 0; typed < count; typed++) {
    await page.type("0");
    await page.key("Tab");
  }
}

story("totals follow what is typed, and explain themselves", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(REQUESTS);
  await page.figure(`${RECEIVED}，自然人`, "３");
  await page.standIn(`${RECEIVED}，总计`);
  await page.explains("自然人 3，已有 3；商业企业、科研机构、社会公益组织等 5 项没有数字，还不能合计。");
  await page.shows(`${RECEIVED}，总计`, "");

  await page.press("空白格全部填 0");
  await page.shows(`${RECEIVED}，总计`, "3");
  await page.shows(`${RECEIVED}，自然人`, "3");
  await page.standIn(`${RECEIVED}，总计`);
  await page.explains("自然人 3 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 3。");

  await page.press("撤销");
  await page.shows(`${RECEIVED}，法人或其他组织 其他`, "");
});

story("a typed total is checked, not replaced", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure(`${RECEIVED}，总计`, "5");
  await page.finds("总计不等于各项之和 一、本年新收政府信息公开申请数量，总计：5 ≠ 2 + 0 + 0 + 0 + 0 + 0 = 2，相差 3");
  await page.standIn(`${RECEIVED}，自然人`);
  await page.shows(`${RECEIVED}，总计`, "5");
  await page.standIn(`${RECEIVED}，总计`);
  await page.press("改回自动合计");
  await page.shows(`${RECEIVED}，总计`, "2");
  await page.findsNo(/总计不等于各项之和/);
});

story("a broken relation shows its numbers, leads to its cell, and goes when it is mended", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure(`${RECEIVED}，自然人`, "3");
  await page.isPart(REQUESTS, "有问题");
  await page.goTo("六、其他需要报告的事项");
  await page.follow(/申请的来路与去向不相等.*自然人：3 \+ 0 = 3 ≠ 2 \+ 0 = 2，相差 1/);
  await page.heading(REQUESTS);
  await page.explains(`${RECEIVED}，自然人`);
  assert.equal(await page.focused(), `${RECEIVED}，自然人`);
  await page.type("2");
  await page.findsNo(/申请的来路与去向不相等/);
  await page.isPart(REQUESTS, "已完成");
});

story("what is no number stays as it was typed, with a finding beside it", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("二、主动公开政府信息情况");
  await page.figure("行政许可，本年处理决定数量", "约260件");
  await page.finds(/件数不是整数.*约260件/);
  await page.figure("行政处罚，本年处理决定数量", "1，234");
  await page.standIn("规章，本年制发件数");
  await page.shows("行政许可，本年处理决定数量", "约260件");
  await page.shows("行政处罚，本年处理决定数量", "1234");
  await page.figure("行政强制，本年处理决定数量", "/");
  await page.isSaved();
  await page.reload();
  await page.goTo("二、主动公开政府信息情况");
  await page.shows("行政许可，本年处理决定数量", "约260件");
  await page.shows("行政强制，本年处理决定数量", "/");
});

story("keys move as on a spreadsheet, and Escape takes back", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(REQUESTS);
  await page.standIn(`${RECEIVED}，自然人`);
  await page.type("1");
  await page.key("Enter");
  assert.equal(await page.focused(), "二、上年结转政府信息公开申请数量，自然人");
  await page.key("ArrowUp", "ArrowRight");
  assert.equal(await page.focused(), `${RECEIVED}，法人或其他组织 商业企业`);
  await page.type("2");
  await page.key("Shift+Tab");
  assert.equal(await page.focused(), `${RECEIVED}，自然人`);
  await page.type("77");
  await page.key("Escape");
  await page.shows(`${RECEIVED}，自然人`, "1");
});

story("a block from a spreadsheet is filled in from the focused cell, and can be taken back", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(REQUESTS);
  await page.standIn(`${RECEIVED}，自然人`);
  await page.paste("1\t2\t0\t0\t0\t0\t3\r\n0\t1\t0\t0\t0\t0\t1\r\n");
  await page.says("已粘贴 14 格。");
  await page.shows(`${RECEIVED}，法人或其他组织 商业企业`, "2");
  await page.shows("二、上年结转政府信息公开申请数量，总计", "1");
  await page.press("撤销");
  await page.shows(`${RECEIVED}，法人或其他组织 商业企业`, "");
});

story("an input method loses no character, in texts and in figures", async (page) => {
  const problems = "五、存在的主要问题及改进情况";
  await page.open();
  await page.press("新建年报");
  await page.standIn("机关名称");
  await page.compose("shi'li'xian", "示例县");
  await page.type("A");
  await page.shows("机关名称", "示例县A");
  await page.goTo(problems);
  await page.standIn(problems);
  await page.compose("xin'fang", "信访");
  await page.type("3");
  await page.compose("jian", "件");
  await page.shows(problems, "信访3件");
  await page.goTo(REQUESTS);
  await page.standIn(`${RECEIVED}，自然人`);
  await page.compose("shi'er", "１２");
  await page.key("Tab");
  await page.shows(`${RECEIVED}，自然人`, "12");
  await page.reload();
  await page.goTo(problems);
  await page.shows(problems, "信访3件");
});
