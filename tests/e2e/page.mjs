// The page in its users' words: the only file that knows how it is built.
// Stories run alone too: `cargo xtask serve` in one terminal, `node --test stories/FILE` in another.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

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

/** Tells a story on a browser that knows nothing yet; a fault in the page's console or a request that leaves it fails the story. */
export function story(name, tell) {
  test(name, async () => {
    browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
    try {
      const page = new Page(await context.newPage());
      await tell(page);
      assert.deepEqual(page.faults, [], "the page complained");
      assert.deepEqual(page.requests, [], "requests after loading, or to somebody else");
    } finally {
      await context.close();
    }
  });
}

class Page {
  /** What went wrong in the page itself. */
  faults = [];
  /** Requests that should not have been made. */
  requests = [];
  #browser;
  #isLoading = true;

  constructor(browserPage) {
    this.#browser = browserPage;
    browserPage.setDefaultTimeout(10_000);
    browserPage.on("pageerror", (error) => this.faults.push(String(error)));
    browserPage.on("console", (line) => {
      if (line.type() === "error") this.faults.push(line.text());
    });
    browserPage.on("request", (request) => {
      const url = request.url();
      const isOurs = url.startsWith(ADDRESS) && this.#isLoading;
      // These two name something that is in the browser already.
      if (!isOurs && !url.startsWith("blob:") && !url.startsWith("data:")) this.requests.push(url);
    });
  }

  async open() {
    this.#isLoading = true;
    await this.#browser.goto(ADDRESS);
    await this.#browser.locator("#loading").waitFor({ state: "detached" });
    this.#isLoading = false;
  }
}
