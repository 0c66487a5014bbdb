// The main story, wherever the page is and whatever it is opened in: open, fill in, be checked, reload, download.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { BROWSERS } from "../browsers.mjs";
import { DIST, busybox, nginx, python } from "../hosts.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const RECEIVED = "一、本年新收政府信息公开申请数量";
const PARTS = ["基本信息", "一、总体情况", "二、主动公开政府信息情况", REQUESTS, "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];
/** The first cell of each table. */
const FIRST = { [PARTS[2]]: "规章，本年制发件数", [REQUESTS]: `${RECEIVED}，自然人`, [PARTS[4]]: "行政复议 结果维持" };
/** What the programs beside the page consist of: asked for late, but from where the page came. */
const LATE_PARTS = /\/(rest|worker_loader|judge|write|read|rarer)(_bg)?\.(js|wasm)(#|$)/;

const oneFile = async () => ({ address: pathToFileURL(join(DIST, "nianbao.html")).href, stop: async () => {} });

for (const [browser, open] of Object.entries(BROWSERS)) {
  const places = { "nginx under a path": nginx, "one file in a folder": oneFile };
  if (browser === "today's Chromium") Object.assign(places, { "Python's http.server": python, "busybox httpd": busybox });
  for (const [place, host] of Object.entries(places)) {
    test(`a report is filled in, kept and downloaded: ${browser}, ${place}`, async () => {
      const { address, stop } = await host();
      let window;
      try {
        window = await open();
        await tell(window, address);
      } finally {
        await window?.close();
        await stop();
      }
    });
  }
}

/** All parts by 下一步 with a figure in each table, then out of order: what is on the screen is compared with the report at each step. */
async function walk(window) {
  for (const part of PARTS) {
    await window.shows(part);
    if (FIRST[part]) await window.type(FIRST[part], "2");
    await window.press("下一步：");
  }
  for (const part of [4, 2, 3, 0, 3, 4, 2, 6, 3, 1, 5].map((idx) => PARTS[idx])) {
    await window.press(part);
    await window.shows(part);
  }
  await window.press(REQUESTS);
  await window.type(FIRST[REQUESTS], "0");
}

async function tell(window, address) {
  await window.open(address);
  const loaded = window.requests.length;
  await window.press("新建年报");
  await window.type("机关名称", "示例市信访局");
  await walk(window);
  await window.press(REQUESTS);
  await window.type(`${RECEIVED}，自然人`, "3");
  await window.key("ArrowRight");
  await window.key("4");
  await window.holds(`${RECEIVED}，法人或其他组织 商业企业`, "4");
  await window.key("z", "Control");
  await window.holds(`${RECEIVED}，法人或其他组织 商业企业`, "");
  await window.key("y", "Control");
  await window.holds(`${RECEIVED}，法人或其他组织 商业企业`, "4");
  await window.key("Delete");
  await window.press("空白格全部填 0");
  await window.holds(`${RECEIVED}，总计`, "3");
  await window.shows("3 + 0 = 3 ≠ 0 + 0 = 0，相差 3");
  await window.shows("已保存在本机浏览器");

  await window.reload();
  await window.shows("示例市信访局");
  await window.press(REQUESTS);
  await window.holds(`${RECEIVED}，自然人`, "3");

  await window.press("预览和下载");
  await window.press("下载 Word");
  const { name, bytes } = await window.downloaded(".docx");
  assert.match(name, /示例市信访局/);
  assert.equal(bytes.subarray(0, 2).toString(), "PK");

  assert.deepEqual(window.faults, [], "the page complained");
  const home = address.replace(/[^/]*$/, "");
  // These name something that is in the browser already.
  const asked = window.requests.filter((url) => !/^(blob|data):/.test(url));
  assert.deepEqual(asked.filter((url) => !url.startsWith(home)), [], "requests to somebody else");
  if (address.startsWith("file:")) assert.deepEqual(asked.filter((url) => url !== address), [], "requests of the one file");
  const first = new Set(asked.slice(0, loaded));
  // The picture in the tab is fetched by the browser itself, when it likes.
  const isIcon = (url) => url.endsWith("/icon.svg");
  const later = asked.slice(loaded).filter((url) => !first.has(url.split("#")[0]) && !LATE_PARTS.test(url) && !isIcon(url));
  assert.deepEqual(later, [], "requests after loading");
}
