/**
 * Statuses that begin the text of one column with updates: "Status and progress" over "Green – on course. The survey is done." In:
 * blocks. Out: the same with two columns in place of that one. A column whose cells do not begin with statuses is kept.
 */
import { type HeadingReader, headingReader } from "../../language/headings.js";
import { onOneLine } from "../../language/spaces.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { readStatusCell } from "../fields/status-cell.js";
import type { StatusReader } from "../status.js";

/** Longest heading, in characters, and what joins its two parts. */
const LONGEST = 60;
const JOINT = /\s*(?:[&/,+\n]|\s[–—-]\s|\b(?:and|with)\b)\s*/iu;
/** Filled cells that begin with a status, at least, and their share. */
const FEWEST = 2;
const SHARE = 0.6;
/** Words of a status with what it means, on a line of its own. */
const STATUS_WORDS = 8;
/** A status and the sign between it and the text after it, on one line. */
const BEFORE_SIGN = /^([^\n:;.–—-]{1,32}?)(?:\s*[:;.]|\s+[–—-])\s+(?=\S)/u;

interface Split {
  readonly status: string;
  readonly rest: string;
}

export function withStatusBeforeUpdate(
  blocks: readonly Block[],
  profile: Profile,
  status: StatusReader,
): readonly Block[] {
  const role = headingReader(profile);
  let changed: Block[] | null = null;
  for (let at = 0; at < blocks.length; at += 1) {
    const heading = blocks[at];
    const column = heading?.kind === "row" ? combinedColumn(heading, role) : null;
    if (heading?.kind !== "row" || column === null) continue;
    const end = endOfTable(blocks, at, heading);
    if (!beginWithStatuses(blocks.slice(at + 1, end), column, status)) continue;
    changed ??= [...blocks];
    const names = partsOf(heading.cells[column]?.text ?? "", role);
    for (let row = at; row < end; row += 1) {
      const block = blocks[row];
      if (block?.kind === "row") changed[row] = inTwo(block, heading, column, names, status);
    }
    at = end - 1;
  }
  return changed ?? blocks;
}

/** A row of the table, or one of its headings again, with that column in two. */
function inTwo(row: RowBlock, heading: RowBlock, column: number, names: Split | null, status: StatusReader): RowBlock {
  const isHeading = row.cells[column]?.text === heading.cells[column]?.text;
  return withTwoColumns(row, column, isHeading ? names : splitAt(row.cells[column], status));
}

/** The one column whose heading names statuses and updates; null where another column has statuses of its own. */
function combinedColumn({ cells }: RowBlock, role: HeadingReader): number | null {
  if (cells.length < 2) return null;
  const found = cells.flatMap(({ text }, at) => (partsOf(text, role) === null ? [] : [at]));
  const [only, another] = found;
  const isRated = cells.some(({ text }, at) => at !== only && role(onOneLine(text)) === "status");
  return only === undefined || another !== undefined || isRated ? null : only;
}

function partsOf(text: string, role: HeadingReader): Split | null {
  if (text.length > LONGEST) return null;
  const [first = "", second = "", more] = text.trim().split(JOINT);
  if (more !== undefined || second === "") return null;
  const roles = [role(first), role(second)];
  if (!roles.includes("status") || !roles.includes("update")) return null;
  return roles[0] === "status" ? { status: first, rest: second } : { status: second, rest: first };
}

/** Where the rows with as many cells as their heading end. */
function endOfTable(blocks: readonly Block[], heading: number, { cells }: RowBlock): number {
  let end = heading + 1;
  for (let at = end; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "row") continue;
    if (block.cells.length !== cells.length) break;
    end = at + 1;
  }
  return end;
}

function beginWithStatuses(blocks: readonly Block[], column: number, status: StatusReader): boolean {
  const cells = blocks.flatMap((block) => (block.kind === "row" ? (block.cells[column] ?? []) : []));
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const rated = filled.filter((cell) => splitAt(cell, status) !== null);
  return rated.length >= FEWEST && rated.length >= filled.length * SHARE;
}

/** The status that a cell begins with, as its first line or before a sign, and the text after it; null where there is none. */
function splitAt(cell: Cell | undefined, status: StatusReader): Split | null {
  const text = cell?.text.trim() ?? "";
  const [line = ""] = text.split("\n", 1);
  const isOwnLine = line.length < text.length && !/[.;:]$/.test(line) && line.split(" ").length <= STATUS_WORDS;
  if (status.read(line) !== null || status.isUncoloured(line) || (isOwnLine && isStatus(line, status)))
    return { status: line, rest: text.slice(line.length).trim() };
  const [all = "", word = ""] = BEFORE_SIGN.exec(text) ?? [];
  return isStatus(word, status) ? { status: word, rest: text.slice(all.length) } : null;
}

const isStatus = (line: string, status: StatusReader): boolean =>
  readStatusCell(line, status) !== null || status.isUncoloured(line);

/** A row with its cell in two; a cell over several columns has one more. */
function withTwoColumns(row: RowBlock, column: number, split: Split | null): RowBlock {
  const cells = row.cells.map((cell, at): Cell => {
    const span = cell.span ?? 1;
    return span > 1 && at <= column && at + span > column ? { ...cell, span: span + 1 } : cell;
  });
  const own = cells[column];
  if (own === undefined) return row;
  const { lineEnds: _, ...bare } = own;
  const isSpan = (own.span ?? 1) > 1 || (own.text === "" && own.above === undefined);
  const two: Cell[] = isSpan
    ? [own, { text: "" }]
    : [
        { ...bare, text: split?.status ?? "" },
        { ...(split === null ? own : bare), text: split?.rest ?? own.text, fill: null },
      ];
  return { ...row, cells: [...cells.slice(0, column), ...two, ...cells.slice(column + 1)] };
}
