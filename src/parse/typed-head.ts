/**
 * The head of one entry of a typed list: "7. Title" with its labels under it or beside it, "ACTION 1.1" above them, or
 * "7. Title (BC) - GREEN". In: the blocks from its first line on. Out: the head and the lines it takes.
 */
import { ragOfColour } from "../language/colours.js";
import { isLabel, labelOf } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import type { RowBlock } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Rag } from "../schema/values.js";
import type { Context } from "./context.js";
import { emptyRowHead, type RowHead } from "./item.js";
import { readTail, type Tail } from "./title-tail.js";
import { type Grammar, type Labelled, labelledBehind, labelledValues, lineText, startsRecord } from "./typed-labels.js";

/** Lines that a wrapped title may take before its labels. */
const TITLE_LINES = 3;

export interface Candidate {
  readonly head: RowHead;
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  /** Whether labels name its organisation or status. */
  readonly labelled: boolean;
  /** What stands behind its title without labels. */
  readonly tail: Tail | null;
}

export function readCandidate(
  context: Context,
  grammar: Grammar,
  index: number,
  to: number,
  skip: ReadonlySet<number>,
): Candidate | null {
  const block = context.blocks[index];
  const text = lineText(block);
  if (block === undefined || text === null) return null;
  // Where columns are headed, a row's cells are known by them.
  if (block.kind === "row" && context.headings.size > 0 && (block.borders !== "loose" || holdsCells(block)))
    return null;
  const head = emptyRowHead();
  const indent = block.kind === "line" ? block.indent : 0;
  let next = index;
  const numbered = grammar.numbered.exec(text);
  let title = numbered?.[2] ?? "";
  head.number = labelOf(numbered?.[1] ?? "") ?? bareNumber(context, grammar, index);
  const inline = head.number === null ? null : labelledBehind(title, grammar);
  if (inline !== null) title = inline.title;
  if (head.number === null && !startsRecord(text, grammar)) return null;
  if (head.number !== null) next += 1;
  let values: Labelled[] = inline?.values ?? [];
  for (let lines = 0; next < to && !skip.has(next) && values.length === 0; next += 1, lines += 1) {
    const below = lineText(context.blocks[next]);
    if (below === null) break;
    const found = labelledValues(below, grammar);
    if (found !== null) break;
    if (
      lines >= TITLE_LINES ||
      context.blocks[next]?.gapBefore === true ||
      head.number === null ||
      grammar.numbered.test(below) ||
      (context.update.read(below) !== null && !isUnfinished(title))
    )
      break;
    title = `${title} ${below}`;
  }
  for (; next < to && !skip.has(next); next += 1) {
    const below = lineText(context.blocks[next]);
    const found = below === null ? null : labelledValues(below, grammar);
    if (
      found === null &&
      below !== null &&
      inline !== null &&
      next <= index + TITLE_LINES &&
      context.blocks[next]?.gapBefore === false &&
      labelFollows(context, grammar, next)
    ) {
      // The title wraps under the labels that stand behind its first line.
      title = `${title} ${below}`;
      continue;
    }
    if (
      found === null &&
      below !== null &&
      values.at(-1)?.role === "title" &&
      context.blocks[next]?.gapBefore === false &&
      labelFollows(context, grammar, next, TITLE_LINES)
    ) {
      values[values.length - 1] = { role: "title", value: `${values.at(-1)?.value} ${below}` };
      continue;
    }
    if (found === null || (context.update.read(below ?? "") !== null && values.length > 0)) break;
    // A labelled number begins the next record.
    if (head.number !== null && found.some((value) => value.role === "number")) break;
    if (values.some((value) => value.role !== "other" && found.some((other) => other.role === value.role))) break;
    values = [...values, ...found];
    const empty = values.at(-1);
    const under = lineText(context.blocks[next + 1]);
    // A label alone on its line names what stands on the next.
    if (
      empty?.value === "" &&
      under !== null &&
      labelledValues(under, grammar) === null &&
      isValue(context, empty.role, under)
    ) {
      values[values.length - 1] = { role: empty.role, value: under };
      next += 1;
    }
  }
  const labelled = values.some(({ role, value }) => role === "organisation" || (role === "status" && isShort(value)));
  if (!labelled && numbered?.[2] !== undefined) {
    const found = findTail(context, grammar, numbered[2], index, to, skip);
    if (found !== null) {
      Object.assign(head, { title: found.tail.title, status: found.tail.status, statusRaw: found.tail.statusRaw });
      return { head, from: index, to: found.to, indent, labelled, tail: found.tail };
    }
  }
  for (const { role, value } of values) {
    if (role === "organisation") {
      head.organisations = context.organisations.readCell(value);
      head.organisationsRaw = value === "" ? null : value;
      if (head.organisations !== null && head.organisations.value !== value)
        head.repairs.push({ field: "organisations", raw: value, value: head.organisations.value });
    } else if (role === "status") {
      head.status = context.status.read(value);
      head.statusRaw = value === "" ? null : value;
    } else if (role === "number" && head.number === null) head.number = labelOf(value);
    else if (role === "title" && title === "") title = value;
  }
  if (head.statusRaw !== null) head.colour = paintedBeside(context, index, next, head.statusRaw);
  head.title = title.replace(/[*_]{2}/g, "").trim() || null;
  if (head.number === null || head.title === null) return null;
  return { head, from: index, to: labelled ? next : index + 1, indent, labelled, tail: null };
}

