import assert from "node:assert/strict";
import { story } from "../story.mjs";

story("the page opens from a sub-path and asks nobody for anything more", async (page) => {
  await page.open();
});

story("the page's policy refuses foreign code and other hosts", async (page) => {
  await page.open();
  assert.equal(await page.tryToRun("1 + 1"), "EvalError");
  assert.equal(await page.tryToFetch("http://127.0.0.1:9/"), "TypeError");
  page.complaints.length = 0;
});

story("a page that did not arrive whole says so", async (page) => {
  const said = await page.openWithout("**/*.wasm");
  assert.match(said, /没有下载完整。请检查网络后刷新重试/);
  page.complaints.length = 0;
});
