/**
 * Tables drawn with signs, as programs print them: "+----+------+" above and below rows of "| 1  | Open |". In: lines, and the index of
 * one. Out: the rows of the table that begins there, and the index of the first line after it; null where none does.
 */
import type { CellsLine, MarkedLine, TextLine } from "./lines.js";
import { pipeCells } from "./markdown.js";
import { FEWEST_RULES, rowsBetweenRules } from "./rows-between-rules.js";

const RULE = /^\s*\+(?:[-=]{2,}\+){2,}\s*$/;

export interface BoxedTable {
  readonly rows: readonly CellsLine[];
  readonly to: number;
}

export function readBoxedTable(lines: readonly MarkedLine[], from: number): BoxedTable | null {
  if (!isRule(lines[from])) return null;
  const groups: TextLine[][] = [];
  let [to, rules, width] = [from, 0, 0];
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    if (isRule(line)) {
      rules += 1;
      groups.push([]);
    } else if (line?.kind === "text" && line.text.trimStart().startsWith("|")) {
      const count = pipeCells(line.text).length;
      width ||= count;
      if (count !== width) return null;
      groups.at(-1)?.push(line);
    } else break;
  }
  if (rules < FEWEST_RULES) return null;
  const firstCell = ({ text }: TextLine): string => pipeCells(text)[0] ?? "";
  const rows = groups.flatMap((group) => rowsBetweenRules(group, rules, firstCell));
  return { rows: rows.flatMap(joined), to };
}

const isRule = (line: MarkedLine | undefined): boolean => line?.kind === "text" && RULE.test(line.text);

/** Lines of one row: each cell's lines wrap. */
function joined(own: readonly TextLine[]): CellsLine[] {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const lines = own.map(({ text }) => pipeCells(text));
  const cells = (lines[0] ?? []).map((_, at) => ({
    text: lines
      .map((each) => each[at] ?? "")
      .filter((text) => text !== "")
      .join(" "),
  }));
  const { line, gapBefore, pageStart } = first;
  return [{ kind: "cells", cells, line, lineLast: last.lineLast ?? last.line, gapBefore, pageStart }];
}
