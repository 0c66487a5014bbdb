// Serves the built page for form-bench, led by a script: it begins a report, and goes on to table three, filled with zeros,
// which the peers show beside their first input. That is the name of the organ on the first screen; at ?report, the first field of the report.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";

const DIST = resolve(import.meta.dirname, "../../dist");
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };
const LEAD = `
  const words = ["新建年报", "三、收到和处理政府信息公开申请情况", "空白格全部填 0"];
  // What the bench takes as the first input has the focus then; the page is led on from there.
  const first = location.search === "?report" ? [null, "field-organ", null] : ["begin-organ", null, null];
  function go() {
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent.trim().startsWith(words[0]));
    if (!button || button.closest("[hidden]") || first[0] && document.activeElement.id !== first[0]) return;
    words.shift();
    first.shift();
    if (!words.length) observer.disconnect();
    button.click();
  }
  const observer = new MutationObserver(go);
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  addEventListener("focusin", () => setTimeout(go));`;

const packed = new Map();
createServer((request, response) => {
  const name = new URL(request.url, "http://here").pathname.slice(1) || "index.html";
  if (!packed.has(name)) packed.set(name, brotliCompressSync(content(name)));
  response.writeHead(200, { "content-type": KINDS[extname(name)] ?? "application/octet-stream", "content-encoding": "br" }).end(packed.get(name));
}).listen(8099, "127.0.0.1");

function content(name) {
  if (name === "lead.js") return LEAD;
  if (name !== "index.html") return readFileSync(join(DIST, name));
  // Not kept in the browser: the bench measures a first visit.
  return readFileSync(join(DIST, name), "utf8").replace(/<link rel="manifest"[^>]*>/, '<script src="lead.js" defer></script>');
}
