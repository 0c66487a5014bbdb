import assert from "node:assert/strict";
import { story } from "../page.mjs";

const OVERVIEW = "一、总体情况";
const REQUESTS = "三、收到和处理政府信息公开申请情况";
const RECEIVED = "一、本年新收政府信息公开申请数量，自然人";
const ON_REQUEST = "（二）依申请公开";

story("counting notes open by key in a cell, and Escape gives the focus back", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  for (const key of ["F1", "Alt+/"]) {
    await page.standIn(RECEIVED);
    await page.key(key);
    await page.isTold(/收到的日期按《条例》第三十一条确定/);
    await page.isTold("由格式推出");
    await page.key("Escape");
    await page.isToldNothing();
    assert.equal(await page.focused(), RECEIVED);
  }
});

story("counting notes open by a click on a heading, a section and a text", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.press("（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
  await page.isTold(/不予公开的那一部分不再计入/);
  await page.press("关闭（Esc）");
  await page.isToldNothing();
  await page.press(`填写说明：${REQUESTS}`);
  await page.isTold(/一件申请只计一种结果/);
  await page.key("Escape");
  assert.equal(await page.focused(), `填写说明：${REQUESTS}`);
  await page.goTo(OVERVIEW);
  await page.press("填写说明：（五）监督保障");
  await page.isTold(/工作考核、社会评议和责任追究结果情况/);
  await page.isTold("法规");
});

story("an inserted sentence is brought up to date when its figure changes, and taken back", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(OVERVIEW);
  const before = await page.value(ON_REQUEST);
  await page.press(`写作提纲：${ON_REQUEST}`);
  await page.says(/^2025年新收政府信息公开申请2件，其中自然人申请2件/);
  assert.equal(await page.value(ON_REQUEST), before, "nothing is written without being asked");
  await page.press(/^插入：2025年新收政府信息公开申请2件/);
  const inserted = `${before}2025年新收政府信息公开申请2件，其中自然人申请2件、法人或其他组织申请0件。`;
  await page.shows(ON_REQUEST, inserted);
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "7");
  await page.goTo(OVERVIEW);
  await page.says("表内数字已变，更新这句话？");
  await page.press(/^更新这句话：2025年新收政府信息公开申请7件/);
  const updated = `${before}2025年新收政府信息公开申请7件，其中自然人申请7件、法人或其他组织申请0件。`;
  await page.shows(ON_REQUEST, updated);
  await page.press("撤销");
  await page.shows(ON_REQUEST, inserted);
  await page.says("表内数字已变，更新这句话？");
  await page.isSaved();
  await page.reload();
  await page.goTo(OVERVIEW);
  await page.says("表内数字已变，更新这句话？");
});

story("a sentence that was changed by hand is left alone", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(OVERVIEW);
  await page.press(`写作提纲：${ON_REQUEST}`);
  await page.press(/^插入：2025年新收政府信息公开申请2件/);
  await page.press(/^插入：没有因政府信息公开工作被申请行政复议/);
  assert.match(await page.focused(), /^插入：没有因政府信息公开工作被申请行政复议/);
  const text = await page.value(ON_REQUEST);
  await page.fill(ON_REQUEST, text.replace("其中自然人申请", "其中自然人提出"));
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "7");
  await page.goTo("四、政府信息公开行政复议、行政诉讼情况");
  await page.figure("行政复议 结果维持", "1");
  await page.goTo(OVERVIEW);
  await page.says("表内数字已变，更新这句话？");
  assert.equal(await page.offers(), 1, "the other sentence is the clerk's own");
});
