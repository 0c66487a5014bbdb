import assert from "node:assert/strict";
import { story } from "../page.mjs";

story("the page opens from a sub-path and asks nobody for anything more", async (page) => {
  await page.open();
});

story("the page's policy refuses code that is not its own, and other hosts", async (page) => {
  await page.open();
  assert.equal(await page.evaluates("1 + 1"), "EvalError");
  assert.equal(await page.fetches("http://127.0.0.1:9/"), "TypeError");
  page.complainsOnlyOf(/Content Security Policy/);
});

story("a page that did not arrive whole says so", async (page) => {
  assert.match(await page.openWithout("**/*.wasm"), /没有下载完整。请检查网络后刷新重试。/);
  page.complainsOnlyOf(/ERR_FAILED/);
});
