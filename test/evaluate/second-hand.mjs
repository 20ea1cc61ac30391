/**
 * Figures of a set whose scorer prints "right … null/lost … WRONG …" by field. In: folder of the set. Out: its figures. Documents that are
 * no reports count as read without a fault where nothing is read from them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accusedCount, isRowField, isSilent } from "./misses.mjs";
import { byFile, datasetOf, isRefused, lineOf, readJson, scored, sum } from "./run.mjs";

/** Fields whose wrong values count; the texts of updates and the header do not. */
const COUNTED = ["row", "number", "rag", "org", "title", "date", "stated"];

export function secondHandFigures(folder, scorer, work) {
  const truthPath = join(folder, "truth.json");
  const dataPath = datasetOf([folder], work);
  const missPath = join(work, "misses.jsonl");
  const output = scored("python3", scorer, truthPath, dataPath, "--misses", missPath);
  const misses = readFileSync(missPath, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const files = byFile(readJson(dataPath));
  const [, faultless, documents] = lineOf(output, /^faultless strict: (\d+)\/(\d+)/m).map(Number);
  const [, refused] = lineOf(output, /^refused documents (\d+) of/m).map(Number);
  const fields = Object.fromEntries(
    COUNTED.map((field) => {
      const counts = lineOf(output, new RegExp(`^${field}\\s+right (\\d+) null/lost (\\d+) WRONG (\\d+)`, "m"));
      const [, right, lost, wrong] = counts.map(Number);
      return [field, { right, lost, wrong }];
    }),
  );
  const { row, ...values } = fields;
  const none = Object.entries(readJson(truthPath)).filter(([, { reports }]) => reports.length === 0);
  const leftAlone = none.filter(([name]) => isRefused(files.get(name))).length;
  const wrong = misses.filter(({ kind, field }) => kind === "WRONG" && isRowField(field));
  const falseFindings = misses
    .filter(({ kind }) => kind === "FALSE")
    .map(({ file, f: [rule, number, rag] }) => ({ file, rule, number, rag }));
  return {
    documents,
    faultless: faultless + leftAlone,
    rows: row.right + row.lost,
    rowsLost: row.lost,
    wrong: sum(Object.values(fields).map((field) => field.wrong)),
    values: row.wrong + sum(Object.values(values).map(({ right, lost, wrong }) => right + lost + wrong)),
    silent: wrong.filter((miss) => isSilent(miss, files)).length,
    rejected: refused - leftAlone,
    accused: accusedCount(falseFindings, files),
  };
}
