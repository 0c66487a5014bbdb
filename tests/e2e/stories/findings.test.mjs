import assert from "node:assert/strict";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const RECEIVED = "一、本年新收政府信息公开申请数量，自然人";

story("a mistake that would explain an error is offered, mended with one click, and taken back", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "20");
  await page.summary(/错误 1 处/);
  await page.summary(/可能多写或少写了末尾的 0/);
  await page.press(/照此修改：可能多写或少写了末尾的 0：一、本年新收.*20 → 2/);
  await page.shows(RECEIVED, "2");
  await page.summary("没有发现问题，可以送审、发布。");
  await page.press("撤销");
  await page.shows(RECEIVED, "20");
  await page.summary(/错误 1 处/);
});

story("a finding is set aside with a reason, which lasts until the numbers change", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("二、主动公开政府信息情况");
  await page.figure("规章，本年制发件数", "/");
  await page.unfold("情况属实，写明理由");
  await page.fill("理由", "本机关无规章制定权");
  await page.key("Enter");
  await page.summary("已说明 1 处");
  await page.reload();
  await page.summary("说明：本机关无规章制定权");
  await page.goTo("二、主动公开政府信息情况");
  await page.figure("规章，本年制发件数", "-");
  await page.summary("情况属实，写明理由");
  await page.standIn("规章，本年废止件数");
  await page.figure("规章，本年制发件数", "/");
  await page.summary("说明：本机关无规章制定权");
  await page.press("重新列为问题");
  await page.summary("情况属实，写明理由");
});

story("F8 leads from one problem to the next, across parts, and back; each is told where it stands", async (page) => {
  const requests = "三、收到和处理政府信息公开申请情况";
  const received = "一、本年新收政府信息公开申请数量，自然人";
  await page.open();
  await page.press("看一份示例");
  await page.standIn("成文日期");
  await page.fill("成文日期", "某日");
  await page.goTo(requests);
  await page.figure(received, "3");
  await page.isPart(requests, "有问题");
  await page.explains(/错误：.*自然人：3 \+ 0 = 3 ≠ 2 \+ 0 = 2/);
  await page.isPart(requests, /^\d+ 处$/);
  await page.finds(/某日/);

  await page.goTo("六、其他需要报告的事项");
  // From the end to the beginning.
  await page.key("F8");
  await page.isFocused("成文日期");
  await page.says(/[:：].*某日/);
  // The text that states another number than the table.
  await page.key("F8");
  await page.isFocused("（二）依申请公开");
  await page.key("F8");
  await page.heading(requests);
  await page.isFocused(received);
  await page.key("Shift+F8");
  await page.isFocused("（二）依申请公开");
  await page.key("Shift+F8");
  await page.isFocused("成文日期");

  await page.choose("只看哪一部分的问题", "申请办理");
  await page.findsNo(/某日/);
  await page.key("F8");
  await page.isFocused("（二）依申请公开");
  await page.key("F8");
  await page.isFocused(received);
  await page.key("2");
  await page.findsNo(/申请的来路与去向不相等/);
  await page.key("F8");
  await page.says("没有列出的问题。");
});

story("a problem that is settled by a click leads on to the next one", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("基本信息");
  await page.fill("成文日期", "某日");
  await page.isMarked("成文日期", true);
  await page.goTo(REQUESTS);
  await page.figure(RECEIVED, "20");
  await page.press(/照此修改：可能多写或少写了末尾的 0：一、本年新收.*20 → 2/);
  await page.isFocused("成文日期");
  await page.unfold("情况属实，写明理由");
  await page.fill("理由", "日期待定");
  await page.key("Enter");
  // Nothing is left: what was done can still be taken back from the message.
  await page.focusIsOnHeading();
  await page.says("已记下说明");
  // What was set aside is no problem any more, neither for the keys nor at its place.
  await page.summary("没有发现问题");
  await page.key("F8");
  await page.focusIsOnHeading();
  await page.goTo("基本信息");
  await page.isMarked("成文日期", false);
});

story("what a local notice asks for is checked once it is understood, and kept with the draft", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.unfoldField("本地要求");
  await page.fill("总体情况字数上限", "不多于一页");
  await page.key("Enter");
  await page.says("没有看懂，暂不核对");
  await page.fill("总体情况字数上限", "20字");
  await page.key("Enter");
  await page.summary(/本地要求不超过 20 字/);
  await page.fill("公开期限", "1月1日");
  await page.key("Enter");
  await page.summary(/1月1日（本地要求）/);
  await page.reload();
  await page.goTo("基本信息");
  assert.equal(await page.value("公开期限"), "1月1日");
});
