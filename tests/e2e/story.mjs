// Tells stories in a real Chromium, each on a browser that knows nothing yet.
// They run alone too: `cargo xtask serve` in one terminal, `node --test stories/FILE` here in another.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { Page } from "./page.mjs";

const ADDRESS = process.env.NIANBAO_URL ?? "http://127.0.0.1:8080/";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
after(() => browser?.close());

/** A story; a complaint in the page's console fails it, and so does a request that is not for the page itself. */
export function story(name, tell) {
  test(name, async () => {
    browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
    const context = await browser.newContext({
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      viewport: { width: 1366, height: 768 },
    });
    try {
      const page = new Page(await context.newPage(), ADDRESS);
      await tell(page);
      assert.deepEqual(page.complaints, [], "the page complained");
      assert.deepEqual(page.requests, [], "requests after loading, or to somebody else");
    } finally {
      await context.close();
    }
  });
}
