// Writes the outline of a report with npm docx and prints what it takes.
import { readFileSync } from "node:fs";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

const N_RUNS = 20;
const blocks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const text = (text, font) => new Paragraph({ children: [new TextRun({ text, font, size: 32 })] });

function block({ style, text: words, rows }) {
  if (!rows) {
    return text(words, style === "Normal" ? "仿宋_GB2312" : "黑体");
  }
  const cell = ([, columnSpan, rowSpan, words]) =>
    new TableCell({ columnSpan, rowSpan, children: [text(words, "宋体")] });
  return new Table({
    width: { size: 8845, type: WidthType.DXA },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

let [least, nBytes] = [Infinity, 0];
for (let run = 0; run < N_RUNS; run++) {
  const start = performance.now();
  const document = new Document({ sections: [{ children: blocks.map(block) }] });
  nBytes = (await Packer.toBuffer(document)).length;
  least = Math.min(least, performance.now() - start);
}
console.log(`npm docx: ${least.toFixed(3)} ms, ${nBytes} bytes`);
