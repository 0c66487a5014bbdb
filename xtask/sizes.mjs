// Prints a table of the built page: every file raw, gzip -9 and brotli -11, what is loaded first, and everything.
// Fails if the first load or everything is more than the limits, which are bytes of brotli.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [folder, ...limits] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile()).sort();
// The browser asks at once for the page and for what its head links to.
const [head] = readFileSync(join(folder, "index.html"), "utf8").split("</head>");
const first = new Set(["index.html", ...[...head.matchAll(/(?:href|src)="(?:\.\/)?([^"]+)"/g)].map(([, name]) => name)]);
// The whole page once more, for those who take it away.
const isExtra = (name) => name === "nianbao.html";

const sizes = (name) => {
  const bytes = readFileSync(join(folder, name));
  // 11 is brotli's default here, as in a server that compresses ahead of time.
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
};
const rows = files.map((name) => [name, ...sizes(name)]);
const sum = (title, chosen) => [title, ...[1, 2, 3].map((column) => chosen.reduce((total, row) => total + row[column], 0))];
const sums = [
  sum("first load", rows.filter(([name]) => first.has(name))),
  sum("everything", rows.filter(([name]) => !isExtra(name))),
];

const width = Math.max(...files.map((name) => name.length));
for (const [name, ...columns] of [["file", "raw", "gzip", "brotli"], ...rows, ...sums]) {
  console.log(name.padEnd(width), ...columns.map((size) => size.toLocaleString("en").padStart(10)));
}
sums.forEach(([title, , , brotli], idx) => {
  const limit = Number(limits[idx]);
  if (!(brotli <= limit)) {
    console.log(`${title} weighs ${brotli}, more than the ${limit} allowed in xtask/src/page.rs`);
    process.exitCode = 1;
  }
});
