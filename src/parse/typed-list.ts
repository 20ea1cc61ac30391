/**
 * Typed lists: "7. Title", then "Lead: FORCE   Status: Amber", the labels on one line or on several. A numbered line
 * is a row's head only with such labels under it, with a status behind its title, or where its place in the list says so.
 */
import { plainNumber } from "../language/labels.js";
import { textItems } from "./aligned-row.js";
import type { Context } from "./context.js";
import type { Item, RowHead } from "./item.js";
import { readLabelLine } from "./label-lines.js";
import { type Candidate, readCandidate } from "./typed-head.js";
import { grammarOf, lineText } from "./typed-labels.js";

/** Titles with a status behind them that make a list, at least. */
const FEWEST_TAILS = 2;
/** Share of such titles with a name in brackets from which on that is the organisation's. */
const NAMED_SHARE = 0.75;

const isSure = ({ labelled, tail }: Candidate): boolean => labelled || tail !== null;

/**
 * The first block of a typed list, or null.
 * @param options.labelled whether only a head with labels is one
 */
export function firstTypedHead(
  context: Context,
  from: number,
  to: number,
  skip: ReadonlySet<number>,
  { labelled = false }: { readonly labelled?: boolean } = {},
): number | null {
  const grammar = grammarOf(context.profile);
  let first: number | null = null;
  let tails = 0;
  for (let index = from; index < to; index += 1) {
    const candidate = skip.has(index) ? null : readCandidate(context, grammar, index, to, skip);
    if (candidate?.labelled === true) return labelled ? index : (first ?? index);
    if (candidate === null || candidate.tail === null || labelled) continue;
    first ??= index;
    tails += 1;
    if (tails >= FEWEST_TAILS) return first;
  }
  return null;
}

/** Items of a typed list, or null where fewer than two heads are sure. */
export function itemsInTypedList(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] | null {
  const grammar = grammarOf(context.profile);
  const found: Candidate[] = [];
  for (let index = from; index < to; index += 1) {
    if (skip.has(index)) continue;
    const candidate = readCandidate(context, grammar, index, to, skip);
    if (candidate === null) continue;
    found.push(candidate);
    if (isSure(candidate)) index = candidate.to - 1;
  }
  const candidates = withoutForeignTails(context, found, from, to);
  const sure = candidates.filter(isSure);
  if (sure.length < 2) return null;
  nameOrganisations(context, sure);
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
    if (!isSure(candidate) && !placed) continue;
    heads.set(candidate.from, candidate);
    last = number ?? last;
  }
  const items: Item[] = [];
  let head: RowHead | null = null;
  for (let index = from; index < to; index += 1) {
    const block = context.blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const candidate = heads.get(index);
    if (candidate !== undefined) {
      head = candidate.head;
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
    const isFirst = items.at(-1)?.kind === "head";
    const rest = head === null ? null : readLabelLine(context, grammar, { text, block: index, isFirst }, head);
    if (rest === "") continue;
    items.push({
      kind: "text",
      text: (rest ?? text).replace(/\s{2,}/g, " "),
      block: index,
      apart: block.gapBefore,
      cells: null,
      wrapped: true,
      inUpdate: rest !== null,
    });
  }
  return items;
}

/**
 * A list inside an update may have statuses behind its items too: those are heads of rows only where nothing else in the
 * report is, and where each has its own number.
 */
function withoutForeignTails(context: Context, found: readonly Candidate[], from: number, to: number): Candidate[] {
  const numbers = found.filter(({ tail }) => tail !== null).map(({ head }) => head.number);
  let headed = false;
  for (let index = from; index < to && !headed; index += 1) headed = context.headings.has(index);
  const own = !headed && !found.some(({ labelled }) => labelled) && new Set(numbers).size === numbers.length;
  return own ? [...found] : found.filter(({ tail }) => tail === null);
}

/** Sets what stands in brackets behind titles as their organisations, or puts it back where it may be the title's. */
function nameOrganisations(context: Context, candidates: readonly Candidate[]): void {
  const tails = candidates.filter(({ tail }) => tail !== null);
  const named = tails.filter(({ tail }) => tail?.organisation !== null).length >= tails.length * NAMED_SHARE;
  for (const { head, tail } of tails) {
    if (tail === null || tail.organisation === null) continue;
    if (!tail.coded && !named) {
      head.title = `${tail.title} (${tail.organisation})`;
      continue;
    }
    head.organisations = context.organisations.readCell(tail.organisation);
    head.organisationsRaw = tail.organisation;
  }
}

/** Head lines are taken by the head's fields; their labels ("Lead:") are column headings of a kind. */
function takeHead(context: Context, head: RowHead, index: number): void {
  for (const value of [head.number, head.title, head.organisationsRaw, head.statusRaw])
    if (value !== null) context.ledger.take(index, value);
  context.ledger.setRestAside(index, "column-heading");
}
