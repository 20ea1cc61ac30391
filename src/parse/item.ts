/** What a report's body is made of, whatever its layout: heads of rows, more of a head, and text under it. */

import type { Place } from "../model/block.js";
import type { FieldPlaces, RowRepair } from "../model/printed.js";
import type { RowReason } from "../schema/reasons.js";
import type { Rag } from "../schema/values.js";
import type { ReadOrganisations } from "./organisation.js";
import type { ReadStatus } from "./status.js";

/** A cell of a column that has no field of its own, as printed. */
export interface OtherCell {
  readonly heading: string;
  readonly text: string;
}

/** A cell of a status column. */
export interface StatusCell {
  readonly heading: string;
  readonly period: string | null;
  readonly raw: string | null;
  readonly rag: Rag | null;
  /** Whether it is the one that says how the row stands. */
  readonly chosen: boolean;
}

export interface RowHead {
  number: string | null;
  organisations: ReadOrganisations | null;
  /** What is in the organisation's place, readable or not. */
  organisationsRaw: string | null;
  title: string | null;
  status: ReadStatus | null;
  /** What is in the status's place, readable or not. */
  statusRaw: string | null;
  /**
   * How the status was split from the title after it, whose first word it may be: in running text, or within one cell.
   * Null where nothing is in doubt.
   */
  statusInTitle: "text" | "cell" | null;
  repairs: RowRepair[];
  /** Status of the painted colour, where one is painted. */
  colour: Rag | null;
  /** Cells of columns that have no field of their own, in printed order. */
  others: OtherCell[];
  /** The cells of every status column, where a table has several. */
  statuses: StatusCell[];
  /** The heading of the group that the row is in. */
  group: string | null;
  /** Why a person should look at the row. */
  readonly reasons: Set<RowReason>;
  /** Where its fields are printed. */
  places: FieldPlaces;
}

export type Item =
  | {
      readonly kind: "head";
      readonly head: RowHead;
      readonly block: number;
      /** Where it is, if it takes more than its block. */
      readonly place?: Place;
    }
  /** A row that continues from the one before: over a page, or where cells wrap. */
  | {
      readonly kind: "more";
      readonly title: string | null;
      /** The lines of the title, where they are an update's if the row has updates already: both are in one column. */
      readonly titleOrUpdate?: readonly TextItem[];
      readonly organisations: string | null;
      readonly status: string | null;
      /** Status of the painted colour, where one is painted. */
      readonly colour?: Rag | null;
      /** Text that continues cells of columns that have no field of their own. */
      readonly others?: readonly OtherCell[];
      /** The label that the row says it continues, as in "3 (cont.)"; "" where it says only that it continues. */
      readonly continues?: string;
      readonly block: number;
      /** Where its cells are printed. */
      readonly places: FieldPlaces;
    }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly block: number;
      /** Whether the print parts it from the text before, so that a new paragraph is sure. */
      readonly apart: boolean;
      /** The cells it was cut into, where borders cannot be trusted. */
      readonly cells: readonly string[] | null;
      /** Whether its line breaks are the page's, so that paragraphs continue over lines. */
      readonly wrapped: boolean;
      /** Whether it is in an update's cell or after its label, so that no title continues in it. */
      readonly inUpdate?: boolean;
      /** Where the line is, if not at its block's place. */
      readonly place?: Place;
      /** What the date's column beside it holds. */
      readonly dateCell?: string;
      /** The heading of its column, where it begins the text of a further column of updates. */
      readonly columnHeading?: string;
      /** The position of its column among several of updates, where it begins the column's cell. */
      readonly updateColumn?: number;
      /** Whether its cell continues that of the row above. */
      readonly continuesCell?: true;
    };

/** What begins a row. */
export type HeadItem = Extract<Item, { kind: "head" }>;

/** What continues the row before it. */
export type MoreItem = Extract<Item, { kind: "more" }>;

/** A line under a row, or before the first. */
export type TextItem = Extract<Item, { kind: "text" }>;

export const emptyRowHead = (): RowHead => ({
  number: null,
  organisations: null,
  organisationsRaw: null,
  title: null,
  status: null,
  statusRaw: null,
  statusInTitle: null,
  repairs: [],
  colour: null,
  others: [],
  statuses: [],
  group: null,
  reasons: new Set(),
  places: {},
});
