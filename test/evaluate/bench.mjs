/**
 * Figures of a set whose scorer gives shares by group and lists its misses as JSON lines. In: folder of the set and the scorer. Out: its
 * figures.
 */
import { join } from "node:path";
import { accusedCount, isSilent } from "./misses.mjs";
import { byFile, datasetOf, isRefused, readJson, scored, sum } from "./run.mjs";

/** More misses than any set has. */
const ALL = "1000000";
/** The scorer's kind of a miss → the field of the row. A date is missed by a null or by another date, as the others are. */
const FIELDS = { "extra-row": "row", rag: "rag", organisations: "org", title: "title", date: "date" };
/** Number, organisations, title and status. */
const VALUES_OF_ROW = 4;

const isNothing = (got) => got === null || got === "" || (Array.isArray(got) && got.length === 0);

export function benchFigures(folder, scorer, work) {
  const truthPath = join(folder, "truth.json");
  const dataPath = datasetOf([folder], work);
  const { total } = JSON.parse(scored("node", scorer, truthPath, dataPath, "--json"));
  const misses = scored("node", scorer, truthPath, dataPath, "--worst", ALL)
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const truth = readJson(truthPath);
  const rows = Object.values(truth).flatMap(({ reports }) => reports.flatMap(({ deliverables }) => deliverables));
  const files = byFile(readJson(dataPath));
  const documents = Object.keys(truth).length;
  const wrong = misses
    .filter(({ kind, got }) => FIELDS[kind] !== undefined && !isNothing(got))
    .map((miss) => ({ ...miss, field: FIELDS[miss.kind] }));
  const falseFindings = misses
    .filter(({ kind }) => kind === "finding-false")
    .map(({ file, finding }) => {
      const [rule, number, rag] = finding.split("|");
      return { file, rule, number, rag };
    });
  return {
    documents,
    faultless: Math.round(total.perfect * documents),
    rows: rows.length,
    rowsLost: misses.filter(({ kind }) => kind === "row").length,
    wrong: wrong.length,
    values: rows.length * VALUES_OF_ROW + sum(rows.map(({ updates }) => updates.length)),
    silent: wrong.filter((miss) => isSilent(miss, files)).length,
    rejected: Object.entries(truth).filter(([name, { reports }]) => reports.length > 0 && isRefused(files.get(name)))
      .length,
    accused: accusedCount(falseFindings, files),
  };
}
