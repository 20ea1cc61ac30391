/**
 * The corrections that persons made to a report. In: the report with them applied. Out: each with who, when, why, what was printed and what
 * it says now; the verdicts that they changed; and phrases on both for the sign-off.
 */
import type { Report, StatedCount } from "../schema/dataset.js";
import { ROW } from "../schema/row-change.js";
import type { Repair, Verdict } from "../schema/values.js";
import { countOf, joinWords, quote, rowName } from "./phrases.js";

export interface CorrectionMade {
  /** Null for a field of the report itself. */
  readonly deliverable_id: string | null;
  readonly deliverable_number: string | null;
  readonly field: string;
  /** What was printed or read; empty for nothing. */
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly date: string | null;
  readonly why: string | null;
  /** All of this as a sentence. */
  readonly text: string;
}

export interface VerdictChange extends Pick<StatedCount, "rag" | "label" | "stated_raw"> {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly text: string;
}

/** Those of rows in document order, after those of the report itself. */
export function correctionsOf({ repairs, deliverables }: Report): CorrectionMade[] {
  const ofReport = repairs.flatMap((repair) => correctionOf(repair, "The report", null, null));
  const ofRows = deliverables.flatMap((row) =>
    [...row.repairs, ...row.updates.flatMap((update) => update.repairs)].flatMap((repair) =>
      correctionOf(repair, rowName(row), row.deliverable_id, row.number),
    ),
  );
  return [...ofReport, ...ofRows];
}

/** None for a repair that the program made. */
function correctionOf(
  { field, raw: before, value: after, by, date, why }: Repair,
  name: string,
  deliverable_id: string | null,
  deliverable_number: string | null,
): CorrectionMade[] {
  if (by === undefined) return [];
  const shown = (text: string): string => (text === "" ? "nothing" : quote(text));
  const said = [by, ...(date === undefined ? [] : [date])].join(", ");
  const reason = why === undefined ? "" : `: ${why}`;
  const made = { field, before, after, by, date: date ?? null, why: why ?? null };
  const whom = `(${said}${reason})`;
  if (field === ROW) {
    const text = before === "" ? `${name} was added ${whom}` : `The row ${quote(before)} was removed ${whom}`;
    return [{ deliverable_id, deliverable_number, ...made, text }];
  }
  const text = `${name}: ${field} ${shown(before)} was corrected to ${shown(after)} ${whom}`;
  return [{ deliverable_id, deliverable_number, ...made, text }];
}

export function verdictChangesOf({ stated_counts }: Report): VerdictChange[] {
  return stated_counts.flatMap(({ rag, label, stated_raw, uncorrected_verdict: before, verdict: after }) => {
    if (before === null || before === after) return [];
    const text = `${quote(stated_raw)} was ${before} before the corrections and is ${after}`;
    return [{ rag, label, stated_raw, before, after, text }];
  });
}

/** "2 corrections by J. Ogden, which changed 1 verdict"; empty if there are none. */
export function correctedText(made: readonly CorrectionMade[], changes: readonly VerdictChange[]): string {
  if (made.length === 0) return "";
  const persons = joinWords([...new Set(made.map(({ by }) => by))].sort());
  const changed = changes.length === 0 ? "no verdict" : countOf(changes.length, "verdict");
  return `${countOf(made.length, "correction")} by ${persons}, which changed ${changed}`;
}
