/**
 * Tables in a drawn frame whose rules do not cross lines between columns: "┌─────┐" above "│No   Action   Owner│". In: lines, and the
 * index of one. Out: the rows of the table that begins there, its columns where its headings begin, and the index of the first
 * line after it; null where none does, or where a word crosses the start of a column.
 */
import type { CellsLine, MarkedLine, TextLine } from "./lines.js";
import { FEWEST_RULES, rowsBetweenRules } from "./rows-between-rules.js";

const RULE = /^\s*[┌├└╔╠╚+][─═-]{10,}[┐┤┘╗╣╝+]\s*$/u;
const LINE = /^\s*[│║|](.*)[│║|]\s*$/u;
/** A line between two columns. */
const DIVIDER = /[│║]/gu;
const FEWEST_COLUMNS = 3;

export interface FramedTable {
  readonly rows: readonly CellsLine[];
  readonly to: number;
}

/** A line in the frame, and the text within. */
interface FramedLine {
  readonly line: TextLine;
  readonly text: string;
}

export const beginsFrame = (line: MarkedLine | undefined): boolean => line?.kind === "text" && RULE.test(line.text);

export function readFramedTable(lines: readonly MarkedLine[], from: number): FramedTable | null {
  if (!beginsFrame(lines[from])) return null;
  const groups: FramedLine[][] = [];
  let [to, rules] = [from, 0];
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    if (beginsFrame(line)) {
      rules += 1;
      groups.push([]);
      continue;
    }
    const text = line?.kind === "text" ? LINE.exec(line.text)?.[1] : undefined;
    if (line?.kind !== "text" || text === undefined) break;
    groups.at(-1)?.push({ line, text: text.replace(DIVIDER, " ") });
  }
  const filled = groups.filter((group) => group.length > 0);
  const starts = startsOf(filled[0]?.[0]?.text ?? "");
  if (rules < FEWEST_RULES || starts.length < FEWEST_COLUMNS || !areClear(filled, starts)) return null;
  const [headings = [], ...bodies] = filled;
  const firstCell = ({ text }: FramedLine): string => text.slice(0, starts[1]).trim();
  const rows = bodies.flatMap((group) => rowsBetweenRules(group, rules, firstCell));
  return { rows: [headings, ...rows].flatMap((own) => rowOf(own, starts)), to };
}

/** Where the headings begin, which wide gaps separate. */
const startsOf = (headings: string): number[] => [...headings.matchAll(/\S+(?: \S+)*/gu)].map(({ index }) => index);

/** Whether white space is before the start of each column on every line. */
const areClear = (groups: readonly (readonly FramedLine[])[], starts: readonly number[]): boolean =>
  groups.every((group) => group.every(({ text }) => starts.slice(1).every((at) => (text[at - 1] ?? " ") === " ")));

function rowOf(group: readonly FramedLine[], starts: readonly number[]): CellsLine[] {
  const [first, last] = [group[0]?.line, group.at(-1)?.line];
  if (first === undefined || last === undefined) return [];
  const cells = starts.map((start, column) => ({
    text: group
      .map(({ text }) => text.slice(column === 0 ? 0 : start, starts[column + 1]).trim())
      .filter((text) => text !== "")
      .join("\n"),
  }));
  const { line, gapBefore, pageStart } = first;
  return [{ kind: "cells", cells, line, lineLast: last.lineLast ?? last.line, gapBefore, pageStart }];
}
