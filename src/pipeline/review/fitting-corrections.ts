/**
 * Which corrections fit the reports under review, and which of them these go by. In: the corrections in the file, and the reports as read
 * or as corrected. Out: the correction of each field that replaces what is printed there; the others with the reason; and how many fields
 * differ from what the file says, as a correction was made, changed or taken out since.
 */
import { isNameTaken } from "../../normalise/added-rows.js";
import { type CorrectionPlace, correctionTarget, rowNamed, staleReason } from "../../normalise/correction-target.js";
import { rowsNamed } from "../../normalise/printed-value.js";
import { type CorrectedField, type Correction, nameInReport } from "../../schema/correction.js";
import type { Dataset, Report } from "../../schema/dataset.js";
import { ROW, type RowChange, readRowChange } from "../../schema/row-change.js";
import type { Repair } from "../../schema/values.js";
import { targetOf } from "../../source/corrections.js";
import { RowIndex } from "./row-index.js";

/** A correction that fits, with the identifier of what it is about, and whether the reports go by it. */
interface Fitting {
  readonly deliverable: string;
  readonly repair: Repair | null;
}
type Judged = Fitting | { readonly reason: string };

export class FittingCorrections {
  /** Corrections that do not fit, a sentence each. */
  readonly unfit: readonly string[];
  /** Number of fields for which the reports go by another correction than the file has, or by none. */
  readonly unapplied: number;
  readonly #fitting: ReadonlyMap<string, Correction>;

  constructor(corrections: readonly Correction[], { reports }: Pick<Dataset, "reports">) {
    const byId = new Map(reports.map((report) => [report.report_id, report]));
    const isAdding = ({ field, value }: Correction): boolean => field === ROW && readRowChange(value)?.kind === "add";
    const added = new Set(corrections.filter(isAdding).map(targetOf));
    const fitting = new Map<string, Correction>();
    const applied = new Set<Repair>();
    const known = { added, applied, index: new RowIndex() };
    const pending = new Set<string>();
    const unfit: string[] = [];
    for (const correction of corrections) {
      const { report, field, line } = correction;
      const judged = judge(correction, byId.get(report), known);
      if ("reason" in judged) {
        unfit.push(`Correction on line ${line}: ${judged.reason}`);
        continue;
      }
      const key = targetOf({ report, deliverable: judged.deliverable, field });
      fitting.set(key, correction);
      if (judged.repair === null) pending.add(key);
      else applied.add(judged.repair);
    }
    for (const { key, repair } of repairsByPersons(reports)) if (!applied.has(repair)) pending.add(key);
    this.#fitting = fitting;
    this.unfit = unfit;
    this.unapplied = pending.size;
  }

  /** @param deliverable a deliverable_id or update_id; empty for the report */
  of(report: string, deliverable: string, field: CorrectedField): Correction | null {
    return this.#fitting.get(targetOf({ report, deliverable, field })) ?? null;
  }
}

interface Known {
  /** Rows that corrections add. */
  readonly added: ReadonlySet<string>;
  /** Repairs that are known to come from other corrections. */
  readonly applied: ReadonlySet<Repair>;
  readonly index: RowIndex;
}

function judge(correction: Correction, report: Report | undefined, known: Known): Judged {
  if (report === undefined) return { reason: "no report with that report_id was read" };
  const change = correction.field === ROW ? readRowChange(correction.value) : null;
  if (change?.kind === "add") return judgeAdding(correction, change, report, known);
  const rows = known.index.of(report, correction.deliverable);
  const isRemoved = change?.kind === "remove" && rowsNamed(rows, correction.deliverable).length === 0;
  if (isRemoved) return judgeRemoved(correction, report, known.applied);
  const target = correctionTarget({ ...correction, field: fieldOf(correction) }, report, rows);
  if ("reason" in target)
    return known.added.has(targetOf({ ...correction, field: ROW }))
      ? { deliverable: correction.deliverable, repair: null }
      : target;
  const reason = staleReason(target.printed, correction.printed);
  if (reason !== null) return { reason };
  return { deliverable: idOf(target), repair: repairIn(target.repairs, correction) };
}

/** The title is what identifies a row that is removed. */
const fieldOf = ({ field }: Correction): CorrectedField => (field === ROW ? "title" : field);

const idOf = ({ row, update }: CorrectionPlace): string => update?.update_id ?? row?.deliverable_id ?? "";

function judgeAdding(
  correction: Correction,
  { after }: Extract<RowChange, { kind: "add" }>,
  report: Report,
  { added, index }: Known,
): Judged {
  const { report: report_id, deliverable } = correction;
  const rows = index.of(report, deliverable, `${report_id}#${nameInReport(report_id, deliverable)}`);
  const [row] = rowsNamed(rows, deliverable);
  const isAdded = row?.repairs.some(({ field, by }) => field === ROW && by !== undefined) ?? false;
  if (row !== undefined && isAdded)
    return { deliverable: row.deliverable_id, repair: repairIn(row.repairs, correction) };
  if (isNameTaken(report, rows, deliverable)) return { reason: `the report has a row "${deliverable}" now` };
  const isAfterAdded =
    after !== null && added.has(targetOf({ report: correction.report, deliverable: after, field: ROW }));
  const before = after === null || isAfterAdded ? null : rowNamed(index.of(report, after), after);
  if (before !== null && "reason" in before) return { reason: `it cannot come after row "${after}": ${before.reason}` };
  return { deliverable, repair: null };
}

/** A row that is gone: its removal is in the report's repairs, with its number and title. */
function judgeRemoved(correction: Correction, { repairs }: Report, applied: ReadonlySet<Repair>): Judged {
  const { deliverable, printed } = correction;
  const own = repairs.filter(
    (one) => !applied.has(one) && (printed === "" || one.raw === printed || one.raw.endsWith(` ${printed}`)),
  );
  const repair = repairIn(own, correction);
  return repair === null ? { reason: "the report has no such row" } : { deliverable, repair };
}

/** What the correction did to the value, where that was done. */
function repairIn(repairs: readonly Repair[], { field, value, by, why, date }: Correction): Repair | null {
  const isSame = (one: Repair): boolean =>
    one.field === field && one.value === value && one.by === by && one.why === why && one.date === date;
  return repairs.find(isSame) ?? null;
}

function repairsByPersons(reports: readonly Report[]): { readonly key: string; readonly repair: Repair }[] {
  return reports.flatMap(({ report_id: report, repairs, deliverables }) => {
    const of = (deliverable: string, all: readonly Repair[]) =>
      all
        .filter(({ by }) => by !== undefined)
        .map((repair) => {
          // A row that was removed has nothing but its number and title.
          const name = repair.value === "remove" && repair.field === ROW ? `${deliverable}#${repair.raw}` : deliverable;
          return { key: targetOf({ report, deliverable: name, field: repair.field }), repair };
        });
    const ofRows = deliverables.flatMap((row) => [
      ...of(row.deliverable_id, row.repairs),
      ...row.updates.flatMap((update) => of(update.update_id, update.repairs)),
    ]);
    return [...of("", repairs), ...ofRows];
  });
}
