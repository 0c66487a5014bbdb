import assert from "node:assert/strict";
import { story } from "../story.mjs";

const NEW = "一、本年新收政府信息公开申请数量";
const OVER = "二、上年结转政府信息公开申请数量";

story("a table is filled in by keyboard; totals follow and explain themselves", async (page) => {
  await page.open();
  await page.begin();
  await page.goTo("三、");
  await page.focus(`${NEW}，自然人`);
  for (const figure of ["2", "1", "0", "0", "0"]) {
    await page.type(figure);
    await page.key("Tab");
  }
  assert.equal(await page.focused(), `${NEW}，法人或其他组织 其他`);
  await page.key("ArrowRight");
  assert.match(await page.explanation(), /自然人 2 \+ 商业企业 1 .*已有 3；其他没有数字，还不能合计/);
  await page.key("ArrowLeft");
  await page.type("１");
  await page.until(() => page.value(`${NEW}，总计`), "4");
  await page.key("Enter");
  assert.equal(await page.focused(), `${OVER}，法人或其他组织 其他`);
  await page.key("Shift+Tab");
  assert.equal(await page.focused(), `${OVER}，法律服务机构`);
});
