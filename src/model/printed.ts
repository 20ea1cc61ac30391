/**
 * A report as printed: the fields that the parser found, with their raw text, before identifiers and counts are added.
 */
import type { OrganisationKind } from "../language/organisation-kind.js";
import type { PlacedField } from "../schema/column-tables.js";
import type { ResidueReason, RowReason } from "../schema/reasons.js";
import type { Rag, Repair } from "../schema/values.js";
import type { Place } from "./block.js";

export interface PrintedHeader {
  planTitle: string | null;
  /** Whether only its size and place show that it is the plan's title. */
  isPlanBySize: boolean;
  planStartYear: number | null;
  planEndYear: number | null;
  themeNumber: number | null;
  themeTitle: string | null;
  quarter: number | null;
  periodLabel: string | null;
  /** First year of the financial year that the period itself names ("Quarter 2 2021/22" is 2021). */
  periodYear: number | null;
  publishedMonth: string | null;
  /** Whether the month is only that of the meeting or body that the report is for. */
  isMonthOfOccasion: boolean;
  version: string | null;
  overallRating: string | null;
  /** Where the overall rating is stated. */
  ratingPlace: Place | null;
  /** The sentence that defines how the overall rating follows from the counts, where there is one. */
  ratingBasis: string | null;
}

/** A count of one status that the report states of itself: "Green 5/10 (50%)". */
export interface PrintedStatement {
  /** Null for a status that has no colour. */
  readonly rag: Rag | null;
  /** Further statuses that it counts: "Green or Complete". */
  readonly also: readonly Rag[];
  readonly label: string;
  readonly raw: string;
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
  readonly place: Place;
}

/** A label of the report's key: a letter, word or sign, and what it says there. */
export interface KeyLabel {
  /** Empty for a colour without a text. */
  readonly label: string;
  readonly meaning: string | null;
  /** Null where it says no status. */
  readonly rag: Rag | null;
  /** Whether the line or table that defines it says a status of any label; a list of abbreviations says none. */
  readonly isOfKey: boolean;
  readonly place: Place;
}

/** A label of the report's scale: of its key, of its counts, or of its rows alone. */
export interface PrintedLabel extends Omit<KeyLabel, "isOfKey"> {
  /** What gives it a status, or takes it its built-in one; null where nothing does. */
  readonly definedBy: "key" | "counts" | "profile" | null;
  readonly count: number | null;
  readonly rowCount: number;
}

/** Whether a figure is exact or a bound: "fewer than 5" is below 5. */
export type Limit = "exact" | "below" | "at-most" | "above" | "at-least";

/** A share of anything that the text states, with its total: "31 of 46 (67%)". */
export interface PrintedClaim {
  readonly raw: string;
  readonly count: number;
  readonly countLimit: Limit;
  readonly total: number;
  /** Digits as printed, without the percent sign: "57.1". */
  readonly percent: string;
  readonly percentLimit: Limit;
  /** Number of the row whose update contains it; null outside updates, or where the row has no number. */
  readonly number: string | null;
  readonly place: Place;
}

/** A bound on a status that the header states instead of a count: "Less than 1% are red". */
export interface PrintedBound {
  readonly rag: Rag;
  readonly raw: string;
  readonly limit: Limit;
  readonly figure: number;
  /** Whether `figure` is a percentage. */
  readonly isPercent: boolean;
  readonly place: Place;
}

/** A dated or headed block of text about a row's progress. */
export interface PrintedUpdate {
  date: string | null;
  dateRaw: string | null;
  heading: string | null;
  author: string | null;
  text: string;
  repairs: Repair[];
  place: Place;
}

/** A repair of one of a row's own fields. */
export interface RowRepair extends Repair {
  readonly field: "number" | "organisations" | "title" | "rag";
}

export type FieldPlaces = { [Field in PlacedField]?: Place | undefined };

/** A row's cell in one of several status columns. */
export interface PrintedStatus {
  readonly heading: string;
  readonly period: string | null;
  readonly raw: string | null;
  readonly rag: Rag | null;
  /** Whether it is the one that `rag` was taken from. */
  readonly chosen: boolean;
}

/** A deliverable as one row of the report. */
export interface PrintedRow {
  number: string | null;
  numberSource: "printed" | "inferred" | null;
  organisations: string[];
  /** What each organisation is, in the same order. */
  organisationKinds: OrganisationKind[];
  organisationsRaw: string | null;
  title: string | null;
  rag: Rag | null;
  ragRaw: string | null;
  ragSource: "letter" | "word" | "colour" | null;
  ragColour: Rag | null;
  updates: PrintedUpdate[];
  /** Cells of columns that have no field of their own, in printed order. */
  others: { readonly heading: string; readonly text: string }[];
  /** The cells of every status column, where the table has several. */
  statuses: PrintedStatus[];
  /** The heading of the group that the row is in; null where rows are not grouped. */
  group: string | null;
  reasons: RowReason[];
  repairs: RowRepair[];
  place: Place;
  /** Where each of its fields is printed. */
  places: FieldPlaces;
}

/** A text of the report that no field took, and why. */
export interface ResiduePiece {
  readonly reason: ResidueReason;
  readonly text: string;
  readonly place: Place;
}

export interface PrintedReport {
  readonly header: PrintedHeader;
  readonly statements: readonly PrintedStatement[];
  /** Every label of its statuses, with what it was taken for. */
  readonly scale: readonly PrintedLabel[];
  /** Whether the count of every status that the status summary names could be read. */
  readonly countsComplete: boolean;
  readonly rows: readonly PrintedRow[];
  readonly claims: readonly PrintedClaim[];
  readonly bounds: readonly PrintedBound[];
  readonly residue: readonly ResiduePiece[];
  /** Share of the report's characters that are in some field, 0 to 1. */
  readonly coverage: number;
  readonly place: Place;
  /** Page of the last words that are in a field; null for plain text. */
  readonly pageLast: number | null;
}
