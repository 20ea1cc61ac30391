/** In: the counts that a report states for each status, and its rows. Out: stated counts that the rows contradict or cannot decide. */
import { pageList } from "../../language/page-list.js";
import { isExact, type Range, rangeText, statusRange } from "../../model/rows-read.js";
import { countsOfStatus } from "../../model/shared-status.js";
import type { Deliverable } from "../../schema/dataset.js";
import type { Rag, Source, Verdict } from "../../schema/values.js";
import { defineRule, type Fact } from "../define-rule.js";
import { doubtsAbout } from "../doubts.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_COUNT, A_ROW, FIGURES_AS_TEXT } from "../needs.js";
import { joinWords, quote, rowsAre, statement } from "../phrases.js";
import { LIMIT_WORDS, within } from "../shares.js";
import type { AuditView, StatedStatus } from "../view.js";

interface CountFact extends Fact {
  /** The statement: "3/4 (75%) green", or the printed words. */
  readonly text: string;
  /** How many rows may have the status. */
  readonly range: string;
  /** "3", or the stated limit in words. */
  readonly figure: string;
  readonly deciding: readonly Deliverable[];
  /** Why it is not certain how many rows have it, as clauses. */
  readonly doubts: readonly string[];
}

/** More rows than any report has. */
const MOST_ROWS = 10_000;

/** Whether the rows contradict a stated figure whatever is in doubt, leave it open, or confirm it. */
function outcomeOf(admits: (count: number) => boolean, { min, max }: Range): Verdict {
  const most = max ?? Math.max(min, MOST_ROWS);
  let admitted = 0;
  for (let count = min; count <= most; count++) if (admits(count)) admitted++;
  if (admitted === 0) return "contradicted";
  return max === null || admitted <= max - min ? "undetermined" : "confirmed";
}

function findCounts(view: AuditView, wanted: Verdict): CountFact[] {
  const { rows, read, facts } = view;
  const pages = facts.unreadPages.length === 0 ? null : `page ${pageList(facts.unreadPages)}`;
  const found: CountFact[] = [];
  const add = (about: Source, rag: Rag, text: string, figure: string, outcome: Verdict): void => {
    if (outcome !== wanted) return;
    const deciding = rows.filter((row) => row.rag === rag);
    const range = rangeText(statusRange(rag, read));
    const doubts = doubtsAbout(rag, read, pages);
    found.push({ about, rag, expected: range, actual: figure, text, range, figure, deciding, doubts });
  };
  for (const [entry, ...others] of statusesOnce(view.statuses)) {
    const counts = [entry, ...others].map(({ stated }) => stated.stated_count);
    if (counts.includes(null) || entry.stated.count_verdict === null) continue;
    const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
    const names = [entry, ...others].map((each) => `${statement(each)} ${quote(each.stated.label)}`);
    const text = others.length === 0 ? `${statement(entry)} ${entry.rag}` : joinWords(names);
    add(entry.stated, entry.rag, text, `${sum}`, entry.stated.count_verdict);
  }
  for (const { about, rag, raw, limit, figure, isPercent } of view.facts.bounds) {
    const name = `${LIMIT_WORDS[limit]}${figure}${isPercent ? "%" : ""}`;
    const range = statusRange(rag, read);
    // A share of rows that may be more than were read leaves any number of them open.
    const outcome =
      isPercent && !isExact(read)
        ? "undetermined"
        : outcomeOf((n) => within(n * (isPercent ? 100 : 1), limit, figure * (isPercent ? rows.length : 1)), range);
    add(about, rag, quote(raw), name, outcome);
  }
  return found;
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
  needs: [A_ROW, A_COUNT, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The report states how many deliverables have a status, but its rows show a different number. Even if everything in doubt is counted as having it, or as not having it, the stated count is wrong.",
    importance: "People quote the count. If the rows do not support it, the count or the rows are wrong.",
    remedy:
      "Compare the listed rows with the source. Ask the publisher which is right, and quote neither until you know.",
  },
  passing: example({ rows: rowsOf("GGAR"), stated: { green: "2/4 (50%)" } }),
  failing: example({ rows: rowsOf("GGAR"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "contradicted"),
  message: ({ text, rag, range, deciding, doubts }) => {
    const doubt = doubts.length === 0 ? "" : ` and ${joinWords(doubts)}, so there are ${range}`;
    return `The report states ${text}, but ${rowsAre(deciding)} ${rag}${doubt}.`;
  },
});

export const countUnverifiable = defineRule<CountFact>({
  id: "count-unverifiable",
  severity: "warning",
  title: "A stated count cannot be checked",
  needs: [A_ROW, A_COUNT],
  explanation: {
    meaning:
      "The stated count is possible, but it depends on rows whose status could not be read or is doubtful, on text that may be a lost row, or on pages that could not be read.",
    importance: "A count that cannot be checked should not be relied on.",
    remedy:
      "Look up the listed rows, text and pages in the source. If they have no status there either, the report does not support its count.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA?"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "undetermined"),
  message: ({ text, rag, figure, deciding, doubts }) =>
    `The report states ${text}; ${rowsAre(deciding)} ${rag} and ${joinWords(doubts)}, so ${figure} can be neither confirmed nor contradicted.`,
});
