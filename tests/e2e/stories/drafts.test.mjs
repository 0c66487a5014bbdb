import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const LICENSE = "行政许可，本年处理决定数量";

story("a reload keeps everything", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.goTo("五、存在的主要问题及改进情况");
  await page.fill("五、存在的主要问题及改进情况", "第一段。\n第二段“引号”<b>不是标签</b>。");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  // No waiting for the pause: leaving the page stores what is pending.
  await page.reload();
  await page.heading(PROACTIVE);
  await page.goTo("基本信息");
  assert.equal(await page.value("机关名称"), "示例县水务局");
  await page.goTo("五、存在的主要问题及改进情况");
  assert.equal(await page.value("五、存在的主要问题及改进情况"), "第一段。\n第二段“引号”<b>不是标签</b>。");
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "12");
});

story("while the draft that was open last comes back, no other is offered", async (page) => {
  await page.prepare(() => addEventListener("DOMContentLoaded", () => {
    window.isOffered = !document.getElementById("begin").hidden;
  }));
  await page.open();
  assert.equal(await page.inside(() => window.isOffered), true);
  await page.press("新建年报");
  await page.heading("基本信息");
  await page.reload();
  assert.equal(await page.inside(() => window.isOffered), false);
  await page.heading("基本信息");
});

story("two drafts live side by side, are renamed, copied, deleted and put back", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.press("全部草稿");
  await page.drafts(1);
  await page.press("新建年报");
  await page.fill("机关名称", "示例县气象局");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "7");
  await page.press("全部草稿");
  const [latest, earlier] = await page.drafts(2);
  assert.match(latest, /示例县气象局 \d{4}年/);
  assert.match(earlier, /示例县水务局 \d{4}年/);

  await page.press(/^示例县水务局 \d{4}年/);
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "");
  await page.press("全部草稿");

  await page.more("改名", "示例县气象局");
  await page.isFocused("草稿名称");
  await page.type("不要的名字");
  await page.key("Escape");
  await page.more("改名", "示例县气象局");
  await page.isFocused("草稿名称");
  await page.type("送审");
  await page.press("改好");
  // What is there is selected, to be typed over or to be gone on with.
  await page.says("送审");
  await page.more("改名", "示例县气象局");
  await page.isFocused("草稿名称");
  assert.equal(await page.selected(), "送审");
  await page.key("End");
  await page.type("稿");
  await page.key("Enter");
  await page.says("送审稿");
  await page.more("复制", "示例县气象局");
  await page.heading("基本信息");
  await page.press("全部草稿");
  await page.drafts(3);

  await page.more("删除", "示例县水务局");
  await page.drafts(2);
  await page.press(/^放回“示例县水务局/);
  const drafts = await page.drafts(3);
  assert.ok(drafts.some((draft) => draft.includes("送审稿")));
});

story("drafts that were deleted can be put back, each of them, whatever else is told meanwhile", async (page) => {
  await page.open();
  for (const organ of ["示例县水务局", "示例县气象局"]) {
    await page.fill("机关名称", organ);
    await page.press("新建年报");
    await page.heading("基本信息");
    await page.press("全部草稿");
  }
  await page.more("删除", "示例县水务局");
  await page.more("删除", "示例县气象局");
  await page.drafts(0);
  await page.press("新建年报");
  await page.fill("机关名称", "示例县林业局");
  await page.goTo(PROACTIVE);
  await page.press("空白格全部填 0");
  await page.press("全部草稿");
  await page.press(/^放回“示例县水务局/);
  await page.press(/^放回“示例县气象局/);
  const drafts = await page.drafts(3);
  for (const organ of ["示例县水务局", "示例县气象局"]) assert.ok(drafts.some((draft) => draft.includes(organ)), organ);
});

story("two drafts of one organ and year are told apart", async (page) => {
  await page.open();
  for (let count = 0; count < 2; count++) {
    await page.fill("机关名称", "示例县水务局");
    await page.press("新建年报");
    await page.press("全部草稿");
  }
  const [latest, earlier] = await page.drafts(2);
  assert.match(latest, /示例县水务局 \d{4}年（第 2 份）/);
  assert.match(earlier, /示例县水务局 \d{4}年（第 1 份）/);
});

const FAULTS = {
  QuotaExceededError: { rename: "浏览器的存储空间已满，没有改名。", putBack: "浏览器的存储空间已满，草稿没有放回。" },
  SecurityError: { rename: "浏览器禁止本页面保存数据，没有改名。", putBack: "浏览器禁止本页面保存数据，草稿没有放回。" },
  UnknownError: { rename: "浏览器没有写成（UnknownError），没有改名。", putBack: "浏览器没有写成（UnknownError），草稿没有放回。" },
};
for (const [fault, { rename, putBack }] of Object.entries(FAULTS)) {
  story(`${fault} of the storage has a sentence of its own for each thing that fails`, async (page) => {
    await page.prepare(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...given) {
        if (window.fault) throw new DOMException("refused", window.fault);
        setItem.apply(this, given);
      };
    });
    const failing = (fault) => page.inside((fault) => { window.fault = fault; }, fault);
    await page.open();
    await page.fill("机关名称", "示例县水务局");
    await page.press("新建年报");
    await page.press("全部草稿");
    await page.drafts(1);
    await failing(fault);
    await page.more("改名", "示例县水务局");
    await page.isFocused("草稿名称");
    await page.type("送审稿");
    await page.press("改好");
    await page.says(rename);
    await page.more("删除", "示例县水务局");
    await page.press(/^放回“示例县水务局/);
    await page.says(putBack);
    await failing(undefined);
    await page.press(/^放回“示例县水务局/);
    await page.drafts(1);
  });
}

