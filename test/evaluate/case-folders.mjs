/**
 * Figures of a set of case folders, each with an input and a truth.json. In: folder of the cases and their scorer. Out: its figures. The
 * scorer calls a row lost without a finding a silent fault too.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, readJson, scored, sum } from "./run.mjs";

/** Number, organisations, title and status. */
const VALUES_OF_ROW = 4;
const VALUE = /^row .*? (number|title|organisations|rag|dates|text) (.*)$/;

/** Whether the scorer's words about a value say that something wrong was read, not nothing. */
function isInvented(text, dates) {
  if (text.startsWith("row too many")) return true;
  const [, field, got] = VALUE.exec(text) ?? [];
  if (field === undefined) return false;
  if (field === "dates") return got.split(",").some((date) => date !== "" && date !== "null" && !dates.has(date));
  return got !== "" && got !== '""' && !/^null\b/.test(got);
}

export function caseFigures(folder, scorer) {
  const { sum: totals, results } = JSON.parse(scored("node", scorer, folder, ...COMMAND, "--json"));
  const truths = new Map(
    readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, "truth.json")))
      .map((name) => [name, readJson(join(folder, name, "truth.json")).rows]),
  );
  const rows = [...truths.values()].flat();
  const datesOf = (name) =>
    new Set(
      truths
        .get(name)
        .flatMap((row) => row.update_dates ?? [])
        .flatMap((date) => date?.split("/") ?? []),
    );
  const wrongIn = ({ name, wrong }) => {
    const dates = datesOf(name);
    return wrong.filter((text) => isInvented(text, dates)).length;
  };
  return {
    documents: totals.cases,
    faultless: totals.right,
    rows: rows.length,
    rowsLost: sum(results.map(({ wrong }) => wrong.filter((text) => /^row .* lost$/.test(text)).length)),
    wrong: sum(results.map(wrongIn)),
    values: rows.length * VALUES_OF_ROW + sum(rows.map((row) => row.update_dates?.length ?? 0)),
    silent: totals.silent,
    rejected: totals.refused,
    accused: totals.accused,
  };
}
