// Prints a table of the built page: every file raw, gzip -9 and brotli -11, and what of it loads when.
// Fails if a part is more than its limit: bytes of brotli, and for the page in one file bytes as they are.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [folder, ...limits] = process.argv.slice(2);
const ONE_FILE = "nianbao.html";
const files = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile()).sort();
// Every program beside the page is named by its wasm.
const PROGRAMS = files.map((name) => /(\w+)_bg\.wasm$/.exec(name)?.[1]).filter((name) => name && name !== "web");
// The browser asks at once for the page and for what its head links to.
const [head] = readFileSync(join(folder, "index.html"), "utf8").split("</head>");
const first = new Set(["index.html", ...[...head.matchAll(/(?:href|src)="(?:\.\/)?([^"]+)"/g)].map(([, name]) => name)]);
const programOf = (name) => PROGRAMS.find((program) => [`${program}.js`, `${program}_bg.wasm`].includes(name.split("/").pop()));

const sizes = (name) => {
  const bytes = readFileSync(join(folder, name));
  // 11 is brotli's default here, as in a server that compresses ahead of time.
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
};
const rows = files.map((name) => [name, ...sizes(name)]);
const sum = (title, isIn) => [title, ...[1, 2, 3].map((column) => rows.filter(([name]) => isIn(name)).reduce((total, row) => total + row[column], 0))];
const [firstLimit, restLimit, programLimit, oneFileLimit] = limits.map(Number);
const firstLoad = sum("first load", (name) => first.has(name));
const rest = sum("rest of the page", (name) => !first.has(name) && !programOf(name) && name !== ONE_FILE);
const programs = PROGRAMS.map((program) => sum(`program ${program}`, (name) => programOf(name) === program));
const oneFile = sum("page in one file", (name) => name === ONE_FILE);
const everything = sum("everything but that", (name) => name !== ONE_FILE);

const table = [["file", "raw", "gzip", "brotli"], ...rows, firstLoad, rest, ...programs, everything, oneFile];
const width = Math.max(...table.map(([name]) => name.length));
for (const [name, ...columns] of table) {
  console.log(name.padEnd(width), ...columns.map((size) => size.toLocaleString("en").padStart(10)));
}

const RAW = 1;
const BROTLI = 3;
for (const [row, column, limit] of [[firstLoad, BROTLI, firstLimit], [rest, BROTLI, restLimit], ...programs.map((row) => [row, BROTLI, programLimit]), [oneFile, RAW, oneFileLimit]]) {
  if (!(row[column] > 0 && row[column] <= limit)) {
    console.log(`${row[0]} weighs ${row[column]}, more than the ${limit} allowed in xtask/src/page.rs`);
    process.exitCode = 1;
  }
}
