// What is stored may be damaged, and the clock may be wrong: work goes on, and what could not be read is told.
import assert from "node:assert/strict";
import { story } from "../page.mjs";

const REPORT = { format: "nianbao-report", version: 2, edition: 2021, organ: { name: "示例县水务局", kind: "department", level: "county" }, year: 2024 };
const LOST = "以前的修改记录有一部分读不出来";

/** Puts a draft where the page finds it at its first start, as text: some numbers are none of JavaScript's. */
function stored(page, draft) {
  return page.prepare((draft) => {
    if (sessionStorage.getItem("prepared")) return;
    sessionStorage.setItem("prepared", "yes");
    localStorage.setItem("nianbao/v1/draft/1", draft);
  }, draft);
}

for (const changed of ["9223372036854775807", "18446744073709551615", "-9223372036854775808", "1e300", "\"gestern\""]) {
  story(`a draft that says it was stored at ${changed} opens, is changed, and opens again`, async (page) => {
    await stored(page, `{"name":"n","changed":${changed},"report":${JSON.stringify(REPORT)}}`);
    await page.open();
    const [entry] = await page.drafts(1);
    assert.match(entry, /时间不明/);
    await page.press(/^示例县水务局 2024年/);
    for (const name of ["示例县气象局", "示例县林业局"]) {
      await page.fill("机关名称", name);
      await page.isSaved();
      await page.reload();
      assert.equal(await page.value("机关名称"), name);
    }
    await page.press("全部草稿");
    const [after] = await page.drafts(1);
    assert.doesNotMatch(after, /时间不明|无法读取/);
  });
}

const step = (what, at, removed, inserted) => ({ what, time: 1, at, removed, inserted });
const HISTORIES = {
  "is no history": "[1, 2]",
  "lacks a field": { steps: [{ what: "填写" }], n_done: 1 },
  "counts more steps than it has": { steps: [], n_done: 7 },
  "was written beside another text": { steps: [step("填写甲", 5, "x", "yy"), step("填写乙", 900_000, "", "z")], n_done: 2 },
};
for (const [what, history] of Object.entries(HISTORIES)) {
  story(`a history that ${what} is told of, and taking back begins anew`, async (page) => {
    await stored(page, JSON.stringify({ name: "", changed: 5, report: REPORT, history }));
    await page.open();
    await page.press(/^示例县水务局 2024年/);
    await page.says(LOST);
    await page.press("历次修改");
    await page.says("没有可以恢复的修改。");
    await page.goTo("基本信息");
    await page.fill("机关名称", "示例县气象局");
    await page.key("Control+z");
    await page.shows("机关名称", "示例县水务局");
    await page.key("Control+y");
    await page.shows("机关名称", "示例县气象局");
    await page.isSaved();
    await page.reload();
    await page.key("Control+z");
    await page.shows("机关名称", "示例县水务局");
  });
}

story("a clock that is set back a year neither joins steps nor hides what was typed last", async (page) => {
  await page.prepare(() => {
    const now = Date.now;
    window.back = 0;
    Date.now = () => now() - window.back;
  });
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.isSaved();
  await page.inside(() => { window.back = 365 * 86_400_000; });
  await page.fill("机关名称", "示例县气象局");
  await page.isSaved();
  await page.key("Control+z");
  await page.shows("机关名称", "示例县水务局");
  await page.key("Control+y");
  await page.isSaved();
  await page.reload();
  assert.equal(await page.value("机关名称"), "示例县气象局");
});
