// Compares the output of a soak test with what must be in it. In: the output folder and the files made. Out: complaints.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "csv-parse/sync";

const CODES = [
  "ENCRYPTED",
  "CORRUPT",
  "EMPTY",
  "TOO_LARGE",
  "TIMEOUT",
  "OUT_OF_MEMORY",
  "VANISHED",
  "UNREADABLE",
  "UNSUPPORTED",
];
const OUTCOMES = new Set(["parsed", "no-report", "needs-ocr", "failed"]);

/** Whether every cell of a row is empty or equal to that of another row. */
function isWithin(row, whole) {
  const cells = whole.split(" | ");
  return row.split(" | ").every((cell, at) => cell === "" || cell === cells[at] || (at === 4 && Number(cell) === 0));
}

/** Rows by file, each as one text of its printed cells. */
async function rowsByFile(path) {
  const rows = new Map();
  let names = null;
  let record = "";
  for await (const line of createInterface({ input: createReadStream(path) })) {
    record = record === "" ? line : `${record}\n${line}`;
    if (record.split('"').length % 2 === 0) continue;
    const [cells = []] = parse(record);
    record = "";
    if (names === null) {
      names = new Map(cells.map((name, at) => [name, at]));
      continue;
    }
    const cell = (name) => cells[names.get(name)] ?? "";
    const file = cell("source_file");
    const row = ["number", "organisations", "title", "rag", "update_count"].map(cell).join(" | ");
    if (!rows.has(file)) rows.set(file, []);
    rows.get(file).push(row);
  }
  return rows;
}

export async function judge(out, made) {
  const complaints = [];
  const complain = (name, what) => complaints.push(`${name}: ${what}`);
  const files = new Map();
  for (const row of parse(readFileSync(`${out}/files.csv`), { columns: true })) {
    if (files.has(row.source_file)) complain(row.source_file, "listed twice");
    files.set(row.source_file, row);
  }
  const rows = await rowsByFile(`${out}/deliverables.csv`);
  const originals = new Map();
  for (const [name, { kind, from }] of made) if (kind === "original") originals.set(from, rows.get(name) ?? []);
  const codes = new Map();
  const kinds = new Map();
  for (const [name, about] of made) {
    const file = files.get(name);
    if (file === undefined) {
      complain(name, "not listed");
      continue;
    }
    const { outcome, error_code: code, message } = file;
    if (!OUTCOMES.has(outcome)) complain(name, `outcome ${outcome}`);
    if ((outcome === "failed") !== (code !== "")) complain(name, `${outcome} with the code "${code}"`);
    if (outcome === "failed") codes.set(code, (codes.get(code) ?? 0) + 1);
    if (code === "INTERNAL" || code === "CRASHED") complain(name, `${code}: ${message}`);
    if (about.code !== undefined && code !== about.code) complain(name, `${code || outcome}, not ${about.code}`);
    const isGood = about.kind.startsWith("good") || about.kind === "original";
    if (isGood && message !== "") complain(name, `good, but has the message: ${message}`);
    if (isGood && outcome !== "parsed") complain(name, `good, but ${outcome} ${code}: ${message}`);
    if (!isGood)
      kinds.set(`${about.kind} ${code || outcome}`, (kinds.get(`${about.kind} ${code || outcome}`) ?? 0) + 1);
    const before = originals.get(about.from);
    if (before === undefined || outcome === "failed") continue;
    const now = rows.get(name) ?? [];
    const isSame = before.join("\n") === now.join("\n");
    if (isGood && !isSame) complain(name, "a good copy is not read like its original");
    const invented = now.filter((row) => !before.some((known) => isWithin(row, known)));
    const lost = before.filter((row) => !now.includes(row));
    if (about.text || isSame || about.kind === "special") continue;
    if (invented.length > 0)
      complain(name, `invented of ${about.from}: ${invented.length} (${message}), as ${invented[0]}`);
    const isSaid = outcome === "needs-ocr" || (message !== "" && message !== "no report was found in it");
    if (lost.length > 0 && !isSaid && !about.hides) {
      complain(name, `lost without a message of ${about.from}: ${lost.length} of ${before.length}, as ${lost[0]}`);
    }
  }
  if (files.size !== made.size) complain("files.csv", `${files.size} rows for ${made.size} files`);
  for (const code of CODES) if (!codes.has(code)) complain("files.csv", `no file of the class ${code}`);
  return { complaints, codes, kinds };
}
