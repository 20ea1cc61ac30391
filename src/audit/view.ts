/**
 * In: a normalised report, facts about it that none of its fields hold, and the rules' settings. Out: the view that every
 * rule reads; what several rules need is computed here once.
 */

import { rowsLeftOut, textsAround } from "../model/left-out.js";
import { type PrintedPercent, readPercent } from "../model/percent.js";
import type { Limit } from "../model/printed.js";
import { type RowsRead, rowsRead } from "../model/rows-read.js";
import type { Deliverable, Report, StatedCount } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import type { Rag, Source } from "../schema/values.js";

/** A share stated in the report's prose, about anything, with its own count and total: "31 of 46 (67%)". */
export interface Claim {
  readonly about: Source;
  /** Number of the row whose update contains it; null outside rows. */
  readonly number: string | null;
  /** As printed. */
  readonly raw: string;
  readonly count: number;
  readonly countLimit: Limit;
  readonly total: number;
  /** Digits as printed: "57.1". */
  readonly percent: string;
  readonly percentLimit: Limit;
}

/** A limit that the report states for a status, without an exact count: "Fewer than 5 actions are red". */
export interface Bound {
  readonly about: Source;
  readonly rag: Rag;
  readonly raw: string;
  readonly limit: Limit;
  readonly figure: number;
  readonly isPercent: boolean;
}

/** What the audit must know about a report that none of its fields hold. */
export interface AuditFacts {
  readonly claims: readonly Claim[];
  readonly bounds: readonly Bound[];
  /** Where the overall rating is stated; null if unknown. */
  readonly ratingSource: Source | null;
  /** The sentence that defines how the overall rating follows from the counts; null if the report has none. */
  readonly ratingBasis: string | null;
  /** Whether every status in the key has a readable count: only then must the counts add up to the total. */
  readonly countsComplete: boolean;
  /** Pages among the report's or right after it that could not be read: rows may be on them. */
  readonly unreadPages: readonly number[];
}

/** A stated count with its percentage at the printed precision. */
export interface StatedEntry {
  readonly stated: StatedCount;
  readonly rag: Rag | null;
  readonly percent: PrintedPercent | null;
}

/** A stated count whose status is known. */
export interface StatedStatus extends StatedEntry {
  readonly rag: Rag;
}

export interface AuditView {
  readonly report: Report;
  readonly facts: AuditFacts;
  readonly settings: RuleSettings;
  readonly rows: readonly Deliverable[];
  /** The rows, and how many more there may be. */
  readonly read: RowsRead<Deliverable>;
  readonly entries: readonly StatedEntry[];
  readonly statuses: readonly StatedStatus[];
  /** The most frequent stated total other than 0, the largest if several are equally frequent; null if none is stated. */
  readonly usualTotal: number | null;
}

function findUsualTotal(entries: readonly StatedEntry[]): number | null {
  const uses = new Map<number, number>();
  for (const { stated } of entries) {
    const total = stated.stated_total;
    if (total !== null && total > 0) uses.set(total, (uses.get(total) ?? 0) + 1);
  }
  let usual: number | null = null;
  let most = 0;
  for (const [total, count] of uses) {
    if (count < most || (count === most && usual !== null && total < usual)) continue;
    usual = total;
    most = count;
  }
  return usual;
}

/** The rows of a report as they were read. */
export function readOf({ deliverables, rows_max, stated_counts, residue }: Report): RowsRead<Deliverable> {
  const leftOut = rowsLeftOut(deliverables, textsAround(stated_counts, residue));
  return rowsRead(deliverables, rows_max === null ? null : rows_max - deliverables.length, leftOut);
}

/** Makes the view of one report. The cost grows with the number of stated counts, not of rows. */
export function viewReport(report: Report, facts: AuditFacts, settings: RuleSettings): AuditView {
  const entries = report.stated_counts.map((stated) => ({ stated, rag: stated.rag, percent: readPercent(stated) }));
  return {
    report,
    facts,
    settings,
    rows: report.deliverables,
    read: readOf(report),
    entries,
    statuses: entries.filter((entry): entry is StatedStatus => entry.rag !== null),
    usualTotal: findUsualTotal(entries),
  };
}
