import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PARTS = [
  "基本信息",
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "六、其他需要报告的事项",
];
const RECEIVED = "一、本年新收政府信息公开申请数量";

for (const colors of ["light", "dark"]) {
  story(`no screen has a barrier that axe knows of, in ${colors} colors`, async (page) => {
    await page.colors(colors);
    await page.open();
    assert.deepEqual(await page.barriers(), [], "no draft yet");
    await page.press("看一份示例");
    await page.isSaved();
    await page.goTo("三、收到和处理政府信息公开申请情况");
    await page.figure(`${RECEIVED}，自然人`, "3");
    await page.finds(/申请的来路与去向不相等/);
    await page.key("Shift+ArrowRight");
    for (const part of PARTS) {
      await page.goTo(part);
      assert.deepEqual(await page.barriers(), [], part);
    }
    await page.goTo("三、收到和处理政府信息公开申请情况");
    await page.standIn(`${RECEIVED}，总计`);
    await page.paste("1\t2\t3\r\n4\t5\t6\r\n");
    await page.says("粘贴之前，请看一下");
    assert.deepEqual(await page.barriers(), [], "a pasted block");
    await page.press("不填");
    await page.press("预览和下载");
    await page.heading("预览和下载");
    assert.deepEqual(await page.barriers(), [], "preview");
    await page.press("全部草稿");
    await page.drafts(1);
    assert.deepEqual(await page.barriers(), [], "drafts");
  });
}

story("every part can be read at 320 pixels without scrolling in two directions", async (page) => {
  await page.width(320);
  await page.open();
  assert.ok((await page.overflow()) <= 0, "no draft yet");
  await page.press("看一份示例");
  for (const part of PARTS) {
    await page.goTo(part);
    assert.ok((await page.overflow()) <= 0, part);
  }
});
