/**
 * In: a normalised report, what is known about it beyond its fields, and the rules' settings. Out: a view that every rule
 * reads, with what several rules need worked out once.
 */

import type { Limit } from "../model/printed.js";
import type { Deliverable, Report, StatedCount } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import type { Rag, Source } from "../schema/values.js";
import { type PrintedPercent, readPercent } from "./percent.js";

/** A share that the report's prose states of anything, out of a base of its own: "31 of 46 (67%)". */
export interface Claim {
  readonly about: Source;
  /** Number of the row in whose update it stands. */
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

/** What the report states of a status by a limit alone: "Fewer than 5 actions are red". */
export interface Bound {
  readonly about: Source;
  readonly rag: Rag;
  readonly raw: string;
  readonly limit: Limit;
  readonly figure: number;
  readonly isPercent: boolean;
}

/** What the audit must know of a report that is in none of its fields. */
export interface AuditFacts {
  readonly claims: readonly Claim[];
  readonly bounds: readonly Bound[];
  /** Where the overall rating is stated; null where that is not known. */
  readonly ratingSource: Source | null;
  /** The sentence in which the report defines how its overall rating follows from its counts; null when it has none. */
  readonly ratingBasis: string | null;
  /** Whether every status that the key names has a count that could be read: only then do they add up to the whole. */
  readonly countsComplete: boolean;
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
  readonly entries: readonly StatedEntry[];
  readonly statuses: readonly StatedStatus[];
  /** The commonest stated total that is not 0, the largest of equally common ones; null where none is stated. */
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

/** Makes the view of one report; its cost grows with the stated counts, not with the rows. */
export function viewReport(report: Report, facts: AuditFacts, settings: RuleSettings): AuditView {
  const entries = report.stated_counts.map((stated) => ({ stated, rag: stated.rag, percent: readPercent(stated) }));
  return {
    report,
    facts,
    settings,
    rows: report.deliverables,
    entries,
    statuses: entries.filter((entry): entry is StatedStatus => entry.rag !== null),
    usualTotal: findUsualTotal(entries),
  };
}
