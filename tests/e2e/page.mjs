// The page in its users' words: the only file that knows how it is built.
// Stories run alone too: `cargo xtask serve` in one terminal, `node --test stories/FILE` in another.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { truthful, watch } from "./truth.mjs";

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
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
    try {
      const page = await Page.in(context);
      await tell(page);
      assert.deepEqual(page.faults, [], "the page complained");
      assert.deepEqual(page.requests, [], "requests after loading, or to somebody else");
    } finally {
      await context.close();
    }
  });
}

/** The parts that load once the page is drawn, a report is first judged, a file first opened or written: asked for late, but from where the page came. */
const LATE_PARTS = ["rest.wasm", "worker_loader.js", "judge.js", "judge_bg.wasm", "write.js", "write_bg.wasm", "read.js", "read_bg.wasm", "rarer.js", "rarer_bg.wasm"];

/** The verbs after which there may be no whole page to compare with the report. */
const UNHEARD = ["leave", "openWithout", "losing", "prepare", "complainsOnlyOf", "inside", "breaks", "evaluates", "fetches"];

class Page {
  /** What went wrong in the page itself. */
  faults = [];
  /** Requests that should not have been made. */
  requests = [];
  #browser;
  #isLoading = true;
  #prepared;

  constructor(browserPage) {
    this.#browser = browserPage;
    browserPage.setDefaultTimeout(10_000);
    browserPage.on("pageerror", (error) => this.faults.push(String(error)));
    browserPage.on("console", (line) => {
      if (line.type() === "error" && !this.faults.includes(line.text())) this.faults.push(line.text());
    });
    browserPage.on("request", (request) => {
      const url = request.url();
      const isLatePart = url.startsWith(ADDRESS) && LATE_PARTS.includes(url.split("#")[0].split("/").pop());
      const isOurs = url.startsWith(ADDRESS) && this.#isLoading;
      // These two name something that is in the browser already.
      if (!isOurs && !isLatePart && !url.startsWith("blob:") && !url.startsWith("data:")) this.requests.push(url);
    });
  }

  /** A page in a window of its own. */
  static async in(context) {
    const window = await context.newPage();
    await window.addInitScript(watch);
    const page = new Page(window);
    return truthful(page, (script) => window.evaluate(script), UNHEARD);
  }

  // Coming and going

  async open() {
    this.#isLoading = true;
    await this.#browser.goto(ADDRESS);
    await this.#isOpen();
  }

  async reload() {
    this.#isLoading = true;
    await this.#browser.reload();
    await this.#isOpen();
  }

  /** Goes back, or forward, in the browser's own history. */
  async back() {
    await this.#browser.goBack();
  }

  async forward() {
    await this.#browser.goForward();
  }

  /** What stands in the address behind `#`. */
  async address() {
    return this.inside(() => location.hash);
  }

  /** Waits until the address ends so. */
  async isAt(ending) {
    await this.#eventually(async () => (await this.address()).endsWith(ending), true, `an address that ends in ${ending}`);
  }

  /** Opens the page at an address behind `#`, as from a bookmark. */
  async openAt(fragment) {
    this.#isLoading = true;
    await this.#browser.goto("about:blank");
    await this.#browser.goto(`${ADDRESS}${fragment}`);
    await this.#isOpen();
  }

