// Every screen has an address: back and forward go by it, and a reload comes back to it.
import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const REQUESTS = "三、收到和处理政府信息公开申请情况";
const LICENSE = "行政许可，本年处理决定数量";
const START = "政府信息公开工作年度报告";

story("back and forward go through the screens as they were gone through, and never out of the page", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.heading("基本信息");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.goTo(REQUESTS);
  await page.goTo("预览和下载");
  await page.press("历次修改");
  await page.heading("历次修改");

  await page.back();
  await page.heading("预览和下载");
  await page.back();
  await page.heading(REQUESTS);
  await page.back();
  await page.heading(PROACTIVE);
  await page.shows(LICENSE, "12");
  await page.forward();
  await page.heading(REQUESTS);
  for (let steps = 0; steps < 3; steps++) await page.back();
  await page.heading(START);
  // The draft is opened again where one goes forward.
  await page.forward();
  await page.heading("基本信息");
  await page.isSaved();
});

story("a reload comes back to the part and the figure, in whichever draft that is", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.isAt("/cell:licenses:license:decided");
  await page.isSaved();
  const address = await page.address();
  await page.reload();
  await page.heading(PROACTIVE);
  await page.isFocused(LICENSE);
  await page.isAt("/cell:licenses:license:decided");
  assert.equal(await page.address(), address);

  await page.press("全部草稿");
  await page.isAt("#/");
  await page.press("新建年报");
  await page.goTo("预览和下载");
  await page.reload();
  await page.heading("预览和下载");
  await page.openAt(address);
  await page.heading(PROACTIVE);
  await page.shows(LICENSE, "12");
});

story("an address that leads nowhere shows the drafts", async (page) => {
  await page.openAt("#/nobody/requests");
  await page.heading(START);
  await page.openAt("#main");
  await page.heading(START);
  await page.press("新建年报");
  await page.heading("基本信息");
});

story("the link to the text of the page leads to no other screen", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.inside(() => document.querySelector("a.skip").click());
  await page.heading(PROACTIVE);
  await page.goTo(REQUESTS);
  await page.back();
  await page.heading(PROACTIVE);
});
