#!/usr/bin/env node
// Measures how well tables are found and read: on pages made from a seed, whose tables are known, printed by a browser, a print
// engine or a word processor; scored by relations between neighbouring cells. Run by hand, after `npm run build`, with
// chromium, weasyprint and libreoffice on the path:
//   node test/bench/tables.mjs [COUNT] [--from SEED] [--worst N] [--keep FOLDER]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTables } from "../../dist/index.js";
import { relationsOf, shared } from "./tables/adjacency.mjs";
import { pageOf } from "./tables/made-pages.mjs";

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const count = /^\d+$/.test(args[0] ?? "") ? Number(args[0]) : 60;
const from = Number(option("--from", 1));
const keep = option("--keep", null);
const folder = keep ?? mkdtempSync(join(tmpdir(), "ragtally-tables-"));
mkdirSync(folder, { recursive: true });

const MAKERS = {
  weasyprint: (html, pdf) => spawnSync("weasyprint", ["-q", html, pdf]),
  chromium: (html, pdf) =>
    spawnSync("chromium", ["--headless", "--no-sandbox", "--no-pdf-header-footer", `--print-to-pdf=${pdf}`, html]),
  libreoffice: (html, pdf) =>
    spawnSync("libreoffice", [
      "--headless",
      `-env:UserInstallation=file://${folder}/office`,
      "--infilter=HTML (StarWriter)",
      "--convert-to",
      "pdf:writer_pdf_Export",
      "--outdir",
      join(pdf, ".."),
      html,
    ]),
};
/** Every sixth page is printed by the word processor, which is slow. */
const EVERY = 6;
const makerOf = (seed) => (seed % EVERY === 0 ? "libreoffice" : seed % 2 === 0 ? "chromium" : "weasyprint");

const totals = new Map();
const worst = [];
const add = (group, [right, want, got]) => {
  const sum = totals.get(group) ?? [0, 0, 0];
  totals.set(group, [sum[0] + right, sum[1] + want, sum[2] + got]);
};
const measureOf = ([right, want, got]) => (want + got === 0 ? 1 : (2 * right) / (want + got));

try {
  for (let seed = from; seed < from + count; seed += 1) {
    const { name, html, tables } = pageOf(seed);
    const maker = makerOf(seed);
    const [source, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)];
    if (!existsSync(pdf)) {
      writeFileSync(source, html);
      MAKERS[maker](source, pdf);
    }
    const read = await readTables(pdf);
    const found = read.tables.flatMap(({ cells }) =>
      relationsOf(cells.map((cell) => ({ ...cell, rowSpan: cell.row_span, columnSpan: cell.column_span }))),
    );
    const truth = tables.flatMap(relationsOf);
    const score = [shared(truth, found), truth.length, found.length];
    const [, kind, ruling] = name.split("-");
    for (const group of ["all", `kind ${kind}`, `ruling ${ruling}`, `maker ${maker}`]) add(group, score);
    worst.push({ name, maker, score, lost: truth.length + found.length - 2 * score[0] });
  }
  for (const [group, score] of [...totals].sort(([a], [b]) => a.localeCompare(b))) {
    const [right, want, got] = score;
    console.log(
      group.padEnd(22),
      `F ${measureOf(score).toFixed(3)}  precision ${(right / Math.max(1, got)).toFixed(3)}  recall ${(right / Math.max(1, want)).toFixed(3)}  of ${want}`,
    );
  }
  worst.sort((a, b) => b.lost - a.lost);
  for (const { name, maker, score, lost } of worst.slice(0, Number(option("--worst", 10))))
    if (lost > 0) console.log(name.padEnd(30), maker.padEnd(12), measureOf(score).toFixed(3), score.join(" "));
} finally {
  if (keep === null) rmSync(folder, { recursive: true, force: true });
}
