// The page without network, and the day a new version is put on the host.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BROWSERS } from "../browsers.mjs";
import { DIST, ours } from "../hosts.mjs";

/** The folder that holds the parts of one version, in a list and where it is named. */
const FOLDER = /^[0-9a-f]{16}\/$/;
const FOLDER_NAMED = /(["/])[0-9a-f]{16}\//g;
const NEXT = "0123456789abcdef";

for (const name of ["Chromium 86", "today's Chromium"]) {
  story(`after one visit the page opens, checks and writes documents without network: ${name}`, name, async (window, host) => {
    await window.open(host.address);
    await window.press("新建年报");
    await window.type("机关名称", "示例市信访局");
    await window.shows("已保存在本机浏览器");
    await kept(window);
    await host.stop();

    await window.reload();
    await window.shows("示例市信访局");
    await window.shows("待填");
    await window.press("预览和下载");
    await window.press("下载 Word");
    assert.match((await window.downloaded(".docx")).name, /示例市信访局/);
  });
}

story("a new version waits until it is wanted, and the draft goes on in it", "today's Chromium", async (window, host) => {
  await window.open(host.address);
  await window.press("新建年报");
  await kept(window);
  await window.reload();
  host.change = newer;

  await window.reload();
  await window.shows("有新版本");
  assert.doesNotMatch(await version(window), /新版/);
  await window.type("机关名称", "示例市信访局");
  // At once, before the draft is stored in its own time.
  await window.press("保存并刷新");
  await window.until(() => /新版/.test(document.getElementById("version").textContent), undefined, "the new version");
  await window.shows("示例市信访局");
  assert.equal(await window.inside(() => document.getElementById("update").hidden), true);
});

story("a window that is still open when the version changes works on with its own parts", "today's Chromium", async (window, host) => {
  await window.open(host.address);
  await window.press("新建年报");
  await kept(window);
  await window.reload();
  host.change = newer;
  await window.inside(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing || registration.waiting;
    while (coming.state !== "installed") await new Promise((done) => setTimeout(done, 20));
    // As another window of the page would.
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    coming.postMessage("take over");
    await changed;
  });
  await host.stop();
  await window.press("预览和下载");
  await window.press("下载 Word");
  await window.downloaded(".docx");
});

function story(title, browser, tell) {
  test(title, async () => {
    const host = await ours();
    let window;
    try {
      window = await BROWSERS[browser]();
      await tell(window, host);
      assert.deepEqual(window.faults, [], "the page complained");
    } finally {
      await window?.close();
      await host.stop();
    }
  });
}

/** Waits until the browser has put the page by. */
async function kept(window) {
  await window.until(() => navigator.serviceWorker.ready.then((registration) => registration.active.state === "activated"), undefined, "the page to be kept");
}

async function version(window) {
  return window.inside(() => document.getElementById("version").textContent);
}

/** The host with the next version on it: another page with parts of its own, and a list that knows them; those of today are gone. */
async function newer(name, answer) {
  if (name === "index.html") answer.body = next(answer.body);
  if (name === "offline.js") {
    const page = next(await readFile(join(DIST, "index.html")));
    const hash = createHash("sha256").update(page).digest("base64");
    answer.body = next(answer.body).replace(/("index\.html": )"[^"]+"/, `$1"sha256-${hash}"`);
  }
  const [folder] = (await readdir(DIST)).filter((entry) => FOLDER.test(entry + "/"));
  if (name.startsWith(folder)) Object.assign(answer, { status: 404, body: "gone" });
  if (name.startsWith(NEXT)) Object.assign(answer, { status: 200, body: await readFile(join(DIST, name.replace(NEXT, folder))) });
}

function next(text) {
  return String(text).replace(FOLDER_NAMED, `$1${NEXT}/`).replace('id="version">', 'id="version">新版 ');
}
