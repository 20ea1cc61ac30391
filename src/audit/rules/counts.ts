/** In: the counts that a report states for each status, and its rows. Out: stated counts that the rows contradict or cannot decide. */
import { pageList } from "../../language/page-list.js";
import { countsOfStatus } from "../../model/shared-status.js";
import type { Deliverable } from "../../schema/dataset.js";
import type { Rag, Source } from "../../schema/values.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { joinWords, quote, rowList, rowsAre, statement } from "../phrases.js";
import { LIMIT_WORDS, within } from "../shares.js";
import type { AuditView, StatedStatus } from "../view.js";

interface CountFact extends Fact {
  /** The statement: "3/4 (75%) green", or the printed words. */
  readonly text: string;
  /** Number of rows with the status, up to that number plus the unreadable rows. */
  readonly range: string;
  /** "3", or the stated limit in words. */
  readonly figure: string;
  readonly deciding: readonly Deliverable[];
  readonly unreadable: readonly Deliverable[];
  readonly pages: readonly number[];
}

/** Whether the rows contradict a stated figure whatever the unreadable statuses are, leave it open, or confirm it. */
type Outcome = "contradicted" | "open" | "confirmed";

/** @param hasUnreadPages whether there may be any number of further rows */
function outcomeOf(admits: (count: number) => boolean, min: number, max: number, hasUnreadPages: boolean): Outcome {
  if (hasUnreadPages) return admitsAbove(admits, min) ? "open" : "contradicted";
  let admitted = 0;
  for (let count = min; count <= max; count++) if (admits(count)) admitted++;
  if (admitted === 0) return "contradicted";
  return min < max && admitted <= max - min ? "open" : "confirmed";
}

/** More rows than any report has. */
const MOST_ROWS = 10_000;

function admitsAbove(admits: (count: number) => boolean, min: number): boolean {
  for (let count = min; count <= Math.max(min, MOST_ROWS); count++) if (admits(count)) return true;
  return false;
}

function findCounts(view: AuditView, wanted: Outcome): CountFact[] {
  if (view.rows.length === 0) return [];
  const unreadable = view.rows.filter((row) => row.rag === null);
  const pages = view.facts.unreadPages;
  const facts: CountFact[] = [];
  const add = (about: Source, rag: Rag, text: string, figure: string, admits: (count: number) => boolean): void => {
    const deciding = view.rows.filter((row) => row.rag === rag);
    const [min, max] = [deciding.length, deciding.length + unreadable.length];
    if (outcomeOf(admits, min, max, pages.length > 0) !== wanted) return;
    const range = min === max ? `${min}` : `${min} to ${max}`;
    facts.push({ about, rag, expected: range, actual: figure, text, range, figure, deciding, unreadable, pages });
  };
  for (const [entry, ...others] of statusesOnce(view.statuses)) {
    const counts = [entry, ...others].map(({ stated }) => stated.stated_count);
    if (counts.includes(null)) continue;
    const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
    const names = [entry, ...others].map((each) => `${statement(each)} ${quote(each.stated.label)}`);
    const text = others.length === 0 ? `${statement(entry)} ${entry.rag}` : joinWords(names);
    add(entry.stated, entry.rag, text, `${sum}`, (n) => n === sum);
  }
  for (const { about, rag, raw, limit, figure, isPercent } of view.facts.bounds) {
    const limitValue = isPercent ? figure * view.rows.length : figure;
    const unit = isPercent ? 100 : 1;
    const name = `${LIMIT_WORDS[limit]}${figure}${isPercent ? "%" : ""}`;
    add(about, rag, quote(raw), name, (n) =>
      // A share of rows that may be more than were read leaves any number of them open.
      isPercent && pages.length > 0 ? true : within(n * unit, limit, limitValue),
    );
  }
  return facts;
}

/** The stated counts by status: one each, or several where the report has several names for one. */
function* statusesOnce(entries: readonly StatedStatus[]): Generator<[StatedStatus, ...StatedStatus[]]> {
  const stated = entries.map((entry) => entry.stated);
  for (const entry of entries) {
    const same = countsOfStatus(entry.stated, stated).flatMap(
      (one) => entries.find((each) => each.stated === one) ?? [],
    );
    const [first, ...others] = same;
    const isRepeated = first !== undefined && others.length === 0;
    // Each count of a status with one name is compared, as a table and a sentence may both state it.
    if (isRepeated) yield [entry];
    else if (first === entry) yield [entry, ...others];
  }
}

export const countMismatch = defineRule<CountFact>({
  id: "count-mismatch",
  severity: "error",
  title: "A stated count is not the number of rows",
  explanation: {
    meaning:
      "The report states how many deliverables have a status, but its rows show a different number. Even if rows without a readable status are counted as having it, or as not having it, the stated count is wrong.",
    importance: "People quote the count. If the rows do not support it, the count or the rows are wrong.",
    remedy:
      "Compare the listed rows with the source. Ask the publisher which is right, and quote neither until you know.",
  },
  passing: example({ rows: rowsOf("GGAR"), stated: { green: "2/4 (50%)" } }),
  failing: example({ rows: rowsOf("GGAR"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "contradicted"),
  message: ({ text, rag, range, deciding, unreadable }) => {
    const doubt = unreadable.length === 0 ? "" : ` and ${rowList(unreadable)} could not be read, so there are ${range}`;
    return `The report states ${text}, but ${rowsAre(deciding)} ${rag}${doubt}.`;
  },
});

export const countUnverifiable = defineRule<CountFact>({
  id: "count-unverifiable",
  severity: "warning",
  title: "A stated count cannot be checked",
  explanation: {
    meaning:
      "The stated count is possible, but it depends on rows whose status could not be read, or on pages that could not be read.",
    importance: "A count that cannot be checked should not be relied on.",
    remedy:
      "Look up the listed rows and pages in the source. If they have no status there either, the report does not support its count.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA?"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "open"),
  message: ({ text, rag, figure, deciding, unreadable, pages }) => {
    const unread = [
      ...(unreadable.length === 0 ? [] : [rowList(unreadable)]),
      ...(pages.length === 0 ? [] : [`page ${pageList(pages)}`]),
    ];
    return `The report states ${text}; ${rowsAre(deciding)} ${rag} and ${joinWords(unread)} could not be read, so ${figure} can be neither confirmed nor contradicted.`;
  },
});
