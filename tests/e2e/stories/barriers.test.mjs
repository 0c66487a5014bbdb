import assert from "node:assert/strict";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const PARTS = [
  "基本信息",
  "一、总体情况",
  "二、主动公开政府信息情况",
  REQUESTS,
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];
const RECEIVED = "一、本年新收政府信息公开申请数量";

const LOOKS = {
  "in light colors": (page) => page.colors("light"),
  "in dark colors": (page) => page.colors("dark"),
  "in the largest letters, dark by choice": async (page) => {
    await page.display("颜色", "深色");
    await page.display("字号", "特大（长者模式）");
  },
};

for (const [name, look] of Object.entries(LOOKS)) {
  story(`no screen has a barrier that axe knows of, ${name}`, async (page) => {
    const none = async (screen) => assert.deepEqual(await page.barriers(), [], screen);
    await page.open();
    await look(page);
    await none("no draft yet");
    await page.press("看一份示例");
    await page.isSaved();
    await page.goTo(REQUESTS);
    await page.figure(`${RECEIVED}，自然人`, "3");
    await page.finds(/申请的来路与去向不相等/);
    await page.key("Shift+ArrowRight");
    for (const part of PARTS) {
      await page.goTo(part);
      await none(part);
    }
    await page.key("Control+h");
    await page.isFocused("查找");
    await page.type("公开");
    await page.says(/找到 \d+ 处/);
    await none("find and replace");
    await page.key("Escape", "F1");
    await page.isTold("六、");
    await none("counting notes");
    await page.key("Escape");
    await page.goTo(REQUESTS);
    await page.standIn(`${RECEIVED}，总计`);
    await page.paste("1\t2\t3\r\n4\t5\t6\r\n");
    await page.says("粘贴之前，请看一下");
    await none("a pasted block");
    await page.press("不填");
    await page.press("历次修改");
    await page.press("这些修改之前");
    await page.differences();
    await none("earlier states");
    await page.press("预览和下载");
    await page.heading("预览和下载");
    await none("preview");
    const { name, bytes } = await page.download(/下载 网页/);

    const second = await page.another();
    await second.says("这份草稿正在另一个窗口中编辑");
    assert.deepEqual(await second.barriers(), [], "a draft that is open in another window");
    await second.leave();

    await page.press("全部草稿");
    await page.drafts(1);
    await none("drafts");
    await page.chooseFile("别的.txt", "会议通知");
    await page.heading("没有打开“别的.txt”");
    await none("a file that is no report");
    await page.press("返回");
    await page.chooseFile(name, bytes);
    await page.heading(`从“${name}”读到的内容`);
    await none("what was read from a file");
  });
}

story("every part can be read at 320 pixels without scrolling in two directions, in large letters too", async (page) => {
  await page.width(320);
  await page.open();
  for (const letters of ["普通", "特大（长者模式）"]) {
    await page.display("字号", letters);
    assert.ok((await page.overflow()) <= 0, "no draft yet");
    await page.press("看一份示例");
    for (const part of [...PARTS, "预览和下载"]) {
      await page.goTo(part);
      assert.ok((await page.overflow()) <= 0, `${part}, ${letters}`);
    }
    await page.press("历次修改");
    assert.ok((await page.overflow()) <= 0, "earlier states");
    await page.press("全部草稿");
  }
});

story("where the system chooses colors and asks for less motion, lines say what colors said, and nothing moves", async (page) => {
  await page.open();
  await page.systemColors();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure(`${RECEIVED}，自然人`, "3");
  await page.finds(/申请的来路与去向不相等/);
  await page.key("ArrowDown");
  assert.match(await page.outline(`${RECEIVED}，自然人`), /solid 2px/);
  await page.key("ArrowUp", "Shift+ArrowRight");
  assert.match(await page.outline(`${RECEIVED}，法人或其他组织 商业企业`), /solid 2px/);
  assert.match(await page.outline(`${RECEIVED}，自然人`), /solid 3px/);
  assert.deepEqual(await page.moving(), []);
});
