import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const LICENSE = "行政许可，本年处理决定数量";
const PENALTY = "行政处罚，本年处理决定数量";
const PROBLEMS = "五、存在的主要问题及改进情况";

story("everything typed is taken back and done again by keys, across parts and a reload", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.standIn("机关名称");
  await page.type("示例县水务局");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.figure(PENALTY, "3");
  await page.press("空白格全部填 0");
  await page.shows("规章，本年制发件数", "0");
  await page.goTo(PROBLEMS);
  await page.standIn(PROBLEMS);
  await page.type("更新不够及时。");

  await page.key("Control+z");
  await page.shows(PROBLEMS, "");
  await page.says("已撤销：填写“五、存在的主要问题及改进情况”。");
  // What is taken back is shown where it stands.
  await page.key("Control+z");
  await page.heading(PROACTIVE);
  await page.shows("规章，本年制发件数", "");
  await page.key("Control+z");
  await page.shows(PENALTY, "");
  await page.shows(LICENSE, "12");

  await page.isSaved();
  await page.reload();
  await page.key("Control+z");
  await page.heading(PROACTIVE);
  await page.shows(LICENSE, "");
  await page.key("Control+z");
  await page.heading("基本信息");
  await page.shows("机关名称", "");
  await page.key("Control+z");
  await page.shows("机关名称", "");

  await page.key("Control+y", "Control+Shift+Z", "Control+y", "Control+y", "Control+y");
  await page.heading(PROBLEMS);
  await page.shows(PROBLEMS, "更新不够及时。");
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "12");
  await page.shows(PENALTY, "3");
  await page.shows("规章，本年制发件数", "0");
});

story("what is being typed in a cell gives way to what is taken back, and typing goes on from there", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.key("Control+z");
  await page.shows(LICENSE, "");
  await page.type("7");
  await page.shows(LICENSE, "7");
  await page.key("Control+y");
  await page.shows(LICENSE, "7");
  await page.press("撤销上一步");
  await page.shows(LICENSE, "");
  await page.press("重做下一步");
  await page.shows(LICENSE, "7");
});

story("last year's report is taken away and put back like everything else", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.isSaved();
  await page.press("全部草稿");
  await page.press("新建年报");
  await page.choose("或者从草稿中选", "示例市信访局 2025年");
  await page.says("示例市信访局 2025年");
  await page.press("移除上年报告");
  await page.says("还没有上年报告。");
  await page.key("Control+z");
  await page.says("移除上年报告");
});
