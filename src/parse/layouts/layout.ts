/**
 * What a layout is: a way in which things to do are printed without being a table. It reads a document's blocks and proposes
 * tables; `best-tables.ts` decides among the proposals of all layouts.
 */
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";

/** A part of a document read as a table. */
export interface TableReading {
  /** The blocks that it stands for, from (inclusive) and to (exclusive). */
  readonly from: number;
  readonly to: number;
  /** The same text as rows under headings, with the lines that are no part of a row between them. */
  readonly blocks: readonly Block[];
}

export interface Layout {
  readonly name: string;
  /** The tables that the layout sees, in printed order, none over another. It changes nothing and keeps nothing. */
  readonly tables: (blocks: readonly Block[], profile: Profile) => readonly TableReading[];
}
