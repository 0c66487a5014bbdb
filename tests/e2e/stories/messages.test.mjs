// What was just done is told for a while, on its own screen, and stands over nothing.
import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const FILLED = /^已把.*填为 0/;

story("a message goes away by itself, but not from under the pointer", async (page) => {
  await page.ownTime();
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.press("空白格全部填 0");
  assert.match(await page.message(), FILLED);
  await page.pointAtMessage();
  await page.timeGoesBy();
  assert.match(await page.message(), FILLED);
  await page.pointElsewhere();
  await page.timeGoesBy();
  await page.isToldNoMore();
});

story("a message ends with its screen, and that of the new screen stays", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.press("空白格全部填 0");
  assert.match(await page.message(), FILLED);
  await page.goTo("基本信息");
  await page.isToldNoMore();
  // Taking back leads to another part, and is told there.
  await page.key("Control+z");
  await page.heading(PROACTIVE);
  assert.match(await page.message(), /^已撤销：把/);
});

for (const [width, height] of [[1366, 768], [1920, 1080], [1024, 600], [800, 600], [390, 844]]) {
  story(`at ${width} by ${height} a message stands over no control, and what is always needed is in view`, async (page) => {
    await page.size(width, height);
    await page.open();
    await page.press("新建年报");
    await page.goTo(PROACTIVE);
    await page.press("空白格全部填 0");
    assert.match(await page.message(), FILLED);
    assert.deepEqual(await page.underMessage(), []);
    await page.inside(() => scrollTo(0, 400));
    for (const part of [".saving", "[aria-label=撤销上一步]", ".news"]) assert.equal(await page.isInView(part), true, part);
    assert.deepEqual(await page.underMessage(), []);
  });
}
