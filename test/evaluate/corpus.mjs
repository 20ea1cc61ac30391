/** Figures of the sample reports in `corpus/`, as compared with their README. */
import { readFileSync } from "node:fs";
import { byFile, datasetOf, readJson, sum } from "./run.mjs";

/** The README's name of a status → the dataset's. */
const STATUSES = { complete: "blue", green: "green", amber: "amber", red: "red", ns: "white", "?": null };
const PROMISE = /^\| (\S+\.(?:txt|md|html|pdf)) \|.*\| ([^|]+) \|$/gm;

/** "10: green 6, amber 4" → how many rows have each status, over all reports of the file. */
function promised(text) {
  const counts = Object.values(STATUSES).map((rag) => [rag, 0]);
  const byStatus = new Map(counts);
  for (const [, name, count] of text.matchAll(/(complete|green|amber|red|ns|\?) (\d+)/g)) {
    const rag = STATUSES[name];
    byStatus.set(rag, byStatus.get(rag) + Number(count));
  }
  return byStatus;
}

export function corpusFigures(work) {
  const files = byFile(readJson(datasetOf(["corpus"], work)));
  const compared = [...readFileSync("corpus/README.md", "utf8").matchAll(PROMISE)].map(([, name, text]) => {
    const want = promised(text);
    const rows = files.get(name)?.reports.flatMap(({ deliverables }) => deliverables) ?? [];
    const having = (rag) => rows.filter((row) => row.rag === rag);
    // A status that more rows have than it should is wrong on so many of them; a null too many is not wrong.
    const surplus = [...want]
      .filter(([rag]) => rag !== null)
      .map(([rag, count]) => ({
        wrong: Math.max(0, having(rag).length - count),
        plain: having(rag).filter(isPlain).length,
      }));
    const printed = sum([...want.values()]);
    return {
      printed,
      lost: Math.max(0, printed - rows.length),
      wrong: sum(surplus.map(({ wrong }) => wrong)),
      silent: sum(surplus.map(({ wrong, plain }) => Math.min(wrong, plain))),
      right: [...want].every(([rag, count]) => having(rag).length === count),
      rejected: printed > 0 && rows.length === 0,
    };
  });
  const total = (name) => sum(compared.map((file) => file[name]));
  return {
    documents: compared.length,
    faultless: compared.filter(({ right }) => right).length,
    rows: total("printed"),
    rowsLost: total("lost"),
    wrong: total("wrong"),
    values: total("printed"),
    silent: total("silent"),
    rejected: compared.filter(({ rejected }) => rejected).length,
    accused: null,
  };
}

/** A row that nothing warns of. */
const isPlain = ({ review_reasons }) => review_reasons.length === 0;
