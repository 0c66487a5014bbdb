// Draws a folder of documents in Chromium: web pages and pictures as PNG, printed ones as PDF; OFD by a renderer no one here wrote.
// node draw.mjs FOLDER, called by draw.py.
import { readdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { chromium } from "../../tests/e2e/node_modules/playwright-core/index.mjs";

const OFD_JS = new URL("node_modules/ofd.js/lib/ofd.umd.min.js", import.meta.url).pathname;
const folder = process.argv[2];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Opens a document in a window of this width. */
async function opened(file, width) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width, height: 768 } });
  const page = await context.newPage();
  await page.goto(file ? pathToFileURL(`${folder}/${file}`).href : "about:blank");
  return page;
}

/** The page of the product with a draft, as it prints it. */
async function printed(name) {
  const page = await opened(undefined, 1366);
  await page.goto(process.env.NIANBAO_URL);
  await page.locator("input[type=file]").first().setInputFiles(`${folder}/${name}.json`);
  await page.getByRole("button", { name: "作为新草稿打开" }).click();
  await page.getByRole("button", { name: "预览和下载" }).click();
  await page.locator(".paper").waitFor();
  await page.pdf({ path: `${folder}/${name}-print.pdf`, preferCSSPageSize: true });
}

for (const file of await readdir(folder)) {
  const [name, ending] = file.split(".");
  const picture = (what) => ({ path: `${folder}/${name}-${what}.png`, fullPage: true });
  if (ending === "html") {
    for (const width of [1366, 390]) await (await opened(file, width)).screenshot(picture(`html-${width}`));
    await (await opened(file, 1366)).pdf({ path: `${folder}/${name}-html.pdf`, preferCSSPageSize: true });
  }
  if (ending === "svg") {
    const page = await opened(undefined, 1080);
    await page.setContent(`<body style="margin:0">${await readFile(`${folder}/${file}`, "utf8")}`);
    await page.screenshot(picture("svg"));
  }
  if (ending === "json") await printed(name);
  if (ending === "ofd") {
    const page = await opened(undefined, 794);
    await page.addScriptTag({ path: OFD_JS });
    const bytes = (await readFile(`${folder}/${file}`)).toString("base64");
    const count = await page.evaluate(async (bytes) => {
      const blob = await (await fetch(`data:application/ofd;base64,${bytes}`)).blob();
      const documents = await new Promise((success, fail) => window.ofd.parseOfdDocument({ ofd: new File([blob], "a.ofd"), success, fail }));
      const pages = window.ofd.renderOfd(794, documents[0]);
      document.body.style.margin = 0;
      document.body.append(...pages);
      return pages.length;
    }, bytes);
    for (let n = 0; n < count; n++) {
      await page.locator("body > div").nth(n).screenshot({ path: `${folder}/${name}-ofd-${String(n + 1).padStart(2, "0")}.png` });
    }
  }
}
await browser.close();
