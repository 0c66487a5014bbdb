import assert from "node:assert/strict";
import { story } from "../page.mjs";

const OVERVIEW = "一、总体情况";
const PROACTIVE = "（一）主动公开";
const PROBLEMS = "五、存在的主要问题及改进情况";

/** What Word puts on the clipboard for an indented paragraph, a list and a line break within a paragraph. */
const FROM_WORD = {
  text: "　　更新不够\u00a0及时。\r\n1.\t内容不够细\r\n2.\t培训少\r\n\uf0b7\t按月检查\u000b逐项补充\r\n",
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
    <p class=MsoNormal style='text-indent:21.0pt'><b>更新不够<span lang=EN-US>&nbsp;</span>及时。</b><o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>1.<span>&nbsp;&nbsp;</span></span><![endif]>内容不够细</p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>2.<span>&nbsp;&nbsp;</span></span><![endif]>培训少</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'>·</span>按月检查<br>逐项补充</p><!--EndFragment--></body></html>`,
};

async function problems(page) {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROBLEMS);
  await page.standIn(PROBLEMS);
}

story("paste from Word keeps paragraphs and numbers, drops the layout, and is one step", async (page) => {
  await problems(page);
  await page.type("问题：。");
  await page.key("ArrowLeft");
  await page.pasteByKeys(FROM_WORD.text, FROM_WORD.html);
  await page.type("再写");
  const pasted = "更新不够 及时。\n1.内容不够细\n2.培训少\n按月检查\n逐项补充\n";
  await page.shows(PROBLEMS, `问题：${pasted}再写。`);
  await page.key("Control+z");
  await page.shows(PROBLEMS, `问题：${pasted}。`);
  await page.key("Control+z");
  await page.shows(PROBLEMS, "问题：。");
  // Of the browser's own look at the markup that this story puts on the clipboard.
  page.complainsOnlyOf(/Applying inline style/);
});

story("a text of many lines is seen whole, in large letters and in a narrow window", async (page) => {
  await problems(page);
  await page.fill(PROBLEMS, "第一段很长，".repeat(60) + "\n第二段。".repeat(30));
  await page.says("480 字");
  assert.equal(await page.isWhole(PROBLEMS), true);
  await page.display("字号", "特大（长者模式）");
  assert.equal(await page.isWhole(PROBLEMS), true);
  await page.width(320);
  assert.equal(await page.isWhole(PROBLEMS), true);
});

story("a button leads straight to a sub-heading", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(OVERVIEW);
  await page.press("到（四）政府信息公开平台建设");
  await page.isFocused("（四）政府信息公开平台建设");
});

story("a button leads straight to a heading that was written within a text", async (page) => {
  await problems(page);
  await page.fill(PROBLEMS, "总的来看。\n（一）存在的问题\n更新不及时。\n（二）改进措施\n按月检查。");
  await page.press("到（二）改进措施");
  await page.isFocused(PROBLEMS);
  await page.type("（二）下一步");
  await page.shows(PROBLEMS, "总的来看。\n（一）存在的问题\n更新不及时。\n（二）下一步\n按月检查。");
  await page.press("到（二）下一步");
  await page.isFocused(PROBLEMS);
});

story("words are found in every text, and replaced by one step", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(OVERVIEW);
  await page.key("Control+h");
  await page.isFocused("查找");
  await page.type("主动公开");
  await page.says("找到 2 处。");
  await page.key("Tab");
  await page.isFocused("替换为");
  await page.press(/^五、.*：一是主动公开内容的针对性/);
  await page.heading(PROBLEMS);
  await page.isFocused(PROBLEMS);
  assert.equal(await page.selected(), "主动公开");
  await page.fill("替换为", "主动发布");
  await page.press("全部替换");
  await page.says("已把“主动公开”都替换为“主动发布”。");
  assert.match(await page.value(PROBLEMS), /一是主动发布内容/);
  await page.goTo(OVERVIEW);
  assert.match(await page.value(PROACTIVE), /网站主动发布信息42条/);
  await page.standIn("查找");
  await page.key("Escape");
  await page.focusIsOnHeading();
  await page.key("Control+z");
  assert.match(await page.value(PROACTIVE), /网站主动公开信息42条/);
  await page.goTo(PROBLEMS);
  assert.match(await page.value(PROBLEMS), /一是主动公开内容/);
});

story("half-width marks between Han characters are offered to be widened, which can be taken back", async (page) => {
  await problems(page);
  const typed = "更新不够及时,网址https://www.example.gov.cn/a,b不变;办理1,280件(线上)。";
  await page.fill(PROBLEMS, typed);
  await page.press("标点改为全角");
  await page.shows(PROBLEMS, "更新不够及时，网址https://www.example.gov.cn/a,b不变；办理1,280件（线上）。");
  assert.equal(await page.focused(), PROBLEMS);
  await page.key("Control+z");
  await page.shows(PROBLEMS, typed);
});
