// Browsers old and new behind the few verbs that all of them understand: Playwright's clicks and waits need a Chromium after 105, and it drives no Firefox of Debian.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { truthful, watch } from "./truth.mjs";

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "nianbao");
const FLAGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const PROGRAMS = {
  "Chromium 86": process.env.CHROMIUM_86 ?? join(CACHE, "chromium-86/chromium"),
  "Chromium 109": process.env.CHROMIUM_109 ?? join(CACHE, "chromium-109/chromium"),
  "today's Chromium": process.env.CHROMIUM ?? "/usr/bin/chromium",
  Firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};

/** Every browser the page promises to open in, by name. */
export const BROWSERS = Object.fromEntries(Object.entries(PROGRAMS).map(([name, program]) => [name, () => (name === "Firefox" ? ofFirefox(program) : ofChromium(program))]));

/** A browser with a profile that outlasts it, to be killed as the power is cut: `window.kill()`. */
export async function mortal(name, profile) {
  const program = PROGRAMS[name];
  there(program);
  if (name === "Firefox") {
    // Puppeteer puts a copy of it aside, which a killed browser does not bring back.
    await writeFile(join(profile, "user.js"), "", { flag: "a" });
    const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true, userDataDir: profile });
    const killed = killing(browser.process());
    const window = new Window(await browser.newPage(), undefined, killed);
    window.kill = killed;
    return window;
  }
  // Started by hand, since its process is to be known.
  const port = join(profile, "DevToolsActivePort");
  await rm(port, { force: true });
  const child = spawn(program, [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], { stdio: "ignore" });
  const killed = killing(child);
  const listens = async () => /^(\d+)\n/.exec(await readFile(port, "utf8").catch(() => ""))?.[1];
  let number;
  for (const end = Date.now() + 60_000; !(number = await listens()) && Date.now() < end; ) await new Promise((done) => setTimeout(done, 50));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
  const [context] = browser.contexts();
  const window = new Window(await context.newPage(), undefined, killed);
  window.kill = killed;
  return window;
}

/** Ends a process of ours at once, with no time to tidy up, and waits until it is gone. */
function killing(child) {
  const gone = new Promise((done) => child.once("exit", done));
  return () => {
    child.kill("SIGKILL");
    return gone;
  };
}

async function ofChromium(program) {
  there(program);
  const downloads = await mkdtemp(join(tmpdir(), "nianbao-downloads-"));
  const browser = await chromium.launch({ executablePath: program, args: FLAGS });
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const close = () => browser.close().then(() => rm(downloads, { recursive: true, force: true }));
  await page.addInitScript(watch);
  return whole(new Window(page, downloads, close));
}

async function ofFirefox(program) {
  there(program);
  const downloads = await mkdtemp(join(tmpdir(), "nianbao-downloads-"));
  const extraPrefsFirefox = {
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    // Puppeteer loosens this; offices have the default.
    "security.fileuri.strict_origin_policy": true,
  };
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true, extraPrefsFirefox });
  const page = await browser.newPage();
  const close = () => browser.close().then(() => rm(downloads, { recursive: true, force: true }));
  await page.evaluateOnNewDocument(watch);
  return whole(new Window(page, downloads, close));
}

/** A window that compares what it shows with the report after every verb but those that look at a page that is not whole. */
function whole(window) {
  return truthful(window, (script) => window.inside(script), ["close", "openInVain", "visit", "prepare", "inside", "until", "downloaded"]);
}

function there(program) {
  assert.ok(existsSync(program), `${program} is missing: cargo xtask test installs it`);
}

class Window {
  /** What went wrong in the page itself. */
  faults = [];
  /** Every address that was asked for since the page was opened last. */
  requests = [];
  #page;
  #downloads;

  constructor(page, downloads, close) {
    this.#page = page;
    this.#downloads = downloads;
    this.close = close;
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  async open(address) {
    await this.#page.goto(address);
    await this.isOpen();
  }

  async reload() {
    await this.#page.reload();
    await this.isOpen();
  }

  async isOpen() {
    await this.until(() => !document.getElementById("loading") && document.getElementById("main") !== null, undefined, "the page to be open");
  }

  /** What is said where the page cannot be opened. */
  async openInVain(address) {
    await this.#page.goto(address);
    await this.until(() => document.querySelector("#progress[role=alert]") !== null, undefined, "a sentence");
    return this.inside(() => document.getElementById("progress").textContent);
  }

  /** Asks for a page, and waits for no more than its first bytes. */
  async visit(address) {
    await this.#page.goto(address, { waitUntil: "commit" });
  }

  /** Runs a script before anything of the page. */
  async prepare(script) {
    await this.#page.addInitScript(script);
  }

  async inside(script, argument) {
    return this.#page.evaluate(script, argument);
  }

  /** Waits until a script in the page says yes. */
  async until(script, argument, what) {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      // A page that is being left answers nothing.
      if (await this.inside(script, argument).catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.fail(`waited in vain for ${what}; the page shows: ${await this.inside(() => document.body.innerText.slice(-400))}`);
  }

  /** Waits until the page shows these words. */
  async shows(words) {
    await this.until((words) => document.body.innerText.includes(words), words, `“${words}”`);
  }

  async press(name) {
    await this.until((name) => {
      const found = [...document.querySelectorAll("button")].find((button) => button.textContent.trim().startsWith(name) && !button.disabled);
      if (found) found.click();
      return found !== undefined;
    }, name, `the button “${name}”`);
  }

  /** Goes to a field and types over what is in it. */
  async type(name, text) {
    await this.#goTo(name);
    await this.#page.keyboard.type(text);
  }

  /** Presses a key while another one is held, if any; letters go where the focus is. */
  async key(key, held) {
    if (held) await this.#page.keyboard.down(held);
    await this.#page.keyboard.press(key);
    if (held) await this.#page.keyboard.up(held);
  }

  async holds(name, text) {
    await this.until(([name, text]) => {
      const nameOf = (field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent.trim();
      return [...document.querySelectorAll("input, textarea")].some((field) => nameOf(field) === name && field.value === text);
    }, [name, text], `“${name}” to hold “${text}”`);
  }

  async #goTo(name) {
    await this.until((name) => {
      const nameOf = (field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent.trim();
      const found = [...document.querySelectorAll("input, textarea")].find((field) => nameOf(field) === name);
      if (found) {
        found.focus();
        found.select();
      }
      return found !== undefined;
    }, name, `the field “${name}”`);
  }

  /** Waits for a file of this ending to arrive whole, as the clerk finds it in a folder. */
  async downloaded(ending) {
    for (const until = Date.now() + 30_000; Date.now() < until; ) {
      const name = (await readdir(this.#downloads)).find((name) => name.endsWith(ending));
      const bytes = name && (await readFile(join(this.#downloads, name)));
      if (bytes?.length > 0) return { name, bytes };
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.fail(`no download ends in ${ending}: ${await readdir(this.#downloads)}`);
  }
}
