#!/usr/bin/env node
// Measures how the time of one file's reading grows with its size: run by hand, after a build.
//   node test/bench/scaling.mjs [--min-mb 1] [--max-mb 16] [--kind name]
// Prints megabytes a second for each kind and size, and the ratio of the time to that of half the size: 2 is linear, 4 quadratic.
import { BUILTIN_PROFILE, readBytes } from "../../dist/index.js";

const MEGABYTE = 1_000_000;
/** Larger sizes of a kind are not measured once one has taken longer than this, in seconds. */
const PATIENCE_S = 30;
/** Times below this are noise, in seconds: no ratio is printed for them. */
const NOISE_S = 0.05;

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const minMegabytes = Number(option("--min-mb") ?? 1);
const maxMegabytes = Number(option("--max-mb") ?? 16);

const row = (number) =>
  `${number}\tNW\tExtend the safe streets scheme to ward ${number}\tG\n\nUpdate 13.12.${10 + (number % 80)}\n\n` +
  `Wardens walked ${number} streets in the quarter and met shopkeepers on each of them.\n\n`;
const head = (theme, year) =>
  `NORTHFORD COMMUNITY SAFETY PLAN (${year}-${(year + 3) % 100})\nTHEME ${theme}: SAFER STREETS\nQRT 1 December ${year}\n\n` +
  "KEY\nGreen: 9/13 (69%)\nAmber: 4/13 (31%)\n\nNo\tOrganisation\tDeliverable\tRAG\n";
const report = (index) =>
  head(1 + (index % 9), 1950 + (index % 140)) + Array.from({ length: 13 }, (_, at) => row(at + 1)).join("");
const typedRow = (number) =>
  `${(number % 999) + 1}. Extend the safe streets scheme\n   Lead: FORCE   Status: Amber\n\n   Update 13.12.19: Wardens walked ${number} streets.\n\n`;
const flatRow = (number) =>
  `${(number % 999) + 1}\nFORCE\nExtend the safe streets scheme\nAmber\nUpdate 13.12.19: Wardens walked ${number} streets.\n`;
const spacedRow = (number) =>
  `${String((number % 999) + 1).padEnd(6)}FORCE     Extend the safe            G      Update 13.12.19: Wardens walked\n` +
  "                streets scheme                    in the quarter.\n";

const filled = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const built = (opening, make) => (length) => {
  const parts = [opening];
  for (let size = opening.length, index = 0; size < length; index += 1) {
    const part = make(index);
    parts.push(part);
    size += part.length;
  }
  return parts.join("");
};

