/** What a table's column is: the types that reading a table's columns gives to the reading of its rows. */
import type { ColumnRole } from "../../schema/profile.js";

/** What a column's heading says of the time that its cells are about. */
export interface ColumnPeriod {
  /** As printed: "Q2 2021/22", "Autumn", "June 2022". */
  readonly label: string;
  /** Quarter of the April-March year, where the heading names one. */
  readonly quarter: number | null;
  /** `YYYY-MM`, or `MM` where no year is printed; null where the heading names no month. */
  readonly month: string | null;
}

/** Whether a column is about now, or about another time or thing: "Previous RAG", "Target status", "Cost RAG". */
export type Qualifier = "current" | "other" | null;

export interface Column {
  /** Position in the table, 0-based. */
  readonly index: number;
  /** As printed, on one line; empty where the column has no heading. */
  readonly heading: string;
  readonly role: ColumnRole;
  readonly period: ColumnPeriod | null;
  readonly qualifier: Qualifier;
  /** How much more the evidence is for the role than for the next best assignment of all roles. */
  readonly margin: number;
}
