/**
 * Accounts for a report's words: the text of each block is taken by a field, set aside with a reason, or left over. In: the
 * blocks, and what the stages of the reading used of them. Out: the residue. What is left over is residue too, so that no words are
 * lost whatever mistakes the parser makes.
 */
import { eachWord } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { ResiduePiece } from "../model/printed.js";
import type { ResidueReason } from "../schema/reasons.js";

export const textOf = (block: Block): string =>
  block.kind === "line"
    ? block.text
    : block.cells.map(({ text, label }) => (label === undefined ? text : `${label}\n${text}`)).join("\t");

/** What one reading of a report uses of its text. It is entered in the ledger only where the reading is the one taken. */
export class Uses {
  readonly entries: Use[] = [];

  /** Notes that a field, or a repair's raw text, holds this text of the block. */
  take(block: number, text: string): void {
    this.entries.push({ kind: "taken", block, text });
  }

  /** Notes that no field holds this text of the block, and why. */
  setAside(block: number, text: string, reason: ResidueReason): void {
    this.entries.push({ kind: "aside", block, text, reason });
  }

  /** Gives the reason for the words of a block that are left over. */
  setRestAside(block: number, reason: ResidueReason): void {
    this.entries.push({ kind: "rest", block, reason });
  }

  /** Notes that no field holds any text of the block, and why. */
  setBlockAside(block: number, reason: ResidueReason): void {
    this.entries.push({ kind: "aside", block, text: null, reason });
  }
}

type Use =
  | { readonly kind: "taken"; readonly block: number; readonly text: string }
  /** `text` is null for all of the block. */
  | { readonly kind: "aside"; readonly block: number; readonly text: string | null; readonly reason: ResidueReason }
  | { readonly kind: "rest"; readonly block: number; readonly reason: ResidueReason };

interface Entry {
  readonly taken: string[];
  readonly aside: { text: string; reason: ResidueReason }[];
  restReason: ResidueReason;
}

export class Ledger {
  readonly #blocks: readonly Block[];
  readonly #entries = new Map<number, Entry>();

  /** @param uses what each stage of the reading used, in their order */
  constructor(blocks: readonly Block[], uses: readonly Uses[]) {
    this.#blocks = blocks;
    for (const { entries } of uses) for (const use of entries) this.#enter(use);
  }

  #enter(use: Use): void {
    const entry = this.#entries.get(use.block) ?? { taken: [], aside: [], restReason: "unassigned" };
    this.#entries.set(use.block, entry);
    const block = this.#blocks[use.block];
    if (use.kind === "taken") entry.taken.push(use.text);
    else if (use.kind === "rest") entry.restReason = use.reason;
    else if (block !== undefined) entry.aside.push({ text: use.text ?? textOf(block), reason: use.reason });
  }

  /** The last of blocks `from` to `to` (exclusive) whose words a field holds; `from` where there is none. */
  lastTaken(from: number, to: number): number {
    for (let index = to - 1; index > from; index -= 1)
      if ((this.#entries.get(index)?.taken.length ?? 0) > 0) return index;
    return from;
  }

  /** The residue of blocks `from` to `to` (exclusive), in order, and the share of their characters that fields took, 0 to 1. */
  close(from: number, to: number): { residue: ResiduePiece[]; coverage: number } {
    const residue: ResiduePiece[] = [];
    let all = 0;
    let residual = 0;
    for (let index = from; index < to; index += 1) {
      const block = this.#blocks[index];
      if (block === undefined) break;
      const text = textOf(block);
      all += text.length;
      residue.push(...asidesOf(block));
      const entry = this.#entries.get(index);
      if (isFullyTaken(text, entry)) continue;
      const pieces = entry?.aside.map(({ text: piece, reason }) => ({ text: piece, reason })) ?? [];
      for (const left of leftOver(text, entry)) pieces.push({ text: left, reason: entry?.restReason ?? "unassigned" });
      for (const piece of pieces) {
        if (piece.text.trim() === "") continue;
        residual += piece.text.length;
        residue.push({ reason: piece.reason, text: piece.text.replace(/\t+/g, "\t").trim(), place: block.place });
      }
    }
    return { residue, coverage: all === 0 ? 0 : Math.max(0, Math.min(1, 1 - residual / all)) };
  }
}

const asidesOf = ({ asides, place }: Block): ResiduePiece[] =>
  asides?.map(({ reason, text }) => ({ reason, text, place })) ?? [];

/** Whether one field took the complete text, as for most lines: then its words need not be counted. */
const isFullyTaken = (text: string, entry: Entry | undefined): boolean =>
  entry?.taken.length === 1 && entry.aside.length === 0 && entry.taken[0] === text;

/** The runs of a block's words that are neither taken nor set aside, as printed. */
function leftOver(text: string, entry: Entry | undefined): string[] {
  if (entry === undefined) return /\S/.test(text) ? [text] : [];
  const have = new Map<string, number>();
  const count = (word: string): void => {
    have.set(word, (have.get(word) ?? 0) + 1);
  };
  for (const piece of entry.taken) eachWord(piece, count);
  for (const piece of entry.aside) eachWord(piece.text, count);
  const runs: string[] = [];
  let start = -1;
  let end = 0;
  eachWord(text, (word, at) => {
    const left = have.get(word) ?? 0;
    if (left > 0) {
      have.set(word, left - 1);
      if (start >= 0) runs.push(text.slice(start, end));
      start = -1;
    } else {
      if (start < 0) start = at;
      end = at + word.length;
    }
  });
  if (start >= 0) runs.push(text.slice(start, end));
  return runs;
}
