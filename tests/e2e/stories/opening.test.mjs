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
story("a page that breaks says what is safe and what to do", async (page) => {
  await page.open();
  await page.breaks();
  await page.says(/页面出现故障，已停止工作。最近一次自动保存的内容仍在本浏览器中，请刷新页面继续/);
  page.complainsOnlyOf(/unreachable/);
});

story("without the rest of the page one can type and save, is told, and tries again", async (page) => {
  await page.losing("**/rest.wasm");
  await page.open();
  await page.press("新建年报");
  await page.says("页面还缺一部分");
  await page.fill("机关名称", "示例市教育局");
  await page.isSaved();
  await page.regaining("**/rest.wasm");
  await page.press("再试一次");
  await page.summary(/离发布还差/);
  page.complainsOnlyOf(/Failed to load resource/);
});

story("without the program that judges, one can type and save, and is told", async (page) => {
  await page.open();
  await page.losing("**/judge_bg.wasm");
  await page.press("新建年报");
  await page.summary(/没有检查：处理程序没有启动/);
  await page.fill("机关名称", "示例市教育局");
  await page.isSaved();
});
