/**
 * A report's header while it is read. A field once set keeps its value, because the first mention is the header's own.
 */
import type { PrintedHeader } from "../../model/printed.js";
import type { Context } from "../context.js";
import { Uses } from "../ledger.js";
import { emptyHeader } from "./header-reader.js";

export class HeaderDraft {
  readonly header: PrintedHeader = emptyHeader();
  readonly context: Context;
  /** The first block after the header. */
  readonly end: number;
  /** What the header uses, and of which blocks. */
  readonly uses = new Uses();
  readonly blocks = new Set<number>();
  readonly #skip: ReadonlySet<number>;

  /** @param skip blocks that nothing is read from */
  constructor(context: Context, end: number, skip: ReadonlySet<number>) {
    this.context = context;
    this.end = end;
    this.#skip = skip;
  }

  /** Notes that a field holds a text of a block. */
  take(index: number, text: string): void {
    this.uses.take(index, text);
    this.uses.setRestAside(index, "head");
    this.blocks.add(index);
  }

  /**
   * Sets a field that a block states, where it has no value yet; false where it has one, or the block states none.
   * @param printed the words that state it; those of the value itself where they are not given
   */
  set<K extends keyof PrintedHeader>(
    index: number,
    field: K,
    value: PrintedHeader[K] | undefined,
    printed: string | null | undefined,
  ): boolean {
    if (value === undefined || value === null || this.header[field] !== null) return false;
    this.header[field] = value;
    this.take(index, printed ?? String(value));
    return true;
  }

  /** Whether a block is still to be read. */
  isUnread(index: number): boolean {
    return !this.#skip.has(index) && !this.blocks.has(index);
  }

  /** Whether a block is the header's: still to be read, or taken by one of its fields. */
  holds(index: number): boolean {
    return !this.#skip.has(index);
  }
}
