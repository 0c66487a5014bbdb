// The page in its users' words: the only file that knows how it is built. Everything is found by role and label.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/** Longer than anything takes on a busy machine. */
const PATIENCE = 10_000;

export class Page {
  /** What the page wrote to its console as an error. */
  complaints = [];
  /** Requests that should not have been made. */
  requests = [];

  #page;
  #address;
  #isLoading = true;

  constructor(page, address) {
    this.#page = page;
    this.#address = address;
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (line) => {
      if (line.type() === "error") this.complaints.push(line.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      // Once the page is there, it asks for nothing but its own worker, which reads and writes files.
      const isOurs = this.#isLoading ? url.startsWith(address) : url.startsWith(`${address}worker`);
      const isInTheBrowser = url.startsWith("blob:") || url.startsWith("data:");
      if (!isOurs && !isInTheBrowser) this.requests.push(url);
    });
  }

  // Opening

  async open() {
    await this.#load(() => this.#page.goto(this.#address));
  }

  async reload() {
    await this.#load(() => this.#page.reload());
  }

  async #load(go) {
    this.#isLoading = true;
    await go();
    await this.#page.locator("#loading").waitFor({ state: "detached" });
    this.#isLoading = false;
  }

  /** What is said instead of the page where it cannot be started, once `pattern` (of file names) does not arrive. */
  async openWithout(pattern) {
    await this.#page.route(pattern, (route) => route.abort());
    await this.#page.goto(this.#address);
    return this.#page.getByRole("alert").innerText();
  }

  /** Runs code as if it stood in the page, where its policy applies; gives what it returns or why it is refused. */
  async tryToRun(code) {
    return this.#page.evaluate(
      // Playwright's own evaluation is exempt from the policy; a timer's is not.
      (code) => new Promise((answer) => setTimeout(async () => {
        try {
          answer(await (0, eval)(code));
        } catch (error) {
          answer(error.name);
        }
      })),
      code,
    );
  }

  /** Asks for an address as the page's own code could. */
  async tryToFetch(address) {
    return this.#page.evaluate((address) => fetch(address).then(() => "fetched", (error) => error.name), address);
  }

  // Reports and drafts

  async begin() {
    await this.press("新建年报");
  }

  async beginWithExample() {
    await this.press("看一份示例");
  }

  async press(button) {
    await this.#page.getByRole("button", { name: button, exact: true }).click();
  }

  /** Opens a part of the report: its title, or the beginning of it. */
  async goTo(part) {
    const parts = this.#page.getByRole("navigation", { name: "报告各部分" });
    await parts.getByRole("button", { name: new RegExp(`^${part}`) }).click();
    await this.#page.getByRole("heading", { level: 1, name: new RegExp(`^${part}`) }).waitFor();
  }

  /** How far each part is, in words. */
  async states() {
    const parts = this.#page.getByRole("navigation", { name: "报告各部分" });
    return parts.getByRole("button").evaluateAll((buttons) =>
      buttons.map((button) => button.querySelector(".state")?.innerText).filter(Boolean));
  }

  /** The drafts as listed: organ and year, name, state, last change. */
  async drafts() {
    const list = this.#page.getByRole("list", { name: "草稿" });
    return list.locator("button.open").evaluateAll((drafts) => drafts.map((draft) => draft.innerText));
  }

  async openDraft(name) {
    await this.#page.getByRole("list", { name: "草稿" }).getByRole("button", { name }).first().click();
  }

  /** What the page says about saving. */
  async saving() {
    return this.#page.locator(".saving").innerText();
  }

  async isSaved() {
    await this.until(async () => /^已保存在本机浏览器 \d\d:\d\d$/.test(await this.saving()), true);
  }

  /** What was just done, as the page says it. */
  async news() {
    return this.#page.locator(".news").innerText();
  }

  // Figures and texts

  #field(label) {
    return this.#page.getByLabel(label, { exact: true });
  }

  /** Replaces what stands in a field; a figure is called `row，column`. */
  async fillIn(label, text) {
    await this.#field(label).fill(text);
  }

  async focus(label) {
    await this.#field(label).focus();
  }

  async type(text) {
    await this.#page.keyboard.type(text);
  }

  async key(name) {
    await this.#page.keyboard.press(name);
  }

  async value(label) {
    return this.#field(label).inputValue();
  }

  /** All figures of the open part in the order of the printed page, totals included. */
  async figures() {
    return this.#page.getByRole("table").getByRole("textbox").evaluateAll((inputs) => inputs.map((input) => input.value));
  }

  /** The label of what has the focus. */
  async focused() {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      return element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText;
    });
  }

  /** What is said about a figure that has the focus. */
  async explanation() {
    return this.#page.evaluate(() => {
      const line = document.activeElement.getAttribute("aria-describedby");
      return document.getElementById(line).innerText;
    });
  }

  // Findings

  /** What the rules found, as written on the buttons that lead to the places. */
  async findings() {
    const panel = this.#page.getByRole("complementary", { name: "检查结果" });
    return panel.getByRole("button").allInnerTexts();
  }

  async follow(finding) {
    const panel = this.#page.getByRole("complementary", { name: "检查结果" });
    await panel.getByRole("button").filter({ hasText: finding }).first().click();
  }

  // Files

  /** Presses a button and takes the file that comes: its name and its bytes. */
  async download(button) {
    const coming = this.#page.waitForEvent("download");
    await this.press(button);
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** The texts of all table cells of an HTML document, table by table. */
  async tablesOf(html) {
    return this.#page.evaluate((html) => {
      const tables = new DOMParser().parseFromString(html, "text/html").querySelectorAll("table");
      return [...tables].map((table) => [...table.querySelectorAll("td, th")].map((cell) => cell.textContent.trim()));
    }, html);
  }

  /** Leaves no room in the browser's storage; `makeRoom` gives it back. */
  async fillStorage() {
    await this.#page.evaluate(() => {
      let filler = "x".repeat(1 << 22);
      let stored = "";
      while (filler) {
        try {
          localStorage.setItem("filler", stored + filler);
          stored += filler;
        } catch {
          filler = filler.slice(0, filler.length / 2);
        }
      }
    });
  }

  async makeRoom() {
    await this.#page.evaluate(() => localStorage.removeItem("filler"));
  }

  /** Waits until something is as expected, and says how it was otherwise. */
  async until(read, expected) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const is = await read();
      try {
        return assert.deepEqual(is, expected);
      } catch (difference) {
        if (Date.now() > end) throw difference;
      }
      await this.#page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}