/** Cells beside a number's that make a row of a table. */
const FEWEST_CELLS = 3;
const holdsCells = ({ cells }: RowBlock): boolean => cells.length > FEWEST_CELLS && isLabel(cells[0]?.text ?? "");

/** A status as printed, readable or not; what is longer tells of statuses. */
const LONGEST_STATUS = 40;
const isShort = (value: string): boolean => value.length <= LONGEST_STATUS;

/** Status of the colour painted behind the cell that holds the status. */
function paintedBeside(context: Context, from: number, to: number, raw: string): Rag | null {
  for (let index = from; index < to; index += 1) {
    const block = context.blocks[index];
    const cell = block?.kind === "row" ? block.cells.find(({ text }) => text.endsWith(raw)) : undefined;
    if (cell !== undefined) return cell.fill === undefined || cell.fill === null ? null : ragOfColour(cell.fill);
  }
  return null;
}

function isValue(context: Context, role: ColumnRole, text: string): boolean {
  if (role === "status") return context.status.read(text) !== null;
  if (role === "organisation")
    return context.organisations.isCodes(text) || context.organisations.readText(text) !== null;
  return role === "title";
}

/** Whether a label stands on one of the next lines, with no gap before it. */
function labelFollows(context: Context, grammar: Grammar, index: number, reach = 1): boolean {
  for (let next = index + 1; next <= index + reach; next += 1) {
    const line = lineText(context.blocks[next]);
    if (line === null || (next > index + 1 && context.blocks[next]?.gapBefore === true)) return false;
    if (labelledValues(line, grammar) !== null || grammar.update.test(line)) return true;
  }
  return false;
}

/** The number of a line that has nothing else ("ACTION 1.1"), above a line with a label; null for any other. */
function bareNumber(context: Context, grammar: Grammar, index: number): string | null {
  const number = labelOf(grammar.bare.exec(lineText(context.blocks[index]) ?? "")?.[1] ?? "");
  const below = number === null ? null : lineText(context.blocks[index + 1]);
  return below !== null && labelledValues(below, grammar) !== null ? number : null;
}

/** The status behind a title that may wrap, and where the lines of both end. */
function findTail(
  context: Context,
  grammar: Grammar,
  first: string,
  index: number,
  to: number,
  skip: ReadonlySet<number>,
): { tail: Tail; to: number } | null {
  let title = first;
  for (let next = index + 1; next <= index + 1 + TITLE_LINES; next += 1) {
    const tail = readTail(context, title.replace(/[*_]{2}/g, ""));
    if (tail !== null) return { tail, to: next };
    const below = next < to && !skip.has(next) ? lineText(context.blocks[next]) : null;
    if (below === null || context.blocks[next]?.gapBefore === true || grammar.numbered.test(below)) return null;
    if (context.update.read(below) !== null || labelledValues(below, grammar) !== null) return null;
    title = `${title} ${below}`;
  }
  return null;
}
