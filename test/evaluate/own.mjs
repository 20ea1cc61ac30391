/** Figures of the repository's own sets: the sample reports, compared with their README, and the tables printed in seven ways. */
import { readFileSync } from "node:fs";
import { printedCases } from "../prints/cases.mjs";
import { faultsOf, holds, isSilent, valueCount } from "../prints/faults.mjs";
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

/** Every printed table with what was read of it. */
async function readPrints() {
  const { readBytes, BUILTIN_PROFILE } = await import("../../dist/index.js");
  return printedCases().map((printed) => {
    const { reports } = readBytes(Buffer.from(printed.text), printed.file, BUILTIN_PROFILE);
    const faults = faultsOf(printed, reports);
    return { print: printed.print, printed, faults, right: holds(printed, faults), none: reports.length === 0 };
  });
}

/** Figures of all printed tables, and of those of each print by its name. */
export async function printFigures() {
  const read = await readPrints();
  const prints = [...new Set(read.map(({ print }) => print))];
  const byPrint = prints.map((name) => [name, figuresOf(read.filter(({ print }) => print === name))]);
  return { ...figuresOf(read), parts: new Map(byPrint) };
}

function figuresOf(read) {
  const count = (...kinds) => sum(read.map(({ faults }) => faults.filter(({ kind }) => kinds.includes(kind)).length));
  return {
    documents: read.length,
    faultless: read.filter(({ right }) => right).length,
    rows: sum(read.map(({ printed }) => printed.rows.length)),
    rowsLost: count("lost"),
    wrong: count("wrong", "extra"),
    values: sum(read.map(({ printed }) => valueCount(printed))),
    silent: sum(read.map(({ faults }) => faults.filter(isSilent).length)),
    rejected: read.filter(({ none }) => none).length,
    accused: read.filter(({ faults }) => faults.some(({ kind }) => kind === "accused")).length,
  };
}
