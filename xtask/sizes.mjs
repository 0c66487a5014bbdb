// Prints a table of every file in a folder: raw, gzip -9 and brotli -11, and the sum.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = process.argv[2];
const rows = readdirSync(folder).sort().map((name) => {
  const bytes = readFileSync(join(folder, name));
  // 11 is brotli's default here, as in a server that compresses ahead of time.
  return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
});
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
const width = Math.max(...rows.map(([name]) => name.length));

for (const [name, ...sizes] of [["file", "raw", "gzip", "brotli"], ...rows, ["total", sum(1), sum(2), sum(3)]]) {
  console.log(name.padEnd(width), ...sizes.map((size) => size.toLocaleString("en").padStart(10)));
}
