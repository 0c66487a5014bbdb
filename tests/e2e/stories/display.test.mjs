import assert from "node:assert/strict";
import { story } from "../page.mjs";

story("colors and letters are chosen, kept in the browser, and follow the system where nothing is chosen", async (page) => {
  await page.colors("light");
  await page.open();
  assert.deepEqual(await page.looks(), { isDark: false, letters: 16 });
  await page.display("颜色", "深色");
  await page.display("字号", "大字");
  assert.deepEqual(await page.looks(), { isDark: true, letters: 20 });
  await page.reload();
  assert.deepEqual(await page.looks(), { isDark: true, letters: 20 });
  await page.colors("dark");
  await page.display("颜色", "浅色");
  await page.display("字号", "特大（长者模式）");
  assert.deepEqual(await page.looks(), { isDark: false, letters: 24 });
  await page.display("颜色", "跟随系统");
  await page.display("字号", "普通");
  assert.deepEqual(await page.looks(), { isDark: true, letters: 16 });
  await page.colors("light");
  assert.deepEqual(await page.looks(), { isDark: false, letters: 16 });
});

story("where nothing can be kept, the choice lasts as long as the window", async (page) => {
  await page.prepare(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  await page.open();
  await page.display("颜色", "深色");
  assert.equal((await page.looks()).isDark, true);
});

story("what was chosen is there before the page's program has started, so nothing flashes", async (page) => {
  await page.prepare(() => addEventListener("DOMContentLoaded", () => {
    const { backgroundColor, fontSize } = getComputedStyle(document.body);
    window.atFirst = `${backgroundColor} ${fontSize}, ${document.getElementById("loading") ? "loading" : "started"}`;
  }));
  await page.colors("light");
  await page.open();
  await page.display("颜色", "深色");
  await page.display("字号", "大字");
  await page.reload();
  assert.equal(await page.inside(() => window.atFirst), "rgb(17, 22, 28) 20px, loading");
});
