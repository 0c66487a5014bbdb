import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { story } from "../page.mjs";

const TOP = new URL("../../..", import.meta.url).pathname;
const NIANBAO = join(process.env.CARGO_TARGET_DIR ?? join(TOP, "target"), "debug/nianbao");
const PDFTOTEXT = process.env.PDFTOTEXT ?? "pdftotext";
const REPORTS = ["large-city", "half-filled-county"];
const FOLDER = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(FOLDER, { recursive: true }));

/** Opens a report on file and goes to the downloads. */
async function opened(page, name) {
  const draft = readFileSync(join(TOP, `tests/data/reports/${name}.json`));
  await page.open();
  await page.chooseFile(`${name}.json`, draft);
  await page.press("作为新草稿打开");
  await page.heading("基本信息");
  await page.goTo("预览和下载");
  return JSON.parse(draft);
}

/** The 200 figures as rows of a label and values, in printed order: from the .csv, which must have those of the draft. */
async function figures(page, draft) {
  const [, ...lines] = (await page.download(/下载 CSV/)).bytes.toString().trim().split("\n");
  assert.equal(lines.length, 200);
  const fields = lines.map((line) => line.split(","));
  const typed = Object.values(draft.figures).flatMap((rows) =>
    Object.entries(rows).flatMap(([row, values]) => Object.entries(values).map(([column, value]) => `${row} ${column} ${value}`)),
  );
  const written = fields.map(([, , , , row, , column, , value]) => `${row} ${column} ${value}`);
  assert.deepEqual(typed.filter((figure) => !written.includes(figure)), []);
  const rows = new Map();
  for (const [, , , table, row, label, , , value] of fields) {
    const key = `${table} ${row}`;
    rows.set(key, [...(rows.get(key) ?? [label]), value]);
  }
  return [...rows.values()];
}

story("Chromium shows all figures of the downloaded web page in the rows they belong to", async (page) => {
  for (const name of REPORTS) {
    const expected = await figures(page, await opened(page, name));
    const shown = await page.inDocument(await page.download(/下载 网页/), () =>
      [...document.querySelectorAll("tr")]
        .filter((row) => row.querySelector("td"))
        .map((row) => [[...row.querySelectorAll("th")].pop(), ...row.querySelectorAll("td")].map((cell) => cell?.innerText.trim() ?? "")),
    );
    assert.deepEqual(shown, expected, name);
    const cut = await page.inDocument(await page.download(/下载 网页/), () => {
      const isBroken = (cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length > 1;
      };
      return [...document.querySelectorAll(".scroll, td")].filter((box) => box.scrollWidth > box.clientWidth || (box.tagName === "TD" && isBroken(box))).map((box) => box.innerText);
    });
    assert.deepEqual(cut, [], "tables that have to be scrolled, or numbers broken in two");
  }
});

story("Chromium shows the figures in the picture, and says them", async (page) => {
  const expected = await figures(page, await opened(page, "large-city"));
  const [texts, description] = await page.inDocument(await page.download(/下载 图解$/), () => [
    [...document.querySelectorAll("text")].map((text) => text.textContent),
    document.querySelector("desc").textContent,
  ]);
  const [received, carriedOver] = [/^一、/, /^二、/].map((label) => expected.find(([text]) => label.test(text)));
  const [handled, carriedForward] = [/^（七）/, /^四、/].map((label) => expected.find(([text]) => label.test(text)).at(-1));
  const disputes = expected.at(-1).slice(1);
  const proactive = expected.slice(0, 6).flatMap(([, ...values]) => values);
  for (const value of [...received.slice(1), carriedOver.at(-1), handled, carriedForward, ...disputes, ...proactive]) {
    assert.ok(texts.some((text) => text.split(/[ ，（]/).includes(value)), `${value} is drawn`);
    assert.ok(description.split(/[ ，。：]/).includes(value), `${value} is said`);
  }
});