const KINDS = {
  "reports one after another": built("", report),
  "one giant report": built(head(1, 2018), row),
  "one giant row": built(
    head(1, 2018) + row(1),
    () => "Wardens walked the streets.\nUpdate 12.11.19: More was done.\n",
  ),
  "typed list": built("NORTHFORD PLAN 2018-21\nQRT 1\n\n", typedRow),
  "cells one after another": built("NORTHFORD PLAN 2018-21\nQRT 1\n\nNo\nOrganisation\nDeliverable\nRAG\n", flatRow),
  "columns of spaces": built(
    "NORTHFORD PLAN 2018-21\nQRT 1\n\nNo    Lead      Deliverable                RAG    Update\n",
    spacedRow,
  ),
  "column by column": built(
    "NORTHFORD PLAN 2018-21\nQRT 1\n\nNo  Organisation  Deliverable\n",
    (index) => `${index + 1}\nFORCE\nExtend the scheme\n\nUpdate\nUpdate 13.12.19: done\n\nRAG\nG\n`,
  ),
  "a giant line": filled("Wardens walked the streets of the ward. "),
  "a giant line in a report": (length) => head(1, 2018) + row(1) + filled("wardens walked 9 ")(length),
  tabs: filled("\t"),
  "tabs in a report": (length) => `${head(1, 2018)}1\tNW\tTitle${"\t".repeat(length)}G\n`,
  "words between tabs": (length) => head(1, 2018) + filled("word\t")(length),
  "spaces in a line": (length) => `${head(1, 2018)}Update${" ".repeat(length)}x\n`,
  "words between spaces": (length) => `No    Lead    Deliverable    RAG\n${filled("word   ")(length)}`,
  digits: filled("7"),
  "digits and dots": filled("1.1."),
  "digits and slashes": filled("4/9 "),
  capitals: filled("AB/"),
  "capitals in a cell": (length) => `${head(1, 2018)}1\t${filled("AB/")(length)}\tTitle\tG\n`,
  "a giant title": (length) => `${head(1, 2018)}1\tNW\t${filled("Class A ")(length)}\tG\n`,
  "less-than signs": filled("<"),
  "opening tags": filled("<p "),
  "row tags": filled("<tr><td>"),
  "deep markup": filled("<div>"),
  "markup over lines": filled("<tr>\n<td>a\n</td>\n"),
  ampersands: filled("&"),
  "pipe lines": filled("|\n"),
  "pipes in a line": filled("|"),
  "pipe rules": filled("| - |\n|---|---|\n"),
  "dashes and pipes": filled("-|"),
  dashes: filled("--- "),
  "updates in a line": filled("Update "),
  "updates on lines": filled("Update\n"),
  "authors in a line": filled("Force And The "),
  "authors on lines": filled("Force And The Force And Update\n"),
  "ones on lines": filled("1\n"),
  "letters on lines": filled("G\n"),
  "bullets on lines": filled("•\n"),
  "headings apart": filled("No\n\nOrganisation\n\nDeliverable\n\nRAG\n\n"),
  "headings on lines": filled("No\tOrganisation\tDeliverable\tRAG\n"),
  "plan lines": filled("NORTHFORD PLAN 2018-21\n"),
  "theme lines": filled("THEME 2 QRT 1\n"),
  counts: filled("Green 9/13 (69%)\n"),
  "counts in a line": filled("9 Green, "),
  "labels in a line": filled("Lead: "),
  "labels on lines": filled("Lead: FORCE\n"),
  brackets: filled("("),
  "marks of emphasis": filled("**a "),
  "hyphens at ends": filled("inter-\n"),
  "blank lines": filled(" \n"),
  "form feeds": filled("x\f"),
  "a line on every page": filled("SAFER STREETS\f"),
  "cut words": (length) => head(1, 2018) + row(1) + filled("abc\tdef ghi\n")(length),
  "look-alikes": filled("АВС "),
};

const wanted = option("--kind");
const encoder = new TextEncoder();
readBytes(encoder.encode(report(1).repeat(50)), "warm-up", BUILTIN_PROFILE);
console.log(
  `${"kind".padEnd(26)}${"MB".padStart(5)}${"s".padStart(8)}${"CPU s".padStart(8)}${"MB/s".padStart(8)}${"ratio".padStart(7)}  reports`,
);
for (const [name, make] of Object.entries(KINDS)) {
  if (wanted !== undefined && !name.includes(wanted)) continue;
  let before;
  for (let megabytes = minMegabytes; megabytes <= maxMegabytes; megabytes *= 2) {
    const bytes = encoder.encode(make(megabytes * MEGABYTE));
    const start = performance.now();
    const cpuStart = process.cpuUsage();
    const { reports } = readBytes(bytes, "made.txt", BUILTIN_PROFILE);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpuStart);
    const ratio = before === undefined || before < NOISE_S ? "" : (seconds / before).toFixed(1);
    const figures = [
      String(megabytes).padStart(5),
      seconds.toFixed(2).padStart(8),
      ((user + system) / 1_000_000).toFixed(2).padStart(8),
      (bytes.byteLength / MEGABYTE / seconds).toFixed(1).padStart(8),
      ratio.padStart(7),
    ];
    console.log(`${name.padEnd(26)}${figures.join("")}  ${reports.length}`);
    before = seconds;
    if (seconds > PATIENCE_S) break;
  }
}
