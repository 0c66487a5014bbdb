import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";

story("the finished report is downloaded as Word and as a web page, with the figures of the preview", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure("一、本年新收政府信息公开申请数量，法人或其他组织 商业企业", "1234");
  await page.figure("四、结转下年度继续办理，法人或其他组织 商业企业", "1234");
  await page.goTo("二、主动公开政府信息情况");
  await page.figure("行政事业性收费，本年收费金额（单位：万元）", "12.50");
  await page.figure("规章，本年制发件数", "/");
  await page.goTo("预览和下载");
  const numbers = (rows) => rows.flat().filter((text) => /^[\d./]+$/.test(text));
  const printed = numbers(await page.printedFigures());
  assert.equal(printed.length, 200);
  assert.ok(["1234", "12.50", "/"].every((figure) => printed.includes(figure)));

  const html = await page.download(/下载 网页/);
  assert.equal(html.name, "示例市信访局2025年政府信息公开工作年度报告.html");
  const inHtml = await page.cellsOf({ markup: html.bytes.toString(), kind: "text/html", row: "tr", cell: "td" });
  assert.deepEqual(numbers(inHtml), printed);

  const docx = await page.download(/下载 Word/);
  assert.equal(docx.name, "示例市信访局2025年政府信息公开工作年度报告.docx");
  const markup = strFromU8(unzipSync(docx.bytes)["word/document.xml"]);
  const inDocx = await page.cellsOf({ markup, kind: "text/xml", row: "w:tr", cell: "w:tc" });
  assert.deepEqual(numbers(inDocx), printed);

  // The button keeps the focus while the file is made, for who goes on by keys.
  await page.isFocused("下载 Word 文档");
  const again = await page.download(/下载 Word/);
  assert.ok(again.bytes.equals(docx.bytes), "the same report gives the same bytes");
});

story("a document with errors says that it is a draft, unless that is switched off", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.press("全部草稿");
  await page.more("复制", "示例市信访局");
  await page.goTo("预览和下载");
  const isMarked = async () => /<article class="report" data-mark/.test((await page.download(/下载 网页/)).bytes.toString());
  assert.equal(await isMarked(), false, "no errors, no mark");
  await page.goTo(REQUESTS);
  await page.figure("四、结转下年度继续办理，自然人", "5");
  await page.finds(/≠/);
  await page.goTo("预览和下载");
  assert.equal(await isMarked(), true);
  await page.toggle(/在文档上标明“草稿/);
  assert.equal(await isMarked(), false);
});

story("what is printed is the report alone, on A4", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("预览和下载");
  const { words, report, pdf } = await page.printed();
  assert.match(report, /示例市信访局2025年政府信息公开工作年度报告/);
  assert.equal(words, report);
  const pages = pdf.match(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12][\d.]*\]/g) ?? [];
  assert.ok(pages.length >= 4, `${pages.length} pages`);
});

story("everything is packed into one file", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("预览和下载");
  const { name, bytes } = await page.download("全部打包");
  assert.equal(name, "示例市信访局2025年政府信息公开工作年度报告.zip");
  const endings = Object.keys(unzipSync(bytes)).map((file) => file.split(".").pop());
  assert.deepEqual(endings, ["docx", "html", "xlsx", "ofd", "svg", "csv", "txt", "md", "json"]);
});

story("the report is pasted into the editor of a website with its merged cells", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("预览和下载");
  const printed = (await page.printedFigures()).flat();
  await page.press("复制到网站");
  await page.says(/已复制/);
  const markup = await page.clipboard();
  assert.ok(!/class=|<script|<style/i.test(markup), "no classes, no scripts, no style sheets");
  assert.match(markup, /rowspan="20"|rowspan="2"/);
  const cells = (await page.cellsOf({ markup, kind: "text/html", row: "tr", cell: "td" })).flat();
  const numbers = (texts) => texts.filter((text) => /^[\d./]+$/.test(text));
  assert.deepEqual(numbers(cells), numbers(printed));
});

story("a draft travels as a file", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.heading("基本信息");
  await page.fill("机关名称", "示例市档案局");
  const { name, bytes } = await page.download("下载草稿");
  assert.equal(name, "示例市档案局2025年政府信息公开工作年度报告（草稿）.json");
  await page.press("全部草稿");
  await page.more("删除", "示例市档案局");
  await page.chooseFile(name, bytes);
  await page.press("作为新草稿打开");
  await page.heading("基本信息");
  assert.equal(await page.value("机关名称"), "示例市档案局");
  await page.finds(/落款/);
});