story("a draft that another window has deleted cannot be renamed, and that is said", async (page) => {
  await page.open();
  await page.fill("机关名称", "示例县水务局");
  await page.press("新建年报");
  await page.press("全部草稿");
  await page.more("改名", "示例县水务局");
  await page.isFocused("草稿名称");
  await page.inside(() => localStorage.clear());
  await page.press("改好");
  await page.says("这份草稿已不在本机（可能在另一个窗口中删除了），没有改名。");
});

story("who reports is asked on the first screen, and is known from then on", async (page) => {
  await page.open();
  await page.tabTo("机关名称");
  await page.type("示例市示例镇人民政府");
  await page.key("Enter");
  await page.heading("基本信息");
  assert.equal(await page.value("机关名称"), "示例市示例镇人民政府");
  assert.equal(await page.chosen("机关类别"), "乡镇、街道");
  await page.choose("机关级别", "乡级");
  await page.press("全部草稿");

  await page.press("新建年报");
  assert.equal(await page.value("机关名称"), "示例市示例镇人民政府");
  await page.press("全部草稿");
  await page.fill("机关名称", "示例市教育局");
  await page.press("新建年报");
  assert.equal(await page.value("机关名称"), "示例市教育局");
  assert.equal(await page.chosen("机关类别"), "政府部门");
  await page.press("全部草稿");
  await page.fill("机关名称", "示例市示例镇人民政府");
  await page.press("新建年报");
  assert.equal(await page.chosen("机关级别"), "乡级");
});

story("a full storage is told at once, work goes on, and the draft can be downloaded", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(PROACTIVE);
  await page.isSaved();
  await page.inside(() => {
    let size = 1 << 20;
    for (let key = 0; size > 0; ) {
      try {
        localStorage.setItem(`filler${key}`, "x".repeat(size));
        key += 1;
      } catch {
        size = size >> 1;
      }
    }
  });
  await page.figure(LICENSE, "41");
  await page.goTo("六、其他需要报告的事项");
  await page.fill("六、其他需要报告的事项", "本年度未收取信息处理费。".repeat(50));
  await page.says("未保存：浏览器的存储空间已满");
  // However far one scrolls, that is in view, and so is the way back.
  await page.inside(() => scrollTo(0, 100_000));
  for (const part of [".unsaved[role=alert]", ".saving", "[aria-label=撤销上一步]"]) assert.equal(await page.isInView(part), true, part);
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "41");
  const { name, bytes } = await page.download("下载草稿");
  assert.match(name, /^示例市信访局2025年.*\.json$/);
  assert.equal(JSON.parse(bytes).figures.licenses.license.decided, 41);

  // Nothing pushes the only copy off the desk.
  await page.press("全部草稿");
  await page.press("新建年报");
  await page.says("桌面上的草稿还没有保存成功");
  await page.press("回到这份草稿");
  await page.heading("基本信息");
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "41");

  await page.inside(() => Object.keys(localStorage).filter((key) => key.startsWith("filler")).forEach((key) => localStorage.removeItem(key)));
  await page.figure(LICENSE, "42");
  await page.isSaved();
  await page.reload();
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "42");
});

story("a browser that forbids storage is told of, and the page works all the same", async (page) => {
  await page.prepare(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.open();
  await page.says("浏览器禁止本页面保存数据");
  await page.press("看一份示例");
  await page.says("未保存：浏览器禁止本页面保存数据");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "5");
  const { bytes } = await page.download("下载草稿");
  assert.equal(JSON.parse(bytes).figures.licenses.license.decided, 5);
});

story("a draft that cannot be read is set aside, offered as a file, and never lost", async (page) => {
  await page.prepare(() => {
    if (!localStorage.getItem("nianbao/v1/draft/1")) localStorage.setItem("nianbao/v1/draft/1", '{"changed": 1, "report": {"form');
  });
  await page.open();
  const [entry] = await page.drafts(1);
  assert.match(entry, /无法读取的草稿/);
  const { bytes } = await page.download("下载原样内容");
  assert.equal(bytes.toString(), '{"changed": 1, "report": {"form');
  await page.press("新建年报");
  await page.press("全部草稿");
  await page.drafts(2);
});

story("the worked example is marked as such, in the page and its documents, and thrown away by one click", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.says("这是示例，机关和数字都是虚构的");
  await page.fill("机关名称", "示例市教育局");
  await page.goTo("预览和下载");
  const { bytes } = await page.download(/下载 网页/);
  assert.match(bytes.toString(), /示例（数据均为虚构，请勿发布）/);
  await page.press("全部草稿");
  await page.press("看一份示例");
  // There is one example: it is opened as it was left, and says nothing of who reports.
  assert.equal(await page.value("机关名称"), "示例市教育局");
  await page.press("全部草稿");
  await page.drafts(1);
  await page.press("新建年报");
  assert.equal(await page.value("机关名称"), "");
  await page.press("全部草稿");
  await page.press("看一份示例");
  await page.press("删除示例");
  await page.says("已删除“示例”。");
  await page.drafts(1);
  await page.press("放回“示例”");
  await page.drafts(2);
});

story("all drafts leave as one file and come back where they are missing, beside what is there", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.press("全部草稿");
  await page.press("看一份示例");
  await page.press("全部草稿");
  await page.drafts(2);
  const { name, bytes } = await page.download("备份全部草稿");
  assert.match(name, /^年报助手备份.*\.json$/);
  await page.restore(name, bytes);
  await page.says("备份中的草稿这里都有。");
  await page.more("删除", "示例县水务局");
  await page.drafts(1);
  await page.restore(name, bytes);
  await page.says("已从备份恢复 1 份草稿。");
  assert.ok((await page.drafts(2)).some((draft) => draft.includes("示例县水务局")));
  await page.restore("别的.json", "{}");
  await page.says("这不是年报助手的备份文件。");
});
