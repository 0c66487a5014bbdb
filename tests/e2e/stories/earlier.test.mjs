import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const LICENSE = "行政许可，本年处理决定数量";
const PENALTY = "行政处罚，本年处理决定数量";
const PROBLEMS = "五、存在的主要问题及改进情况";

story("an earlier state is compared with now and restored, also after a reload, and the restoring is taken back", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.figure(PENALTY, "3");
  await page.goTo(PROBLEMS);
  await page.fill(PROBLEMS, "更新不够及时。");
  await page.isSaved();
  await page.reload();

  await page.press("历次修改");
  await page.heading("历次修改");
  await page.press(/填写“行政许可，本年处理决定数量”/);
  assert.deepEqual(await page.differences(), [
    [PROBLEMS, "（空白）", "更新不够及时。"],
    [PENALTY, "（空白）", "3"],
  ]);
  await page.press(/^恢复到当时：.*行政许可/);
  await page.says("已恢复以前的内容。");
  await page.press(/恢复以前的内容（现在）$/);
  await page.says("各处内容与现在相同。");
  await page.goTo(PROACTIVE);
  await page.shows(PENALTY, "");
  await page.shows(LICENSE, "12");
  await page.key("Control+z");
  await page.heading(PROBLEMS);
  await page.shows(PROBLEMS, "更新不够及时。");
  await page.goTo(PROACTIVE);
  await page.shows(PENALTY, "3");
});

story("last year's report belongs to an earlier state too", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.isSaved();
  await page.press("全部草稿");
  await page.press("新建年报");
  await page.choose("或者从草稿中选", "示例市信访局 2025年");
  await page.press("历次修改");
  await page.press("这些修改之前");
  assert.deepEqual(await page.differences(), [["上年报告", "没有", "有"]]);
  await page.press("恢复到当时：这些修改之前");
  await page.goTo("基本信息");
  await page.says("还没有上年报告。");
});
