// What a clerk meets in the hour before the report is due: what is next, how long there is time, and nothing that hides.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const REQUESTS = "三、收到和处理政府信息公开申请情况";
const OVERVIEW = "一、总体情况";
const RECEIVED = "一、本年新收政府信息公开申请数量，自然人";
const BUSY = JSON.parse(readFileSync(new URL("../../data/reports/busy-department.json", import.meta.url), "utf8"));

async function opened(page, report) {
  await page.open();
  await page.chooseFile("年报.json", JSON.stringify(report));
  await page.press("作为新草稿打开");
  await page.heading("基本信息");
}

/** The same report a year earlier, beside it. */
function withLastYear() {
  const previous = structuredClone(BUSY);
  previous.year -= 1;
  return { ...structuredClone(BUSY), previous };
}

story("who comes back goes on with one click: what is open, and how long there is time", async (page) => {
  await page.open();
  await page.fill("机关名称", "示例县水务局");
  await page.press("新建年报");
  await page.heading("基本信息");
  await page.press("全部草稿");
  await page.says(/^继续：示例县水务局 \d{4}年 · .*待填 \d+ 处 · (离 1 月 31 日还有|已过 1 月 31 日) \d+ 天/);
  assert.match(await page.mainButton(), /^继续：/);
  await page.press(/^继续：/);
  await page.heading("基本信息");
});

story("the way through the findings says which of how many, and walks all of them", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.fill("成文日期", "某日");
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "3");
  await page.finds(/申请的来路与去向不相等/);
  const said = async () => (await page.inside(() => document.querySelector(".walk .nth").textContent)).trim();
  await page.key("F8");
  const [, at, all] = /^(\d+)\/(\d+)$/.exec(await said());
  const seen = [Number(at)];
  for (let count = 1; count < Number(all); count++) {
    await page.key("F8");
    seen.push(Number((await said()).split("/")[0]));
  }
  assert.deepEqual([...seen].sort((a, b) => a - b), [...Array(Number(all)).keys()].map((idx) => idx + 1));
  assert.equal(await page.inside(() => document.querySelectorAll(".line[aria-current]").length), 1);
});

story("a finding about a text marks the words that it quotes", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "3");
  await page.finds(/文字/);
  await page.key("F8");
  await page.isFocused("（二）依申请公开");
  assert.notEqual(await page.selected(), "");
});

story("an empty reason is said, and nothing is set aside", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(PROACTIVE);
  await page.figure("规章，本年制发件数", "/");
  await page.unfold("情况属实，写明理由");
  await page.press("记下");
  await page.summary("请先写明理由");
  await page.fill("理由", "本机关无规章制定权");
  await page.press("记下");
  await page.summary("已说明 1 处");
});

story("a pasted block is asked about over the table: where it goes, and what it changes", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.figure("规章，本年制发件数", "5");
  await page.pasteInto("规章，本年制发件数", "1\t约2\n3\t4");
  await page.says(/填到“二、主动公开政府信息情况”：4 格，其中 1 格已有的数会改变。/);
  assert.equal(await page.isInView(".dialog .primary"), true);
  // The focus stays within.
  for (let presses = 0; presses < 6; presses++) await page.key("Tab");
  assert.equal(await page.inside(() => document.activeElement.closest(".dialog") !== null), true);
  await page.key("Escape");
  await page.isFocused("规章，本年制发件数");
  assert.equal(await page.value("规章，本年制发件数"), "5");
});

story("all keys stand on one sheet, and Ctrl+S answers", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.heading("基本信息");
  await page.key("?");
  await page.says("Shift+方向键");
  await page.key("Escape");
  await page.key("Control+s");
  await page.says(/^已保存。/);
});

story("last year's text stands beside this year's, to be read and quoted", async (page) => {
  await opened(page, withLastYear());
  await page.goTo(OVERVIEW);
  await page.press(/^上年原文：（一）主动公开/);
  await page.says("今年相同");
  await page.fill("（一）主动公开", "今年另有情况。");
  await page.press(/^引用：/);
  assert.match(await page.value("（一）主动公开"), /^今年另有情况。\n.+/);
});

story("this year stands beside last year on one page", async (page) => {
  const report = withLastYear();
  await opened(page, report);
  await page.goTo("与上年比较");
  await page.says("持平");
  await page.says(/与上年持平。$/);
  await page.reload();
  await page.heading("与上年比较");
});

story("what was read is shown as tables, and a doubtful figure is corrected beside its source", async (page) => {
  await page.open();
  await page.chooseFile("年报.txt", "示例县水务局2025年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 2 1 约9\n");
  await page.heading(/读到的内容/);
  await page.says("读到的表格");
  const name = await page.inside(() => document.querySelector(".read-as").getAttribute("aria-label"));
  await page.fill(name, "9");
  await page.key("Tab");
  await page.press("作为新草稿打开");
  await page.goTo(PROACTIVE);
  assert.equal(await page.value(name.replace("读作：", "")), "9");
});

story("on a phone the parts and the findings come up from below", async (page) => {
  await page.size(390, 844);
  await page.open();
  await page.press("看一份示例");
  await page.goTo(PROACTIVE);
  await page.figure("规章，本年制发件数", "/");
  await page.press(/^问题（[1-9]/);
  await page.finds(/./);
  await page.key("Escape");
  await page.goTo(REQUESTS);
  assert.ok((await page.overflow()) <= 0);
});

story("the last backup is told", async (page) => {
  await page.open();
  await page.says("还没有备份过。");
  await page.download("备份全部草稿");
  await page.says(/^上次备份：\d\d:\d\d。/);
});
