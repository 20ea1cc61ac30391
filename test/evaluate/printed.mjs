/** Figures of generated cases. In: cases of `test/prints` or `test/seeded`. Out: what the built library reads of them, and the figures. */
import { faultsOf, holds, isSilent, valueCount } from "../prints/faults.mjs";
import { sum } from "./run.mjs";

export async function readCases(cases) {
  const { readBytes, BUILTIN_PROFILE } = await import("../../dist/index.js");
  return cases.map((printed) => {
    const { reports } = readBytes(Buffer.from(printed.text), printed.file, BUILTIN_PROFILE);
    const faults = faultsOf(printed, reports);
    return { printed, faults, right: holds(printed, faults), none: reports.length === 0 };
  });
}

/** The figures of all cases, and those of each print by its name. */
export async function caseFiguresByPrint(cases) {
  const read = await readCases(cases);
  const prints = [...new Set(cases.map(({ print }) => print))];
  const parts = prints.map((name) => [name, figuresOf(read.filter(({ printed }) => printed.print === name))]);
  return { ...figuresOf(read), parts: new Map(parts) };
}

export function figuresOf(read) {
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
