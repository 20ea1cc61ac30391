/**
 * The status key and the counts a report states: in a table, in lines ("Green (G): 9/13 (69%)") or in a sentence ("Of
 * the 15 deliverables, 9 (60%) are rated Green"). A count goes to a label only where the print leaves no choice.
 */
import type { Block } from "../model/block.js";
import type { PrintedStatement } from "../model/printed.js";
import type { Rag } from "../schema/values.js";
import type { Ledger } from "./ledger.js";
import { textOf } from "./ledger.js";
import { type Count, readCount, type StatementReader } from "./statement.js";

/** Lines without a label or a count that a key may hold between two that have one: wrapped definitions. */
const LONGEST_DEFINITION = 8;

interface Piece {
  readonly text: string;
  readonly block: number;
  /** Place in its line: characters for lines, cells for rows. */
  readonly at: number;
  readonly label: { rag: Rag; colour: boolean } | null;
  readonly count: Count | null;
}

export interface Key {
  readonly statements: readonly PrintedStatement[];
  /** Blocks that belong to the key; the rows are read from the others. */
  readonly blocks: ReadonlySet<number>;
}

function piecesOf(block: Block, index: number, reader: StatementReader): Piece[] {
  const parts =
    block.kind === "row"
      ? block.cells.map((cell, at) => ({ text: cell.text.replace(/\s*\n\s*/g, " ").trim(), at }))
      : [...block.text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], at: match.index + block.indent }));
  return parts
    .filter((part) => part.text !== "")
    .map((part) => ({ ...part, block: index, label: reader.label(part.text), count: readCount(part.text) }));
}

/**
 * Finds the key among blocks `from` to `to` (exclusive). `bodyFrom` is where rows begin: behind it only a count that
 * fills its line, printed in full ("4/15 (27%)"), still belongs to the key, as text taken out of a PDF may have it.
 */
export function readKey(
  blocks: readonly Block[],
  from: number,
  bodyFrom: number,
  to: number,
  reader: StatementReader,
  ledger: Ledger,
): Key {
  const statements: PrintedStatement[] = [];
  const used = new Set<number>();
  const place = (index: number): PrintedStatement["place"] =>
    blocks[index]?.place ?? { page: null, lineFirst: null, lineLast: null, bbox: null };

  for (let index = from; index < bodyFrom; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const direct = reader.statements(textOf(block).replace(/\s*\n\s*/g, " "));
    if (direct.length === 0) continue;
    used.add(index);
    for (const statement of direct) {
      statements.push({ ...statement, place: place(index) });
      ledger.take(index, statement.raw);
      ledger.take(index, statement.label);
    }
    ledger.setRestAside(index, "key");
  }
  if (statements.length > 0) {
    shareTotal(statements);
    return { statements, blocks: used };
  }

  const open: Piece[] = [];
  let lastSeen = -1;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (index >= bodyFrom && block.kind === "row") continue;
    const pieces = piecesOf(block, index, reader);
    const inBody = index >= bodyFrom;
    const useful = pieces.filter((piece) =>
      inBody
        ? piece.count?.full === true || (piece.label?.colour === true && pieces.length === 1)
        : piece.count !== null || piece.label !== null,
    );
    if (useful.length === 0) continue;
    if (inBody && !useful.some((piece) => piece.count !== null) && !countFollows(blocks, index, to, reader)) continue;
    if (lastSeen >= 0 && index - lastSeen <= LONGEST_DEFINITION && !inBody)
      for (let k = lastSeen + 1; k < index; k += 1) used.add(k);
    if (inBody) markDefinition(blocks, index, to, reader, used);
    lastSeen = index;
    used.add(index);
    open.push(...useful);
  }
  const paired = pairPieces(open);
  for (const { label, count } of paired)
    statements.push({
      rag: label.label?.rag ?? null,
      label: label.text,
      raw: count.text,
      count: count.count?.count ?? null,
      total: count.count?.total ?? null,
      percent: count.count?.percent ?? null,
      place: place(count.block),
    });
  for (const { label, count } of paired) {
    ledger.take(label.block, label.text);
    ledger.take(count.block, count.text);
  }
  if (paired.length === 0) used.clear();
  for (const index of used) ledger.setRestAside(index, "key");
  return { statements, blocks: used };
}

function countFollows(blocks: readonly Block[], index: number, to: number, reader: StatementReader): boolean {
  for (let next = index + 1; next < to && next <= index + LONGEST_DEFINITION; next += 1) {
    const block = blocks[next];
    if (block?.kind !== "line") return false;
    if (readCount(block.text)?.full === true) return true;
    if (reader.label(block.text) !== null && next === index + 1) return false;
  }
  return false;
}

/** Behind the rows' beginning, a label's definition goes on to the count that follows it. */
function markDefinition(
  blocks: readonly Block[],
  index: number,
  to: number,
  reader: StatementReader,
  used: Set<number>,
): void {
  const block = blocks[index];
  if (block?.kind !== "line" || reader.label(block.text) === null) return;
  for (let next = index + 1; next < to && next <= index + LONGEST_DEFINITION; next += 1) {
    const below = blocks[next];
    if (below?.kind !== "line" || readCount(below.text)?.full === true) return;
    used.add(next);
  }
}

/** Labels and counts in printed order. Colour names are the labels where there are any: "Complete" may define one. */
function pairPieces(pieces: readonly Piece[]): { label: Piece; count: Piece }[] {
  const colours = pieces.filter((piece) => piece.label?.colour === true);
  const labels = colours.length >= 2 ? colours : pieces.filter((piece) => piece.label !== null);
  const counts = pieces.filter((piece) => piece.count !== null);
  const distinct = new Set(labels.map((piece) => piece.label?.rag)).size === labels.length;
  if (!distinct || labels.length === 0) return [];
  if (labels.length === counts.length)
    return labels.flatMap((label, index) => {
      const count = counts[index];
      return count === undefined ? [] : [{ label, count }];
    });
  // Fewer counts than labels: only a count right under or behind its label, and no other, is sure.
  return labels.flatMap((label) => {
    const near = counts.filter(
      (count) =>
        count.block >= label.block &&
        count.block <= label.block + 1 &&
        count.at - label.at >= 0 &&
        count.at - label.at <= 1,
    );
    const only = near[0];
    return near.length === 1 && only !== undefined ? [{ label, count: only }] : [];
  });
}

/** "Of the 17 deliverables" states the total of every count in the sentence, and a total line that of the whole key. */
function shareTotal(statements: PrintedStatement[]): void {
  const total = statements.find((statement) => statement.rag === null && statement.label.toLowerCase() === "total");
  if (total === undefined) return;
  const rest = statements.filter((statement) => statement !== total);
  statements.length = 0;
  for (const statement of rest) statements.push({ ...statement, total: statement.total ?? total.count });
}