  /** Opens the page in another window of the same browser. */
  async another() {
    const other = await Page.in(this.#browser.context());
    if (this.#prepared) await other.prepare(...this.#prepared);
    await other.open();
    return other;
  }

  /** Closes the window, as it is closed by hand. */
  async leave() {
    await this.#browser.close({ runBeforeUnload: true });
    await this.#browser.waitForEvent("close").catch(() => {});
  }

  async #isOpen() {
    await this.#browser.locator("#loading").waitFor({ state: "detached" });
    await this.#browser.locator("#main").waitFor();
    this.#isLoading = false;
  }

  /** What is said where the page cannot be started, because files of these names do not arrive. */
  async openWithout(names) {
    await this.losing(names);
    await this.#browser.goto(ADDRESS);
    return this.#browser.getByRole("alert").innerText();
  }

  /** Makes files of these names not arrive from now on. */
  async losing(names) {
    await this.#browser.route(names, (route) => route.abort());
  }

  /** Lets files of these names arrive again. */
  async regaining(names) {
    await this.#browser.unroute(names);
  }

  /** Breaks the page as its own program would, should it meet what cannot be. */
  async breaks() {
    await this.inside(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  }

  /** Evaluates code as the page itself would: what comes out, or the name of the error. */
  async evaluates(code) {
    return this.inside(
      // Playwright's own scripts are exempt from the page's policy; a timer's are not.
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

  /** Asks for an address as the page itself would: whether it was fetched, or the name of the error. */
  async fetches(address) {
    return this.inside((address) => fetch(address).then(() => "fetched", (error) => error.name), address);
  }

  /** Says that the page was right to complain so; everything else it complains about fails the story. */
  complainsOnlyOf(expected) {
    assert.ok(this.faults.some((fault) => expected.test(fault)), `no complaint of ${expected}`);
    this.faults = this.faults.filter((fault) => !expected.test(fault));
  }

  /** Runs a script in the page before anything of its own, to make the browser refuse or hold something. */
  async prepare(script, argument) {
    this.#prepared = [script, argument];
    await this.#browser.addInitScript(script, argument);
  }

  /** How many cells were compared with the report since the page was opened last. */
  async compared() {
    return this.inside(() => window.nCompared);
  }

  /** Looks at the page with a script, where no user could. */
  async inside(script, argument) {
    return this.#browser.evaluate(script, argument);
  }

  /** Shows the page in dark or light colors, as the system asks for. */
  async colors(colorScheme) {
    await this.#browser.emulateMedia({ colorScheme });
  }

  /** Chooses colors or letters for oneself, from the menu at the top. */
  async display(name, option) {
    await this.#browser.locator("summary", { hasText: "显示" }).click();
    await this.choose(name, option);
    await this.key("Escape");
    await this.isFocused("显示");
  }

  /** What the whole page looks like: its ground, and the size of its letters in pixels. */
  async looks() {
    return this.inside(() => {
      const ground = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
      return { isDark: ground[0] + ground[1] + ground[2] < 384, letters: parseFloat(getComputedStyle(document.body).fontSize) };
    });
  }

  /** Lets the system choose the colors, and ask for less motion. */
  async systemColors() {
    await this.#browser.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  }

  /** The line around a field, as it is drawn. */
  async outline(name) {
    return this.#field(name).evaluate((field) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(field);
      return `${outlineStyle} ${outlineWidth}`;
    });
  }

  /** What moves by itself, or would when it changes. */
  async moving() {
    return this.inside(() => {
      const moves = (style) => style.animationName !== "none" || style.transitionDuration !== "0s";
      return [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element))).map((element) => element.outerHTML.slice(0, 80));
    });
  }

  async size(width, height) {
    await this.#browser.setViewportSize({ width, height });
  }

  /** Makes the window so many pixels wide. */
  async width(width) {
    await this.#browser.setViewportSize({ width, height: 640 });
  }

  /** Whether an element is seen whole, and nothing stands over its middle. */
  async isInView(selector) {
    return this.inside((selector) => {
      const element = document.querySelector(selector);
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isWithin = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return isWithin && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    }, selector);
  }

  /** How many pixels the page is wider than its window: then one has to scroll in two directions. */
  async overflow() {
    return this.inside(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** What hinders people with disabilities on this screen, to WCAG 2.2 AA. */
  async barriers() {
    await this.#browser.evaluate(await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
    return this.#browser.evaluate(async () => {
      const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
      // What lies half under the bar or the heads that stay in view comes out by scrolling.
      const isScrolledUnder = (node) => node.failureSummary.includes("partially obscured");
      const real = violations.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isScrolledUnder(node)) })).filter(({ nodes }) => nodes.length > 0);
      return real.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.split("\n")[1]}`).join(" | ")}`);
    });
  }

  // Pressing and typing

  #button(name) {
    return this.#browser.getByRole("button", { name, exact: typeof name === "string" });
  }

  async press(name) {
    await this.#button(name).click();
  }

  /** Sets or clears a check mark. */
  async toggle(name) {
    await this.#browser.getByRole("checkbox", { name }).click();
  }

  async key(...keys) {
    for (const key of keys) await this.#browser.keyboard.press(key);
  }

  async type(text) {
    await this.#browser.keyboard.type(text);
  }

  /** Presses Tab until the control of this name has the focus, as somebody without a mouse does. */
  async tabTo(name) {
    for (let presses = 0; presses < 60; presses++) {
      if ((await this.focused()) === name) return;
      await this.key("Tab");
    }
    assert.fail(`Tab never reached “${name}”`);
  }

  /** The name of the control that has the focus; none while it is on a heading. */
  async focused() {
    return this.#browser.evaluate(() => {
      const element = document.activeElement;
      if (!element.matches("a, button, input, select, summary, textarea")) return undefined;
      const text = (node) => node?.textContent.trim() ?? "";
      return element.getAttribute("aria-label") ?? (text(element.labels?.[0]) || text(element));
    });
  }

  /** Waits until the control of this name has the focus. */
  async isFocused(name) {
    await this.#eventually(() => this.focused(), name, "control with the focus");
  }

  /** Waits until the focus is on a heading or on no control. */
  async focusIsOnHeading() {
    await this.#eventually(() => this.focused(), undefined, "control with the focus");
  }

  /** Types with an input method: the letters stand in the control while they are composed, then the word takes their place. */
  async compose(letters, word) {
    const session = await this.#browser.context().newCDPSession(this.#browser);
    for (let end = 1; end <= letters.length; end++) {
      await session.send("Input.imeSetComposition", { text: letters.slice(0, end), selectionStart: end, selectionEnd: end });
    }
    await session.send("Input.insertText", { text: word });
    await session.detach();
  }

  // Parts and fields

  /** Brings a sheet up from below, where it is no column of its own. */
  async #bringUp(name) {
    await this.#browser.locator(".parts:visible, .phone-bar:visible").first().waitFor();
    const button = this.#browser.locator(".phone-bar").getByRole("button", { name });
    const isThere = (await button.isVisible()) && (await button.getAttribute("aria-expanded")) === "false";
    if (isThere) await button.click();
  }

  async goTo(part) {
    await this.#bringUp("目录");
    await this.#browser.getByRole("navigation", { name: "报告各部分" }).getByRole("button", { name: part }).click();
    await this.#browser.getByRole("heading", { name: part, level: 1 }).waitFor();
  }

  /** The heading of what is shown. */
  async heading(name) {
    await this.#browser.getByRole("heading", { name, level: 1 }).waitFor();
  }

  /** How far a part is, as the list of parts says it. */
  async isPart(part, state) {
    await this.#bringUp("目录");
    const entry = this.#browser.getByRole("navigation", { name: "报告各部分" }).getByRole("button", { name: part });
    await entry.getByText(state, { exact: true }).waitFor();
  }

  #field(name) {
    return this.#browser.getByRole("textbox", { name, exact: true });
  }

  async fill(name, text) {
    await this.#field(name).fill(text);
  }

  async value(name) {
    return this.#field(name).inputValue();
  }

  /** Whether a field is marked as wrong, waiting for that. */
  async isMarked(name, expected) {
    const isMarked = async () => (await this.#field(name).getAttribute("aria-invalid")) === "true";
    await this.#eventually(isMarked, expected, `mark of ${name}`);
  }

  /** Whether a field cannot be typed into. */
  async isDisabled(name) {
    return this.#field(name).isDisabled();
  }

  /** Waits until a field can be typed into. */
  async isEditable(name) {
    await this.#eventually(() => this.isDisabled(name), false, `“${name}” to be closed`);
  }

  async choose(name, option) {
    await this.#browser.getByRole("combobox", { name, exact: true }).selectOption(option);
  }

  /** What a list offers. */
  async choices(name) {
    return this.#browser.getByRole("combobox", { name, exact: true }).locator("option").allTextContents();
  }

  /** The button that is the next thing to do on this screen, if there is one. */
  async mainButton() {
    const buttons = await this.#browser.locator("button.primary:visible").allTextContents();
    return buttons[0];
  }

  /** What a list is set to. */
  async chosen(name) {
    return this.#browser.getByRole("combobox", { name, exact: true }).evaluate((list) => list.selectedOptions[0].text);
  }

  /** Types into a figure as a clerk does: goes there, and what was there is replaced. */
  async figure(name, text) {
    await this.#field(name).click();
    await this.#browser.keyboard.type(text);
  }

  async standIn(name) {
    await this.#field(name).focus();
  }

  /** Waits until a field shows this. */
  async shows(name, text) {
    const field = this.#field(name);
    await field.waitFor();
    await this.#eventually(() => field.inputValue(), text, `“${name}”`);
  }

  /** The line that says where one is and how a total comes about. */
  async explains(text) {
    await this.#browser.locator("#cell-line").getByText(text).waitFor();
  }

  /** Pastes text into the focused control, as the clipboard has it; and what it has as a web page, if anything. */
  async paste(text, html = "") {
    await this.#browser.evaluate(([text, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, [text, html]);
  }

  /** Puts text and markup on the browser's own clipboard and pastes with the keys for it. */
  async pasteByKeys(text, html) {
    await this.#browser.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.#browser.evaluate(([text, html]) => {
      const part = (content, type) => new Blob([content], { type });
      const item = new ClipboardItem({ "text/plain": part(text, "text/plain"), "text/html": part(html, "text/html") });
      return navigator.clipboard.write([item]);
    }, [text, html]);
    await this.key("Control+v");
  }

  /** What is selected in the focused text. */
  async selected() {
    return this.inside(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
  }

  /** Whether all of a text is seen without scrolling in it. */
  async isWhole(name) {
    return this.#field(name).evaluate((area) => area.scrollHeight <= area.clientHeight);
  }

  /** Where an earlier state differs from now: place, then, now. */
  async differences() {
    const rows = this.#browser.locator(".earlier tbody tr");
    await rows.first().waitFor();
    return rows.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  }

  /** Copies or cuts what is selected: what came onto the clipboard. */
  async copied(verb) {
    return this.#browser.evaluate((verb) => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent(verb, { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
      return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
    }, verb);
  }

  /** Draws the mouse from one figure to another with its button down. */
  async drag(from, to) {
    await this.#field(from).hover();
    await this.#browser.mouse.down();
    await this.#field(to).hover();
    await this.#browser.mouse.up();
  }

  /** Clicks a figure with keys held down. */
  async clickWith(keys, name) {
    await this.#field(name).click({ modifiers: keys });
  }

  async doubleClick(name) {
    await this.#field(name).dblclick();
  }

  async pasteInto(name, text) {
    await this.standIn(name);
    await this.paste(text);
  }

  /** What stands in a figure's cell beside the figure itself. */
  async beside(name) {
    return this.#field(name).locator("xpath=..").innerText();
  }

  // What the rules found

  #findings() {
    return this.#browser.getByRole("complementary", { name: "检查结果" });
  }

  async finds(statement) {
    await this.#findings().getByRole("button", { name: statement }).first().waitFor();
  }

  async findsNo(statement) {
    await this.#findings().getByRole("button", { name: statement }).first().waitFor({ state: "detached" });
  }

  async follow(statement) {
    await this.#findings().getByRole("button", { name: statement }).first().click();
  }

  /** Unfolds the first part of the findings that is folded under these words. */
  async unfold(words) {
    await this.#findings().locator("summary", { hasText: words }).first().click();
  }

  /** Opens a group of fields that is folded away. */
  async unfoldField(words) {
    await this.#browser.locator("main summary", { hasText: words }).click();
  }

  /** How many figures are listed as read with a guess, waiting for that many if told. */
  async doubtful(expected) {
    const cards = this.#findings().getByRole("button", { name: /读作“/ });
    if (expected !== undefined) await this.#eventually(() => cards.count(), expected, "doubtful figures");
    return cards.count();
  }

  async summary(text) {
    await this.#findings().getByText(text).first().waitFor();
  }

  // Help

  /** Waits until the counting notes that are open say this. */
  async isTold(text) {
    await this.#browser.getByRole("dialog", { name: "填写说明" }).getByText(text).first().waitFor();
  }

  async isToldNothing() {
    await this.#browser.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** How many sentences are offered to be brought up to date. */
  async offers() {
    return this.#browser.getByRole("button", { name: /^更新这句话：/ }).count();
  }

  // Saving

  async isSaved() {
    await this.#browser.getByRole("status").getByText("已保存在本机浏览器").waitFor();
  }

  /** How the last change fared, once that is known. */
  async saving() {
    const state = this.#browser.locator(".saving", { hasNotText: "正在写入" });
    // The page itself waits eight seconds for a browser that does not answer.
    await state.waitFor({ timeout: 20_000 });
    return state.innerText();
  }

  /** Clears what the browser holds of the page, as its own menu does. */
  async forgetsDrafts() {
    await this.inside(() => new Promise((done, fail) => {
      localStorage.clear();
      const request = indexedDB.deleteDatabase("nianbao");
      request.onsuccess = done;
      request.onerror = fail;
    }));
  }

  /** Waits until so many answers of the journal are held back. */
  async holdsBack(count) {
    await this.#eventually(() => this.inside(() => window.held.length), count, "answers held back");
  }

  /** What the page says about itself: that something was done, refused or not kept. */
  async says(text) {
    await this.#browser.getByText(text).first().waitFor();
  }

  /** The message about what was just done, once there is one. */
  async message() {
    const message = this.#browser.locator(".news p span");
    await message.waitFor();
    return message.innerText();
  }

  async isToldNoMore() {
    await this.#browser.locator(".news p").waitFor({ state: "detached", timeout: 20_000 });
  }

  async pointAtMessage() {
    await this.#browser.locator(".news p").hover();
  }

  async pointElsewhere() {
    await this.#browser.mouse.move(1, 1);
  }

  /** Lets the story say when what the page has put off for five seconds or more is due; before the page is opened. */
  async ownTime() {
    await this.prepare(() => {
      const [later, never] = [window.setTimeout, window.clearTimeout];
      window.putOff = new Map();
      let number = 0;
      window.setTimeout = (act, time, ...given) => {
        if (!(time >= 5_000)) return later.call(window, act, time, ...given);
        window.putOff.set((number -= 1), act);
        return number;
      };
      window.clearTimeout = (timer) => (timer < 0 ? window.putOff.delete(timer) : never.call(window, timer));
    });
  }

  /** Lets everything be due that was put off. */
  async timeGoesBy() {
    await this.inside(() => {
      const due = [...window.putOff.values()];
      window.putOff.clear();
      due.forEach((act) => act());
    });
  }

  /** The controls over whose middle the message stands; what is scrolled away beneath the bar is not meant, where the message is a line of that. */
  async underMessage() {
    return this.inside(() => {
      const news = document.querySelector(".news");
      const box = news.querySelector("p").getBoundingClientRect();
      const isLine = getComputedStyle(news).position !== "fixed";
      const isMeant = (control) => !control.closest(".top") && !(isLine && control.closest("main"));
      const isUnder = ({ left, top, width, height }) => {
        const [x, y] = [left + width / 2, top + height / 2];
        return width > 0 && x > box.left && x < box.right && y > box.top && y < box.bottom;
      };
      const controls = [...document.querySelectorAll("button, input, select, textarea, summary, a")].filter(isMeant);
      return controls.filter((control) => isUnder(control.getBoundingClientRect())).map((control) => control.outerHTML.slice(0, 100));
    });
  }

  /** The drafts in the list, as they are announced. */
  async drafts(count) {
    const drafts = this.#browser.getByRole("list", { name: "草稿", exact: true }).getByRole("listitem");
    await this.#eventually(() => drafts.count(), count, "number of drafts");
    return drafts.allInnerTexts();
  }

  /** Presses what stands in the menu of a draft, the first one whose name begins so. */
  async more(verb, draft) {
    await this.#browser.locator(`.draft summary[aria-label^="更多：“${draft}"]`).first().click();
    await this.#button(new RegExp(`^${verb}“${draft}`)).first().click();
  }

  // Files

  /** Presses a button and catches what is downloaded. */
  async download(button) {
    const [download] = await Promise.all([this.#browser.waitForEvent("download"), this.press(button)]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** What the browser prints: the words, the report's own among them, and the pages as PDF. */
  async printed() {
    const pdf = await this.paper();
    await this.#browser.emulateMedia({ media: "print" });
    const [words, report] = await this.#browser.evaluate(() =>
      [document.body, document.querySelector("[aria-label=报告预览]")].map((element) => element.innerText.trim()),
    );
    await this.#browser.emulateMedia({ media: null });
    return { words, report, pdf };
  }

  /** What the browser prints of what is shown, as PDF. */
  async paper() {
    return (await this.#browser.pdf({ preferCSSPageSize: true })).toString("latin1");
  }

  /** What the browser's own clipboard holds as markup. */
  async clipboard() {
    await this.#browser.context().grantPermissions(["clipboard-read"]);
    return this.#browser.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    });
  }

  /** The figures of the preview's tables, row by row. */
  async printedFigures() {
    await this.#browser.getByRole("article", { name: "报告预览" }).waitFor();
    return this.#browser.locator(".paper tr").evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)).filter((cells) => cells.length > 0),
    );
  }

  /** The cells of a document's tables, row by row; the browser's own parser reads it, outside the page and its policy. */
  async cellsOf({ markup, kind, row, cell }) {
    const reader = await this.#browser.context().newPage();
    return reader.evaluate(
      ({ markup, kind, row, cell }) => {
        const document = new DOMParser().parseFromString(markup, kind);
        const rows = [...document.getElementsByTagName(row)];
        return rows.map((found) => [...found.getElementsByTagName(cell)].map((one) => one.textContent.trim()));
      },
      { markup, kind, row, cell },
    );
  }

  /** Looks at a downloaded document with a script, where Chromium has opened it as a file of its own. */
  async inDocument({ name, bytes }, script) {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-"));
    const reader = await this.#browser.context().newPage();
    try {
      const file = join(folder, name);
      await writeFile(file, bytes);
      await reader.goto(pathToFileURL(file).href);
      return await reader.evaluate(script);
    } finally {
      await reader.close();
      await rm(folder, { recursive: true });
    }
  }

  /** Chooses a file to open. */
  async chooseFile(name, bytes) {
    await this.#browser.locator("input[type=file]:not([accept='.json'])").first().setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }

  /** Chooses a backup to restore drafts from. */
  async restore(name, bytes) {
    await this.#browser.getByLabel("从备份恢复").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(bytes) });
  }

  /** Drops a file onto the page, as the mouse does. */
  async dropFile(name, text) {
    await this.#browser.locator(".ways-in").evaluate(
      (target, { name, text }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      { name, text },
    );
  }

  /** Waits until so many programs of this name work beside the page. */
  async works(name, count) {
    const programs = () => this.#browser.workers().filter((worker) => worker.url().endsWith(`#${name}`)).length;
    await this.#eventually(programs, count, `programs “${name}” beside the page`);
  }

  async #eventually(look, expected, what) {
    const until = Date.now() + 5_000;
    let seen = await look();
    while (seen !== expected && Date.now() < until) {
      await this.#browser.evaluate(() => new Promise(requestAnimationFrame));
      seen = await look();
    }
    assert.equal(seen, expected, what);
  }
}
