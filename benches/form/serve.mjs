// Serves the built page for form-bench, led by a script: it begins a report, and goes on to table three, filled with zeros,
// which the peers show beside their first input. That is the name of the organ on the first screen; at ?report, the first field of the report.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";

const DIST = resolve(import.meta.dirname, "../../dist");
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };
const LEAD = `
  const isReport = location.search === "?report";
  // Each button, and what the bench takes as the first input: the page is led on once that has the focus.
  const steps = [["新建年报", isReport ? null : "begin-organ"], ["三、收到和处理政府信息公开申请情况", isReport ? "field-organ" : null], ["空白格全部填 0", null]];
  function go() {
    if (!steps.length) return;
    const [word, first] = steps[0];
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent.trim().startsWith(word));
    if (!button || button.closest("[hidden]") || first && document.activeElement.id !== first) return;
    steps.shift();
    if (!steps.length) observer.disconnect();
    button.click();
  }
  const observer = new MutationObserver(go);
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  addEventListener("focusin", () => setTimeout(go));`;

// Before anybody asks, as the bench does for the peers: packing takes longer than a start of the page.
const files = readdirSync(DIST, { recursive: true }).filter((name) => extname(name) in KINDS);
const packed = new Map([...files, "lead.js"].map((name) => [name, brotliCompressSync(content(name))]));
createServer((request, response) => {
  const name = new URL(request.url, "http://here").pathname.slice(1) || "index.html";
  if (!packed.has(name)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": KINDS[extname(name)], "content-encoding": "br" }).end(packed.get(name));
}).listen(8099, "127.0.0.1");

function content(name) {
  if (name === "lead.js") return LEAD;
  if (name !== "index.html") return readFileSync(join(DIST, name));
  // Not kept in the browser: the bench measures a first visit.
  return readFileSync(join(DIST, name), "utf8").replace(/<link rel="manifest"[^>]*>/, '<script src="lead.js" defer></script>');
}
