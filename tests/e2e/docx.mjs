// Reads a Word document without any code of ours: the texts of all table cells, table by table.
import { inflateRawSync } from "node:zlib";

export function tablesOf(docx) {
  const xml = entry(docx, "word/document.xml").toString("utf8");
  return between(xml, "w:tbl").map((table) =>
    between(table, "w:tc").map((cell) => between(cell, "w:t").map((text) => text.replace(/^[^>]*>/, "")).join("").trim()));
}

/** What stands between each pair of tags of a name, attributes of the first one included. */
function between(xml, name) {
  return [...xml.matchAll(new RegExp(`<${name}((?: [^>]*)?>.*?)</${name}>`, "gs"))].map(([, inner]) =>
    inner.startsWith(">") ? inner.slice(1) : inner);
}

/** A file in a zip archive, found through the directory at its end. */
function entry(zip, name) {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return method === 0 ? bytes : inflateRawSync(bytes);
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`${name} is not in the archive`);
}
