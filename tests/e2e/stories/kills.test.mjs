// What the page said was saved is there after the browser was killed, whenever that was.
// NIANBAO_KILLS=9 kills so often in each browser and place (54 kills in all); without it once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mortal } from "../browsers.mjs";
import { DIST, ours } from "../hosts.mjs";

/** Seconds from the line to the kill, spread over 0.1 to 10. */
const DELAYS = [0.1, 0.6, 3.6, 0.2, 10, 0.4, 1, 2, 6];
const N_KILLS = Number(process.env.NIANBAO_KILLS ?? 1);

const PROACTIVE = "二、主动公开政府信息情况";
const LICENSE = "行政许可，本年处理决定数量";
const ONE_FILE = { address: pathToFileURL(join(DIST, "nianbao.html")).href, stop: async () => {} };

for (const browser of ["Chromium 86", "today's Chromium", "Firefox"]) {
  for (const [place, host] of [["hosted", ours], ["one file", async () => ONE_FILE]]) {
    test(`what was shown as saved outlasts a kill: ${browser}, ${place}`, async (t) => {
      const profile = await mkdtemp(join(tmpdir(), "nianbao-killed-"));
      const { address, stop } = await host();
      let window;
      try {
        window = await mortal(browser, profile);
        await window.open(address);
        for (let round = 0; round < N_KILLS; round++) {
          const delay = DELAYS[round % DELAYS.length];
          const figure = String(100 + round);
          if (round === 0) await begin(window);
          await window.press(PROACTIVE);
          await window.type(LICENSE, figure);
          await window.until((figure) => document.querySelector(".saving").textContent.startsWith("已保存") && document.activeElement.value === figure, figure, "the line that says saved");
          // The one wait for a time: it is what is tried.
          await new Promise((done) => setTimeout(done, 1000 * delay));
          await window.kill();

          window = await mortal(browser, profile);
          await window.open(address);
          await findDraft(window);
          await window.press(PROACTIVE);
          await window.holds(LICENSE, figure);
          await window.shows("检查结果");
          // What was done before can still be taken back.
          await window.key("z", "Control");
          await window.holds(LICENSE, "");
          t.diagnostic(`killed ${delay} s after the line: ${figure} is there`);
          assert.deepEqual(window.faults, [], "the page complained");
        }
      } finally {
        await window?.kill();
        await stop();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  }
}

async function begin(window) {
  await window.press("新建年报");
  await window.type("机关名称", "示例市信访局");
}

/** Opens the draft, unless the page has opened it itself. */
async function findDraft(window) {
  await window.until((part) => [...document.querySelectorAll("button")].some((button) => button.textContent.includes(part) || button.matches(".draft .open")), PROACTIVE, "the draft");
  const isListed = await window.inside(() => document.querySelector(".draft .open") !== null);
  if (isListed) await window.press("示例市信访局");
}
