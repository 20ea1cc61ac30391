#!/usr/bin/env node
// Measures how long PDFs take to become a dataset, and how long pdfplumber takes to extract text and tables from the same
// files, one after the other in the same run. Run by hand, after `npm run build`:
//   python3 -m venv peer && peer/bin/pip install pdfplumber
//   node test/bench/pdf-speed.mjs FOLDER peer/bin/python [TIMES]
// All PDFs of FOLDER are read TIMES times (default 3); the time to start processes is part of the figure.
import { appendFileSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shownTime, timed } from "./watched.mjs";

const [folder, python, times = "3"] = process.argv.slice(2);
if (folder === undefined || python === undefined) {
  console.error("usage: node test/bench/pdf-speed.mjs FOLDER PYTHON [TIMES]");
  process.exit(2);
}
const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const PEER = `
import pathlib, sys, pdfplumber
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.pdf")):
    try:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
                page.close()
    except Exception as error:
        print(path.name, type(error).__name__, file=sys.stderr)
`;

const work = mkdtempSync(join(tmpdir(), "ragtally-pdf-speed-"));
try {
  const names = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  // A byte after a PDF's end changes nothing but its hash: the same file twice is read once.
  for (let turn = 0; turn < Number(times); turn += 1)
    for (const name of names) {
      const copy = join(work, `${turn}-${name}`);
      copyFileSync(join(folder, name), copy);
      appendFileSync(copy, "\n".repeat(turn));
    }
  const peer = await timed(python, ["-c", PEER, work]);
  const own = await timed(process.execPath, [
    command,
    "ingest",
    work,
    "--out",
    join(work, "out"),
    "--quiet",
    "--no-cache",
  ]);
  const files = names.length * Number(times);
  console.log(
    `${files} files: pdfplumber ${shownTime(peer)}, ragtally ${shownTime(own)}: ${(peer.seconds / own.seconds).toFixed(1)} times as fast, with ${(peer.cpu / own.cpu).toFixed(1)} times less CPU time`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
