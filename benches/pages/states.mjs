// Draws every screen of the page in every state that a clerk meets, one sheet for each way of looking at it.
// node states.mjs ADDRESS FOLDER [WAY]: wide, wider, phone, dark, huge, forced. What is drawn is looked at; it is no test.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "../../tests/e2e/node_modules/playwright-core/index.mjs";

const [address, folder, only] = process.argv.slice(2);
const REPORTS = new URL("../../tests/data/reports/", import.meta.url);
const WAYS = {
  wide: { viewport: { width: 1366, height: 768 } },
  wider: { viewport: { width: 1920, height: 1080 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  dark: { viewport: { width: 1366, height: 768 }, colorScheme: "dark" },
  huge: { viewport: { width: 1366, height: 768 }, letters: "huge" },
  forced: { viewport: { width: 1366, height: 768 }, forcedColors: "active" },
};
const PARTS = ["基本信息", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"];

/** A report with everything that a cell can be: wrong, doubtful, huge, no number, with last year beside it. */
function crowded() {
  const report = JSON.parse(readFileSync(new URL("busy-department.json", REPORTS)));
  const previous = JSON.parse(JSON.stringify(report));
  previous.year -= 1;
  const row = Object.values(report.figures.requests)[0];
  const [first, second, third] = Object.keys(row);
  [row[first], row[second], row[third]] = [999999999, "/", "约2"];
  report.date = "某日";
  report.previous = previous;
  return report;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });

for (const [way, { letters, ...look }] of Object.entries(WAYS)) {
  if (only && only !== way) continue;
  const context = await browser.newContext({ locale: "zh-CN", ...look });
  if (letters) await context.addInitScript((letters) => localStorage.setItem("nianbao/v1/letters", letters), letters);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const drawn = [];
  const draw = async (what) => {
    // What follows is drawn and judged by then; a picture may come late.
    await page.waitForTimeout(500);
    drawn.push([what, await page.screenshot()]);
  };
  const press = (name) => page.getByRole("button", { name }).first().click();
  const goTo = async (name) => {
    const sheet = page.locator(".phone-bar").getByRole("button", { name: "目录" });
    if (await sheet.isVisible()) await sheet.click();
    await page.getByRole("navigation", { name: "报告各部分" }).getByRole("button", { name }).click();
  };
  const open = async (name, report) => {
    const file = { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(report)) };
    await page.locator("input[type=file]:not([accept='.json'])").first().setInputFiles(file);
    await page.getByRole("heading", { name: /读到的内容/ }).waitFor();
  };
  const figure = (nth) => page.locator("input.figure:not(.total)").nth(nth);

  await page.goto(address);
  await page.locator("#loading").waitFor({ state: "detached" });
  await draw("first visit");
  await open("上年.json", crowded());
  await draw("what was read");
  await press("作为新草稿打开");
  for (const part of PARTS) {
    await goTo(part);
    await draw(part);
  }
  await goTo(PARTS[3]);
  await figure(0).click();
  await draw("a wrong figure");
  await page.keyboard.press("F8");
  await draw("on the way through the findings");
  await page.keyboard.press("F1");
  await draw("counting notes");
  await page.keyboard.press("Escape");
  await goTo(PARTS[2]);
  await figure(0).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "1\tx\n2\t3\n4\t约5");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await draw("a block to be pasted");
  await page.keyboard.press("Escape");
  if (await page.locator(".phone-bar").isVisible()) {
    await press("目录");
    await draw("parts from below");
    await press(/^问题/);
    await draw("findings from below");
    await page.keyboard.press("Escape");
  }
  await goTo(PARTS[1]);
  await press(/^写作提纲/);
  await press(/^上年原文/);
  await draw("aids beside a text");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await draw("all keys");
  await page.keyboard.press("Escape");
  await goTo("与上年比较");
  await draw("beside last year");
  await goTo("预览和下载");
  await draw("preview");
  await press("历次修改");
  await draw("earlier states");
  await press("全部草稿");
  await draw("who comes back");
  await press("新建年报");
  await goTo(PARTS[3]);
  await draw("a blank table");
  await context.close();

  const columns = way === "phone" ? 9 : 4;
  const width = way === "phone" ? 124 : 285;
  const sheet = await browser.newPage({ viewport: { width: columns * (width + 6), height: 100 } });
  const pictures = drawn.map(([what, png]) => `<figure style="display:inline-block;vertical-align:top;width:${width}px;margin:3px"><figcaption style="font:11px sans-serif;color:#fff">${what}</figcaption><img width="${width}" src="data:image/png;base64,${png.toString("base64")}"></figure>`);
  await sheet.setContent(`<body style="margin:0;background:#555;font-size:0">${pictures.join("")}`);
  await sheet.screenshot({ path: `${folder}/states-${way}.png`, fullPage: true });
  await sheet.close();
  console.log(`${way}: ${drawn.length} states`);
}
await browser.close();
