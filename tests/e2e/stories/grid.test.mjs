import assert from "node:assert/strict";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const RECEIVED = "一、本年新收政府信息公开申请数量";
const CARRIED = "二、上年结转政府信息公开申请数量";
const PROACTIVE = "二、主动公开政府信息情况";
const GRANTED = "（一）予以公开";

async function table(page) {
  await page.open();
  await page.press("新建年报");
  await page.goTo(REQUESTS);
  await page.standIn(`${RECEIVED}，自然人`);
}

story("arrows, Home, End and Ctrl move among figures; F2 moves the caret within one", async (page) => {
  await table(page);
  await page.type("12");
  await page.key("ArrowRight");
  assert.equal(await page.focused(), `${RECEIVED}，法人或其他组织 商业企业`);
  await page.key("End");
  assert.equal(await page.focused(), `${RECEIVED}，总计`);
  await page.key("Home");
  assert.equal(await page.focused(), `${RECEIVED}，自然人`);
  await page.key("F2", "ArrowLeft");
  await page.type("0");
  await page.shows(`${RECEIVED}，自然人`, "102");
  await page.key("Home");
  await page.type("1");
  await page.shows(`${RECEIVED}，自然人`, "1102");
  await page.key("Escape");
  await page.shows(`${RECEIVED}，自然人`, "12");
  await page.key("ArrowDown");
  await page.type("7");
  await page.key("Control+End");
  assert.equal(await page.focused(), "四、结转下年度继续办理，总计");
  await page.key("Control+Home");
  assert.equal(await page.focused(), `${RECEIVED}，自然人`);
  // From what is filled to its end, as in a spreadsheet.
  await page.key("Control+ArrowDown");
  assert.equal(await page.focused(), `${CARRIED}，自然人`);
});

story("typing replaces, Delete clears, and both are taken back", async (page) => {
  await table(page);
  await page.type("5");
  await page.key("Enter", "ArrowUp");
  await page.type("6");
  await page.shows(`${RECEIVED}，自然人`, "6");
  await page.key("Delete");
  await page.shows(`${RECEIVED}，自然人`, "");
  await page.key("Control+z");
  await page.shows(`${RECEIVED}，自然人`, "6");
  await page.key("Control+z");
  await page.shows(`${RECEIVED}，自然人`, "5");
  // What came back is replaced as well, not added to.
  await page.type("8");
  await page.shows(`${RECEIVED}，自然人`, "8");
  await page.key("Escape");
  await page.type("9");
  await page.shows(`${RECEIVED}，自然人`, "9");
  await page.paste("1\t2\r\n");
  await page.shows(`${RECEIVED}，自然人`, "1");
  await page.type("3");
  await page.shows(`${RECEIVED}，自然人`, "3");
});