story("the picture is drawn as PNG too, twice as large and on white", async (page) => {
  await opened(page, "large-city");
  const svg = (await page.download(/下载 图解$/)).bytes.toString();
  const [, width, height] = svg.match(/viewBox="0 0 (\d+) (\d+)"/);
  const { name, bytes } = await page.download(/下载 图解（PNG/);
  assert.match(name, /年度报告图解\.png$/);
  assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [2 * width, 2 * height]);
  const { colors, corner, bar } = await page.inDocument({ name: "picture.png", bytes }, async () => {
    const picture = document.querySelector("img");
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
    const ink = canvas.getContext("2d");
    ink.drawImage(await createImageBitmap(picture), 0, 0);
    const { data } = ink.getImageData(0, 0, canvas.width, canvas.height);
    const shades = new Uint32Array(data.buffer);
    return { colors: new Set(shades).size, corner: shades.at(-1).toString(16), bar: shades.filter((shade) => shade === 0xff794e1f).length };
  });
  assert.equal(corner, "ffffffff");
  assert.ok(colors > 20, `${colors} colors`);
  assert.ok(bar > 100_000, `${bar} pixels of bars`);
});

story("a browser that draws no picture says so, and what to do", async (page) => {
  await page.prepare(() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); });
  await opened(page, "half-filled-county");
  await page.press(/下载 图解（PNG/);
  await page.says(/浏览器没能画出图片/);
});

story("the print of the page has all figures in their rows, and every word", async (page) => {
  for (const name of REPORTS) {
    const draft = await opened(page, name);
    const expected = await figures(page, draft);
    const file = join(FOLDER, `${name}.pdf`);
    // Whatever is on the screen, the report is what is printed.
    if (name === REPORTS[0]) await page.goTo("三、收到和处理政府信息公开申请情况");
    writeFileSync(file, await page.paper(), "latin1");
    const read = (...how) => execFileSync(PDFTOTEXT, [...how, file, "-"], { encoding: "utf8" });
    const lines = read("-layout").split("\n").map((line) => line.trim().split(/\s+/));
    let place = 0;
    for (const [label, ...row] of expected) {
      const values = row.filter((value) => value !== "");
      if (values.length === 0) continue;
      const found = lines.findIndex((line, idx) => idx >= place && line.slice(-values.length).join(" ") === values.join(" "));
      assert.ok(found >= 0, `${name}: ${label} ${values.join(" ")}`);
      place = found + 1;
    }
    const tight = (text) => text.replace(/\s|—\s*\d+\s*—/g, "");
    const printed = tight(read());
    for (const line of Object.values(draft.narratives).flatMap((text) => text.split("\n"))) {
      assert.ok(printed.includes(tight(line)), line);
    }
  }
});

story("the page and the command line write the same bytes", async (page) => {
  for (const [name, ...options] of [["large-city"], ["half-filled-county", "--draft"]]) {
    await opened(page, name);
    const draft = join(FOLDER, `${name}.json`);
    writeFileSync(draft, (await page.download("下载草稿")).bytes);
    for (const button of [/下载 Word/, /下载 网页/, /下载 Excel/, /下载 OFD/, /下载 图解$/, /下载 CSV/, /下载 纯文本/, /下载 Markdown/, "全部打包"]) {
      const { name: file, bytes } = await page.download(button);
      const ending = file.split(".").pop();
      const native = join(FOLDER, `${name}-native.${ending}`);
      execFileSync(NIANBAO, ["convert", draft, "-o", native, ...options]);
      assert.ok(readFileSync(native).equals(bytes), `${name}.${ending}`);
    }
  }
});

story("the review sheet lists what was found and why some of it stays, as the command line writes it", async (page) => {
  await opened(page, "large-city");
  await page.goTo("基本信息");
  await page.fill("落款", "示例局");
  await page.fill("成文日期", "某日");
  await page.finds(/某日/);
  await page.unfold("情况属实，写明理由");
  await page.fill("理由", "日期由签发人填写");
  await page.key("Enter");
  await page.summary("说明：日期由签发人填写");
  await page.goTo("预览和下载");
  const words = await page.inDocument(await page.download(/下载 审核单（网页）/), () => document.body.innerText);
  assert.match(words, /签发[^]*已说明：[^]*日期由签发人填写/);
  const sheet = await page.download(/下载 审核单（Word）/);
  assert.match(sheet.name, /年度报告审核单\.docx$/);
  const draft = join(FOLDER, "reviewed.json");
  writeFileSync(draft, (await page.download("下载草稿")).bytes);
  execFileSync(NIANBAO, ["review", draft, "-o", join(FOLDER, "sheet.docx")]);
  assert.ok(sheet.bytes.equals(readFileSync(join(FOLDER, "sheet.docx"))));
});
