// A first report as every clerk walks through it. The page compares each cell, hint and mark with the report after every verb.
import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PARTS = ["基本信息", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];
const [, , PROACTIVE, REQUESTS, DISPUTES] = PARTS;
/** The first cell of each table, and how many Tab goes through. */
const TABLES = {
  [PROACTIVE]: ["规章，本年制发件数", 10],
  [REQUESTS]: ["一、本年新收政府信息公开申请数量，自然人", 24 * 6],
  [DISPUTES]: ["行政复议 结果维持", 12],
};
const ORDERS = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map((order) => order.map((idx) => Object.keys(TABLES)[idx]));

/** Figures that differ from place to place, some of them no numbers, some places left blank. */
async function fillIn(page, [first, count], from) {
  await page.standIn(first);
  for (let typed = 0; typed < Math.min(count, 20); typed++) {
    const entry = typed % 7 === 5 ? "" : typed % 7 === 6 ? "/" : typed === 4 ? "约9件" : String(from + typed);
    if (entry) await page.type(entry);
    await page.key("Tab");
  }
}

/** All parts by 下一步, filling in what is blank. */
async function walk(page, from) {
  for (const [idx, part] of PARTS.entries()) {
    await page.heading(part);
    if (TABLES[part]) await fillIn(page, TABLES[part], from + 100 * idx);
    await page.press(/^下一步：/);
  }
  await page.heading("预览和下载");
}

async function inAllOrders(page) {
  for (const order of ORDERS) for (const part of order) await page.goTo(part);
}

story("a first report is walked through, in order and out of order, and no cell ever says what the report does not", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例市信访局");
  await walk(page, 1);
  await inAllOrders(page);

  // Findings, keys and taking back lead from table to table too.
  for (let presses = 0; presses < 12; presses++) await page.key("F8");
  await page.goTo(REQUESTS);
  await page.press("空白格全部填 0");
  await page.goTo(DISPUTES);
  await page.press("空白格全部填 0");
  for (let presses = 0; presses < 8; presses++) await page.key("Control+z");
  for (let presses = 0; presses < 8; presses++) await page.key("Control+y");
  await page.goTo(PROACTIVE);
  await page.isSaved();
  await page.reload();
  await inAllOrders(page);
  assert.ok((await page.compared()) > 1000, "hardly a cell was compared");
});

story("next year's report shows last year's figures beside the cells they belong to, whichever way one comes", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(PROACTIVE);
  await fillIn(page, TABLES[PROACTIVE], 11);
  await page.goTo(DISPUTES);
  await fillIn(page, TABLES[DISPUTES], 31);
  await page.press("全部草稿");
  await page.more("建下一年度：", "示例市信访局 2025年");
  await walk(page, 500);
  await inAllOrders(page);
  await page.goTo("基本信息");
  await page.press("移除上年报告");
  await inAllOrders(page);
  await page.key("Control+z");
  await inAllOrders(page);
  // Another draft in the place of this one.
  await page.press("全部草稿");
  await page.press(/^示例市信访局 2025年/);
  await inAllOrders(page);
});
