// A program beside the page that stops is told of at once, and the next piece of work goes well.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS } from "../browsers.mjs";
import { ours } from "../hosts.mjs";

const STOPPED = "处理程序中途停止了";

const SOUND = ["示例市信访局2025年政府信息公开工作年度报告", "一、总体情况", "全年主动公开信息18条。", "五、存在的主要问题及改进情况", "更新不够及时。", "六、其他需要报告的事项", "未收取信息处理费。"].join("\n");

/** What stops a program where it takes something that says so: a real `unreachable`, met while it works. */
const TRAP = `
  (() => {
    const stop = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f();
    const isTrap = (bytes) => bytes instanceof Uint8Array && bytes.length < 100 && new TextDecoder().decode(bytes).includes("TRAP");
    const { set } = Uint8Array.prototype;
    Uint8Array.prototype.set = function (bytes, ...place) {
      if (isTrap(bytes)) stop();
      return set.call(this, bytes, ...place);
    };
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = function (text, into) {
      if (text.includes("TRAP")) stop();
      return encodeInto.call(this, text, into);
    };
  })();
`;

const traps = (name, answer) => {
  if (/(judge|read)\.js$/.test(name)) answer.body = Buffer.concat([answer.body, Buffer.from(TRAP)]);
};

for (const browser of Object.keys(BROWSERS)) {
  test(`a file that stops the program is refused at once, and the next is read: ${browser}`, () => opened(browser, async (window) => {
    await window.shows("打开已有的年报");
    for (const name of ["坏一.pdf", "坏二.pdf"]) {
      await drop(window, name, "TRAP");
      await window.shows(`没有打开“${name}”`);
      await window.shows(STOPPED);
      await window.press("返回");
    }
    await drop(window, "好.txt", SOUND);
    await window.shows("从“好.txt”读到的内容");
  }));
}

test("a report that stops the program that judges is told of, kept, and judged again once it is mended", () => opened("today's Chromium", async (window) => {
  await window.press("新建年报");
  await window.shows("待填");
  await window.type("机关名称", "示例TRAP县");
  await window.shows(`没有检查：${STOPPED}`);
  await window.press("再检查一次");
  await window.shows(`没有检查：${STOPPED}`);
  await window.shows("已保存在本机浏览器");
  await window.type("机关名称", "示例市信访局");
  await window.until(() => !document.body.innerText.includes("没有检查"), undefined, "the report to be judged again");
  await window.shows("待填");
}));

/** Drops a file where files are opened. */
async function drop(window, name, text) {
  await window.until(() => document.querySelector(".ways-in") !== null, undefined, "the place for files");
  await window.inside(([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.querySelector(".ways-in").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);
}

async function opened(browser, tell) {
  const host = await ours(traps);
  let window;
  try {
    window = await BROWSERS[browser]();
    await window.open(host.address);
    await tell(window);
    assert.deepEqual(window.faults, [], "the page complained");
  } finally {
    await window?.close();
    await host.stop();
  }
}
