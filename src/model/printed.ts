/** A report as printed: what the parser found, raw and read, before identifiers and counts are given. */
import type { ResidueReason, RowReason } from "../schema/reasons.js";
import type { Rag, Repair } from "../schema/values.js";
import type { Place } from "./block.js";

export interface PrintedHeader {
  planTitle: string | null;
  planStartYear: number | null;
  planEndYear: number | null;
  themeNumber: number | null;
  themeTitle: string | null;
  quarter: number | null;
  periodLabel: string | null;
  /** First year of the financial year that the period itself names ("Quarter 2 2021/22" is 2021). */
  periodYear: number | null;
  publishedMonth: string | null;
  version: string | null;
  overallRating: string | null;
  /** Where the overall rating is stated. */
  ratingPlace: Place | null;
  /** The sentence that defines how the overall rating follows from the counts, where there is one. */
  ratingBasis: string | null;
}

export interface PrintedStatement {
  readonly rag: Rag | null;
  readonly label: string;
  readonly raw: string;
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
  readonly place: Place;
}

/** Which way a figure is bounded: "fewer than 5" is below 5. */
export type Limit = "exact" | "below" | "at-most" | "above" | "at-least";

/** A share that the text states of anything, with its own base: "31 of 46 (67%)". */
export interface PrintedClaim {
  readonly raw: string;
  readonly count: number;
  readonly countLimit: Limit;
  readonly total: number;
  /** Digits as printed, without the sign: "57.1". */
  readonly percent: string;
  readonly percentLimit: Limit;
  /** Number of the row in whose update it stands; null elsewhere, or where the row has none. */
  readonly number: string | null;
  readonly place: Place;
}

/** What a head states of a status without a figure of its own: "Less than 1% are red". */
export interface PrintedBound {
  readonly rag: Rag;
  readonly raw: string;
  readonly limit: Limit;
  readonly figure: number;
  /** Whether `figure` is a percentage. */
  readonly isPercent: boolean;
  readonly place: Place;
}

export interface PrintedUpdate {
  date: string | null;
  dateRaw: string | null;
  heading: string | null;
  author: string | null;
  text: string;
  repairs: Repair[];
  place: Place;
}

/** A repair of a row's own field. */
export interface RowRepair extends Repair {
  readonly field: "number" | "organisations" | "title" | "rag";
}

export interface PrintedRow {
  number: string | null;
  numberSource: "printed" | "inferred" | null;
  organisations: string[];
  organisationsRaw: string | null;
  title: string | null;
  rag: Rag | null;
  ragRaw: string | null;
  ragSource: "letter" | "word" | "colour" | null;
  ragColour: Rag | null;
  updates: PrintedUpdate[];
  reasons: RowReason[];
  repairs: RowRepair[];
  place: Place;
}

export interface ResiduePiece {
  readonly reason: ResidueReason;
  readonly text: string;
  readonly place: Place;
}

export interface PrintedReport {
  readonly header: PrintedHeader;
  readonly statements: readonly PrintedStatement[];
  /** Whether every status that the key names has a count that could be read. */
  readonly countsComplete: boolean;
  readonly rows: readonly PrintedRow[];
  readonly claims: readonly PrintedClaim[];
  readonly bounds: readonly PrintedBound[];
  readonly residue: readonly ResiduePiece[];
  /** Share of the report's characters that some field took, 0 to 1. */
  readonly coverage: number;
  readonly place: Place;
  /** Page of the last words that a field took; null for plain text. */
  readonly pageLast: number | null;
}
