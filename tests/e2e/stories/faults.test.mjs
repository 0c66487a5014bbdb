// Hosts and browsers that cannot bring the page to life: it says so in words, and never stays white.
import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSERS } from "../browsers.mjs";
import { DIST, ours } from "../hosts.mjs";

const OLD = "Chromium 86";
const NEW = "today's Chromium";

fault("a program that the host does not have", [OLD, NEW], /网站上缺少本页面的文件.*web_bg\.wasm：404/, (name, answer) => {
  if (name.endsWith("web_bg.wasm")) Object.assign(answer, { status: 404, body: "not found" });
});

fault("a host that answers with its first page instead", [NEW], /网站上缺少本页面的文件.*web_bg\.wasm：200 text\/html/, (name, answer) => {
  if (name.endsWith("web_bg.wasm")) Object.assign(answer, { headers: { "content-type": "text/html; charset=utf-8" }, body: "<title>首页</title>" });
});

fault("scripts sent as something else", [OLD, NEW], /\.js 文件的类型应为 text\/javascript，现为 text\/plain/, (name, answer) => {
  if (name.endsWith("web.js")) answer.headers["content-type"] = "text/plain";
});

fault("a program that was cut off", [NEW], /浏览器没能启动本页面/, (name, answer) => {
  if (name.endsWith("web_bg.wasm")) answer.body = answer.body.subarray(0, 1000);
});

fault("a host whose policy forbids WebAssembly", [OLD, NEW], /被安全策略禁止运行 WebAssembly/, (name, answer) => {
  answer.headers["content-security-policy"] = "script-src 'self'";
});

fault("a browser without WebAssembly", [NEW], /内核太旧，或关闭了 WebAssembly/, () => {}, () => delete window.WebAssembly);

test("the page opens although the host does not know what wasm is", () => opened(OLD, async (window, host) => {
  await window.open(host.address);
}, (name, answer) => {
  if (name.endsWith(".wasm")) answer.headers["content-type"] = "application/octet-stream";
}));

test("where not even the first script arrives, a sentence comes up by itself", () => opened(OLD, async (window, host) => {
  await window.visit(host.address);
  await window.until(() => document.readyState === "complete", undefined, "what does arrive");
  // The browser's own clock would take fifteen seconds.
  const isSeen = () => getComputedStyle(document.getElementById("late")).visibility === "visible";
  assert.equal(await window.inside(isSeen), false);
  await window.inside(() => document.getAnimations().forEach((animation) => animation.finish()));
  assert.equal(await window.inside(isSeen), true);
}, (name, answer) => {
  if (name.endsWith("boot.js")) Object.assign(answer, { status: 404, body: "not found" });
}));

test("the page of a host, opened from a folder, names the file that can be", () => opened(NEW, async (window) => {
  const said = await window.openInVain(pathToFileURL(join(DIST, "index.html")).href);
  assert.match(said, /请双击同一文件夹里的 nianbao\.html/);
}));

const program = held("web_bg.wasm");
test("how far the program is shows while it arrives", () => opened(NEW, async (window, host) => {
  await window.visit(host.address);
  await window.until(() => document.getElementById("bar").position > 0.2, undefined, "the bar to move");
  assert.equal(await window.inside(() => document.getElementById("bar").position < 0.8), true);
  program.release();
  await window.isOpen();
}, program));

for (const browser of [OLD, NEW, "Firefox"]) {
  const program = held("web_bg.wasm");
  test(`while the program arrives, one names the organ and begins: ${browser}`, () => opened(browser, async (window, host) => {
    await visitFirstScreen(window, host);
    await window.type("机关名称", "示例市信访局");
    await window.key("Enter");
    await window.key("Enter");
    await window.shows("随后新建年报");
    program.release();
    await window.shows("已保存在本机浏览器");
    await window.holds("机关名称", "示例市信访局");
    assert.equal(await window.inside(nDrafts), 1);

    await window.reload();
    await window.holds("机关名称", "示例市信访局");
    assert.equal(await window.inside(nDrafts), 1);
  }, program));
}

