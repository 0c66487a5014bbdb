// Walks the main path with the keyboard alone, from the first visit to the downloaded file, and draws every step on one sheet.
// node walk.mjs ADDRESS SHEET.png WIDTH HEIGHT SCALE; prints where the focus is at each step. 320 256 4 is a window of 1280 × 1024 at 400 %.
import { chromium } from "../../tests/e2e/node_modules/playwright-core/index.mjs";

const [address, sheet, width, height, scale] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const window = { viewport: { width: Number(width), height: Number(height) }, deviceScaleFactor: Number(scale) };
const page = await (await browser.newContext({ ...window, locale: "zh-CN" })).newPage();
const steps = [];

/** What has the focus: its name, where it is, and whether something lies over it. */
const focus = () => page.evaluate(() => {
  const element = document.activeElement;
  const name = (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
  const { x, y, width, height, bottom } = element.getBoundingClientRect();
  const over = document.elementFromPoint(x + Math.min(width, innerWidth) / 2, y + Math.min(height / 2, 10));
  const isCovered = over && !element.contains(over) && !over.contains(element);
  return { tag: element.tagName, name, at: [x, y, width, height].map(Math.round), isSeen: width > 0 && bottom > 0 && y < innerHeight && !isCovered };
});

const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes on by Tab, or back, to the control of this name. */
async function tabTo(name, key = "Tab") {
  for (let count = 1; count <= 120; count++) {
    await press(key);
    const { name: found, isSeen } = await focus();
    if (!isSeen) console.log(`   not seen: ${found.slice(0, 30)}`);
    if (name.test(found)) return;
  }
  throw new Error(`${name} is not reached by ${key}`);
}

async function step(what, ...keys) {
  await press(...keys);
  // What follows is drawn and judged by then; a picture may come late, it is no test.
  await page.waitForTimeout(400);
  const { tag, name, at, isSeen } = await focus();
  steps.push(await page.screenshot());
  console.log(`${steps.length}. ${what}: ${tag} ${name.slice(0, 30)} at ${at}${isSeen || tag === "BODY" ? "" : ", NOT SEEN"}`);
}

await page.goto(address);
await page.locator("#loading").waitFor({ state: "detached" });
await step("first visit");
await tabTo(/^新建年报/);
await step("a new report", "Enter");
await tabTo(/^机关名称/);
await page.keyboard.insertText("示例市教育局");
await step("its organ");
await tabTo(/^填入通用的开头段落/);
await step("its opening paragraph", "Enter");
await tabTo(/^用机关名称/);
await press("Enter");
await tabTo(/^填今天/);
await step("signature and date", "Enter");
await tabTo(/^下一步/);
await press("Enter");
await tabTo(/^一、总体情况$/);
await page.keyboard.insertText("示例市教育局依法公开政府信息。");
await step("prose");
await tabTo(/^下一步/);
await press("Enter");
await tabTo(/规章，本年制发件数/);
await step("table two", "0", "Tab", "0", "Tab", "3", "Enter");
await tabTo(/^下一步/);
await press("Enter");
await tabTo(/一、本年新收.*自然人/);
await step("table three", "1", "2", "ArrowRight", "3", "ArrowDown", "ArrowDown", "ArrowLeft", "1", "0");
await step("a selection", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight");
await step("the last cell", "Control+End");
await step("counting notes", "Control+Home", "F1");
await step("back in the cell", "Escape");
await tabTo(/^空白格全部填 0/, "Shift+Tab");
await step("zeros in the blanks", "Enter");
await step("the next problem", "F8");
await step("taken back", "Control+z");
await tabTo(/预览和下载/, "Shift+Tab");
await step("preview", "Enter");
await tabTo(/^下载 Word/);
await Promise.all([page.waitForEvent("download"), press("Enter")]);
await step("downloaded");

const columns = 6;
const drawn = await browser.newPage({ viewport: { width: columns * 320, height: 100 } });
const pictures = steps.map((png) => `<img width="314" style="margin:3px" src="data:image/png;base64,${png.toString("base64")}">`);
await drawn.setContent(`<body style="margin:0;background:#555;font-size:0">${pictures.join("")}`);
await drawn.screenshot({ path: sheet, fullPage: true });
await browser.close();
