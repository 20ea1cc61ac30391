/**
 * Text taken out cell by cell: a row's cells on lines of their own, or all on one line, in the order of the headings.
 * In: lines. Out: items. A line that begins with a number is a head only when what follows has the row's shape.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import { singleSpaced } from "../language/spaces.js";
import { rolesBehind, tailOf, withCellsBehind } from "./behind-updates.js";
import { columnItems, isColumnar } from "./columnar.js";
import type { Context } from "./context.js";
import { type FlatHead, readFlatHead } from "./flat-head.js";
import type { FlatLine } from "./flat-line.js";
import type { Item } from "./item.js";
import { textOf } from "./ledger.js";
import type { StatusForm } from "./status-patterns.js";
import type { Roles } from "./table-heading.js";

/** Lines that a head of one row may take. */
const LONGEST_HEAD = 9;
const DEFAULT_ORDER: Roles = ["number", "organisation", "title", "status"];
const LEADING_LABEL = /^([A-Z]{0,2}\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)(?:\s+|$)/;

export function itemsInReadingOrder(
  context: Context,
  from: number,
  to: number,
  skip: ReadonlySet<number>,
): readonly Item[] {
  const { blocks, headings, ledger } = context;
  const lines: FlatLine[] = [];
  const headingLines = new Map<number, Roles>();
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const heading = headings.get(index);
    if (heading !== undefined) {
      const cells = heading.cells ?? [];
      for (let at = index; at < index + heading.length; at += 1)
        if (!cells.includes(at)) ledger.setBlockAside(at, "column-heading");
      headingLines.set(lines.length, heading.roles);
      for (const at of cells) {
        const cell = blocks[at];
        if (cell !== undefined) lines.push({ text: textOf(cell), block: at, gapBefore: cell.gapBefore });
      }
      index += heading.length - 1;
      continue;
    }
    const text = block.kind === "line" ? block.text : block.cells.map((cell) => cell.text).join(" ");
    lines.push({ text: singleSpaced(text), block: index, gapBefore: block.gapBefore });
  }
  if (isColumnar(context, lines, headingLines)) return columnItems(context, lines, headingLines);
  const read = rowByRow(context, lines, headingLines);
  const form = formOf(read);
  const items =
    form === "any" ? read : rowByRow({ ...context, status: context.status.narrowed({ form }) }, lines, headingLines);
  const breaks = new Set([...headingLines.keys()].flatMap((at) => lines[at]?.block ?? []));
  return withCellsBehind(context, items, [...headingLines.values()][0] ?? [], breaks);
}

/** Rows of the other form for each of a form, from which on that is the report's. */
const FORM_SHARE = 3;

/**
 * The one form in which the rows' statuses are to be read again: a report prints letters or words, so that a few of the
 * other are words of titles. Where most rows have none, so are lone letters. `any` where the rows stay as they are.
 */
function formOf(items: readonly Item[]): StatusForm {
  const heads = items.filter((item) => item.kind === "head").map(({ head }) => head);
  const letters = heads.filter(({ status }) => status?.source === "letter").length;
  const words = heads.filter(({ statusRaw }) => statusRaw !== null).length - letters;
  if (letters > 0 && (words >= letters * FORM_SHARE || letters + words < heads.length / 2)) return "word";
  return words > 0 && letters >= words * FORM_SHARE ? "letter" : "any";
}

/** A heading repeated in part, as a page break may leave it, changes nothing. */
const widerOrder = (heading: Roles | undefined, order: Roles): Roles =>
  heading === undefined || heading.every((role) => order.includes(role)) ? order : heading;

/** Whether a line ends with the cells that stand behind a row's updates. */
function endsRow(context: Context, text: string, order: Roles): boolean {
  const roles = rolesBehind(order);
  const tail = roles.length === 0 || text === "" ? null : tailOf(context, text, roles);
  if (tail !== null && (tail.status !== null || tail.rest === "")) return true;
  return roles.includes("status") && context.status.read(text) !== null;
}

function rowByRow(context: Context, found: readonly FlatLine[], headingLines: ReadonlyMap<number, Roles>): Item[] {
  const lines = [...found];
  const items: Item[] = [];
  let order: Roles = [...headingLines.values()][0] ?? DEFAULT_ORDER;
  let last: number | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.text === "") continue;
    order = widerOrder(headingLines.get(index), order);
    // Where the status is the first column, one alone on its line is that of the number below, not of the row above.
    const statusFirst = order[0] === "status";
    const above = statusFirst && context.status.read(line.text) !== null ? line : null;
    if (above !== null) index += 1;
    const start = lines[index];
    const label = labelOf(LEADING_LABEL.exec(start?.text ?? "")?.[1] ?? "");
    const head: FlatHead | null =
      label === null
        ? null
        : readFlatHead(
            context,
            lines.slice(index, index + LONGEST_HEAD),
            label,
            statusFirst ? order.slice(1) : order,
            last,
            { statusAbove: above?.text ?? null, rowEnds: endsRow(context, lines[index - 1]?.text ?? "", order) },
          );
    if (head === null) {
      if (above !== null) index -= 1;
      items.push({
        kind: "text",
        text: line.text,
        block: line.block,
        apart: line.gapBefore,
        cells: null,
        wrapped: true,
      });
      continue;
    }
    for (let at = index; at < index + head.lines; at += 1) {
      const block = lines[at]?.block;
      if (block === undefined) continue;
      for (const value of [head.head.number, head.head.organisationsRaw, head.head.title, head.head.statusRaw])
        if (value !== null) context.ledger.take(block, value);
    }
    if (above !== null) context.ledger.take(above.block, above.text);
    items.push({ kind: "head", head: head.head, block: line.block });
    last = plainNumber(head.head.number) ?? last;
    const lastLine = lines[index + head.lines - 1];
    if (head.rest !== "" && lastLine !== undefined)
      items.push({ kind: "text", text: head.rest, block: lastLine.block, apart: true, cells: null, wrapped: true });
    index += head.lines - 1;
    const next = lines[index + 1];
    if (head.below !== null && next !== undefined) {
      context.ledger.take(next.block, next.text.slice(0, next.text.length - head.below.length));
      lines[index + 1] = { ...next, text: head.below };
    }
  }
  return items;
}