const late = held("web_bg.wasm");
test("the program arrives while one types, and nobody is interrupted", () => opened(NEW, async (window, host) => {
  await visitFirstScreen(window, host);
  await window.type("机关名称", "示例街道");
  await window.key("Enter");
  await window.shows("随后新建年报");
  // Who goes on typing has not finished yet.
  await window.key("1");
  await window.shows("改好后请再点一次“新建年报”");
  late.release();
  await window.isOpen();
  await window.key("2");
  await window.holds("机关名称", "示例街道12");
  assert.equal(await window.inside(nDrafts), 0);

  await window.reload();
  await window.holds("机关名称", "示例街道12");
  await window.press("新建年报");
  await window.shows("示例街道12");
  await window.press("全部草稿");
  await window.reload();
  await window.holds("机关名称", "");
}, late));

for (const part of ["web_bg.wasm", "rest.wasm", "judge_bg.wasm"]) {
  const slow = held(part);
  test(`while ${part} arrives, one asks twice for the example, and gets it once`, () => opened(NEW, async (window, host) => {
    await visitFirstScreen(window, host);
    await window.press("看一份示例");
    await window.press("看一份示例");
    slow.release();
    await window.shows("这是示例");
    await window.shows("已保存在本机浏览器");
    assert.equal(await window.inside(nDrafts), 1);
  }, slow));
}

const MEANWHILE = {
  "begins a report": async (window) => {
    await window.press("新建年报");
    await window.press("全部草稿");
  },
  "goes on typing": (window) => window.type("机关名称", "示例街道"),
  "closes the message": (window) => window.inside(() => document.querySelector("[aria-label=关闭这条消息]").click()),
};
for (const [what, act] of Object.entries(MEANWHILE)) {
  const slow = held("rest.wasm");
  test(`who asks for the example, and ${what} while it loads, is not taken there`, () => opened(NEW, async (window, host) => {
    await window.open(host.address);
    await window.press("看一份示例");
    await window.shows("示例正在载入");
    await window.shows("本机的草稿：正在载入");
    await act(window);
    await window.until(() => !document.body.innerText.includes("示例正在载入"), undefined, "the message to go");
    slow.release();
    await window.until(() => document.querySelector("#start h2"), undefined, "the rest of the page");
    assert.equal(await window.inside(() => document.body.innerText.includes("这是示例")), false);
    assert.equal(await window.inside(nDrafts), what === "begins a report" ? 1 : 0);
  }, slow));
}

for (const [part, said] of [["web_bg.wasm", "文件请在打开以后再拖一次"], ["rest.wasm", "页面还没有全部载入，请稍候再试"]]) {
  const slow = held(part);
  test(`a file dropped before ${part} is here is asked for again`, () => opened(NEW, async (window, host) => {
    await visitFirstScreen(window, host);
    if (part === "rest.wasm") await window.isOpen();
    await window.inside(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "去年.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await window.shows(said);
    slow.release();
    await window.shows("选择文件");
  }, slow));
}

/** Opens the page, as far as its first screen, which can be used before the program is here. */
async function visitFirstScreen(window, { address }) {
  await window.visit(address);
  await window.until(() => document.getElementById("begin")?.hidden === false, undefined, "the first screen");
}

/** How many drafts are stored; for the page. */
function nDrafts() {
  return Object.keys(localStorage).filter((key) => key.startsWith("nianbao/v1/draft/")).length;
}

/** Sends half of a file, and the rest once it is released. */
function held(file) {
  let release;
  const isReleased = new Promise((done) => { release = done; });
  const hold = (name, answer) => {
    if (!name.endsWith(file)) return;
    const { body } = answer;
    answer.body = (async function* () {
      yield body.subarray(0, body.length / 2);
      await isReleased;
      yield body.subarray(body.length / 2);
    })();
  };
  return Object.assign(hold, { release });
}

function fault(title, browsers, sentence, change, prepare) {
  for (const browser of browsers) {
    test(`${title}: ${browser}`, () => opened(browser, async (window, host) => {
      if (prepare) await window.prepare(prepare);
      assert.match(await window.openInVain(host.address), sentence);
      assert.equal(await window.inside(() => document.querySelectorAll("#begin :enabled").length), 0);
    }, change));
  }
}

async function opened(browser, tell, change) {
  const host = await ours(change);
  let window;
  try {
    window = await BROWSERS[browser]();
    await tell(window, host);
  } finally {
    await window?.close();
    await host.stop();
  }
}
