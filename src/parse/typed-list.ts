/**
 * Typed lists: "7. Title", then "Lead: FORCE   Status: Amber", the labels on one line or on several. A numbered line
 * is a row's head only with such labels under it, or where its place in the list says so.
 */

import { ragOfColour } from "../language/colours.js";
import { labelOf, plainNumber } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Rag } from "../schema/values.js";
import { textItems } from "./aligned-row.js";
import type { Context } from "./context.js";
import { emptyRowHead, type Item, type RowHead } from "./item.js";
import {
  type Grammar,
  grammarOf,
  type Labelled,
  labelledBehind,
  labelledValues,
  lineText,
  startsRecord,
} from "./typed-labels.js";

/** Lines that a wrapped title may take before its labels. */
const TITLE_LINES = 3;

interface Candidate {
  readonly head: RowHead;
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly sure: boolean;
}

/** The first block that is a typed list's head with its labels, or null. */
export function firstTypedHead(context: Context, from: number, to: number, skip: ReadonlySet<number>): number | null {
  const grammar = grammarOf(context.profile);
  for (let index = from; index < to; index += 1)
    if (!skip.has(index) && readCandidate(context, grammar, index, to, skip)?.sure === true) return index;
  return null;
}

/** Items of a typed list, or null where fewer than two heads with labels are there. */
export function itemsInTypedList(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] | null {
  const grammar = grammarOf(context.profile);
  const candidates: Candidate[] = [];
  for (let index = from; index < to; index += 1) {
    if (skip.has(index)) continue;
    const candidate = readCandidate(context, grammar, index, to, skip);
    if (candidate === null) continue;
    candidates.push(candidate);
    if (candidate.sure) index = candidate.to - 1;
  }
  const sure = candidates.filter((candidate) => candidate.sure);
  if (sure.length < 2) return null;
  const indents = new Set(sure.map((candidate) => candidate.indent));
  const gaps = sure.every((candidate) => context.blocks[candidate.from]?.gapBefore === true || candidate.from === from);
  const heads = new Map<number, Candidate>();
  let last: number | null = null;
  for (const candidate of candidates) {
    const number = plainNumber(candidate.head.number);
    // A head whose labels were lost: it stands where heads stand, and its number is the next one.
    const placed =
      indents.has(candidate.indent) &&
      gaps &&
      context.blocks[candidate.from]?.gapBefore === true &&
      number !== null &&
      last !== null &&
      number === last + 1;
    if (!candidate.sure && !placed) continue;
    heads.set(candidate.from, candidate);
    last = number ?? last;
  }
  const items: Item[] = [];
  for (let index = from; index < to; index += 1) {
    const block = context.blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const candidate = heads.get(index);
    if (candidate !== undefined) {
      items.push({ kind: "head", head: candidate.head, block: index });
      for (let at = index; at < candidate.to; at += 1) takeHead(context, candidate.head, at);
      index = candidate.to - 1;
      continue;
    }
    if (block.kind === "row" && block.borders !== "loose") {
      for (const cell of block.cells) items.push(...textItems(cell.text, index, true));
      continue;
    }
    const text = lineText(block) ?? "";
    items.push({
      kind: "text",
      text: text.replace(/\s{2,}/g, " "),
      block: index,
      apart: block.gapBefore,
      cells: null,
      wrapped: true,
    });
  }
  return items;
}

/** Head lines are taken by the head's fields; their labels ("Lead:") are column headings of a kind. */
function takeHead(context: Context, head: RowHead, index: number): void {
  for (const value of [head.number, head.title, head.organisationsRaw, head.statusRaw])
    if (value !== null) context.ledger.take(index, value);
  context.ledger.setRestAside(index, "column-heading");
}

function readCandidate(
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
  if (block.kind === "row" && block.borders !== "loose" && context.headings.size > 0) return null;
  const head = emptyRowHead();
  const indent = block.kind === "line" ? block.indent : 0;
  let next = index;
  const numbered = grammar.numbered.exec(text);
  let title = numbered?.[2] ?? "";
  head.number = labelOf(numbered?.[1] ?? "") ?? null;
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
      labelFollows(context, grammar, next)
    ) {
      values[values.length - 1] = { role: "title", value: `${values.at(-1)?.value} ${below}` };
      continue;
    }
    if (found === null || (context.update.read(below ?? "") !== null && values.length > 0)) break;
    // A labelled number begins the next record.
    if (head.number !== null && found.some((value) => value.role === "number")) break;
    if (values.some((value) => found.some((other) => other.role === value.role))) break;
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
  const sure = values.some((value) => value.role === "organisation" || value.role === "status");
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
  return { head, from: index, to: sure ? next : index + 1, indent, sure };
}

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
    return context.organisations.isCodes(text) || context.organisations.readCell(text) !== null;
  return role === "title";
}

const labelFollows = (context: Context, grammar: Grammar, index: number): boolean => {
  const next = lineText(context.blocks[index + 1]);
  return next !== null && labelledValues(next, grammar) !== null;
};