story("a selection is added up, filled with zeros, copied, cleared and pasted elsewhere by keys alone", async (page) => {
  await table(page);
  await page.type("3");
  await page.key("ArrowRight");
  await page.type("1");
  await page.key("Home", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown");
  await page.explains("选中 6 格，合计 4，4 格没有数字");
  await page.press("选中的空白格填 0");
  await page.shows(`${CARRIED}，法人或其他组织 科研机构`, "0");
  assert.equal(await page.focused(), `${RECEIVED}，自然人`);

  await page.key("Shift+ArrowRight", "Shift+ArrowDown");
  const { text, html } = await page.copied("copy");
  assert.equal(text, "3\t1\r\n0\t0");
  assert.equal(html, "<table><tr><td>3</td><td>1</td></tr><tr><td>0</td><td>0</td></tr></table>");
  await page.copied("cut");
  await page.shows(`${RECEIVED}，法人或其他组织 商业企业`, "");
  await page.standIn(`${GRANTED}，自然人`);
  await page.paste(text, html);
  await page.shows(`${GRANTED}，法人或其他组织 商业企业`, "1");

  await page.key("Control+a");
  await page.explains(/选中 175 格/);
  await page.key("Delete");
  await page.shows(`${GRANTED}，法人或其他组织 商业企业`, "");
  await page.key("Control+z");
  await page.shows(`${GRANTED}，法人或其他组织 商业企业`, "1");
});

story("one value is put into a whole selection with Ctrl and Enter, but not into totals", async (page) => {
  await table(page);
  await page.key("Shift+End");
  await page.key("Escape");
  await page.type("2");
  await page.key("Shift+End", "Control+Enter");
  await page.shows(`${RECEIVED}，法人或其他组织 其他`, "2");
  await page.shows(`${RECEIVED}，总计`, "12");
});

story("a block that does not fit is shown before it is filled in", async (page) => {
  await table(page);
  await page.standIn(`${RECEIVED}，法人或其他组织 其他`);
  await page.paste("1\t1\t9\r\n2\t2\t9\r\n");
  await page.says("另有 2 个值没有地方填：9、9");
  await page.shows(`${RECEIVED}，法人或其他组织 其他`, "");
  await page.focusIsOnHeading();
  await page.key("Escape");
  assert.equal(await page.focused(), `${RECEIVED}，法人或其他组织 其他`);
  await page.paste("1\t1\t9\r\n2\t2\t9\r\n");
  await page.press("填入 4 格");
  await page.shows(`${CARRIED}，总计`, "2");
  await page.press("撤销");
  await page.shows(`${CARRIED}，总计`, "");
});

story("a block with merged headings goes where its headings say, wherever it is pasted", async (page) => {
  await table(page);
  const html = `<table>
    <tr><td rowspan="2"></td><td rowspan="2">自然人</td><td colspan="2">法人或其他组织</td></tr>
    <tr><td>商业企业</td><td>其他</td></tr>
    <tr><td>二、上年结转政府信息公开申请数量</td><td>4</td><td>5</td><td>6</td></tr></table>`;
  await page.paste("\t自然人\t法人或其他组织\t\r\n\t\t商业企业\t其他\r\n二、上年结转政府信息公开申请数量\t4\t5\t6\r\n", html);
  await page.says("按行和列的名称对应。");
  await page.press("填入 3 格");
  await page.shows(`${CARRIED}，自然人`, "4");
  await page.shows(`${CARRIED}，法人或其他组织 商业企业`, "5");
  await page.shows(`${CARRIED}，法人或其他组织 其他`, "6");
  await page.shows(`${RECEIVED}，自然人`, "");
});

story("the mouse selects by dragging and with Shift, and edits with a double click", async (page) => {
  await table(page);
  await page.drag(`${RECEIVED}，自然人`, `${CARRIED}，法人或其他组织 科研机构`);
  await page.explains("选中 6 格");
  await page.clickWith(["Shift"], `${RECEIVED}，法人或其他组织 商业企业`);
  await page.explains("选中 2 格");
  await page.goTo(PROACTIVE);
  await page.figure("规章，本年制发件数", "41");
  await page.figure("规章，本年制发件数", "42");
  await page.shows("规章，本年制发件数", "42");
  await page.doubleClick("规章，本年制发件数");
  await page.key("Home");
  await page.type("5");
  await page.shows("规章，本年制发件数", "542");
});

story("Enter after a run of Tabs goes to the column where the run began", async (page) => {
  await table(page);
  const [person, enterprise, research] = ["自然人", "法人或其他组织 商业企业", "法人或其他组织 科研机构"];
  await page.standIn(`${RECEIVED}，${person}`);
  await page.type("1");
  await page.key("Tab");
  await page.type("2");
  await page.key("Tab");
  await page.type("3");
  await page.key("Enter");
  await page.isFocused(`${CARRIED}，${person}`);
  // A run that is broken off begins where the clerk goes on.
  await page.key("Tab", "ArrowRight", "Tab", "Shift+Tab");
  await page.isFocused(`${CARRIED}，${research}`);
  await page.key("Enter");
  assert.notEqual(await page.focused(), `${CARRIED}，${research}`);
  assert.match(await page.focused(), /科研机构$/);
  await page.standIn(`${RECEIVED}，${enterprise}`);
  await page.key("Enter");
  await page.isFocused(`${CARRIED}，${enterprise}`);
});
