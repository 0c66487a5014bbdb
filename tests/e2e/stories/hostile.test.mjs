// What is typed or opened is shown as text on every screen, whatever it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { story } from "../page.mjs";

const REPORT = new URL("../../data/reports/busy-department.json", import.meta.url);
const HOSTILE = `"><img src=x onerror="window.isHit=1"><svg/onload="window.isHit=1"></textarea><b>粗`;
const PARTS = ["基本信息", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "预览和下载"];

/** The report with hostile text in all of its texts, and in every other figure. */
function hostile() {
  const report = JSON.parse(readFileSync(REPORT, "utf8"));
  const write = (text) => (typeof text === "string" ? `${text}\n${HOSTILE}\n（一）${HOSTILE}` : text);
  report.organ.name += HOSTILE;
  for (const field of ["title", "signature", "date"]) report[field] = (report[field] ?? "") + HOSTILE;
  report.preamble = write(report.preamble ?? "");
  for (const key of Object.keys(report.narratives)) report.narratives[key] = write(report.narratives[key]);
  let nth = 0;
  for (const table of Object.values(report.figures)) {
    for (const row of Object.values(table)) for (const column of Object.keys(row)) if (nth++ % 2 === 0) row[column] = HOSTILE;
  }
  return report;
}

/** What of the page only markup of somebody else's can have brought. */
function strangers() {
  const strange = [...document.querySelectorAll("img, svg, iframe, script:not([src]), #page b, [onerror], [onload], [onclick]")];
  return strange.map((element) => element.outerHTML.slice(0, 120)).concat(window.isHit ? ["it ran"] : []);
}

story("hostile text in every field is text on every screen", async (page) => {
  await page.open();
  const report = hostile();
  await page.chooseFile(`${HOSTILE.replace("/", "")}.json`, Buffer.from(JSON.stringify(report)));
  await page.heading(/读到的内容/);
  assert.deepEqual(await page.inside(strangers), []);
  await page.press("作为新草稿打开");
  for (const part of PARTS) {
    await page.goTo(part);
    assert.deepEqual(await page.inside(strangers), [], part);
  }
  await page.press("历次修改");
  await page.heading("历次修改");
  assert.deepEqual(await page.inside(strangers), []);
  await page.goTo("一、总体情况");
  await page.key("Control+h");
  await page.fill("查找", "<img");
  await page.says(/找到 \d+ 处/);
  assert.deepEqual(await page.inside(strangers), []);
  await page.key("Escape");
  await page.press("全部草稿");
  await page.drafts(1);
  assert.deepEqual(await page.inside(strangers), []);
});
