/** In: what a report states for each status and its rows. Out: stated counts that the rows contradict or cannot settle. */
import type { Deliverable } from "../../schema/dataset.js";
import type { Rag, Source } from "../../schema/values.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { quote, rowList, rowsAre, statement } from "../phrases.js";
import { LIMIT_WORDS, within } from "../shares.js";
import type { AuditView } from "../view.js";

interface CountFact extends Fact {
  /** What is stated: "3/4 (75%) green", or the printed words. */
  readonly text: string;
  /** Rows with the status, and with it or none. */
  readonly range: string;
  /** "3", or the figure with its limit. */
  readonly figure: string;
  readonly deciding: readonly Deliverable[];
  readonly unreadable: readonly Deliverable[];
}

/** How a stated figure stands to the rows: "outside" every reading of them, "open" where it depends on unreadable ones. */
type Standing = "outside" | "open" | "settled";

function standingOf(admits: (count: number) => boolean, min: number, max: number): Standing {
  let admitted = 0;
  for (let count = min; count <= max; count++) if (admits(count)) admitted++;
  if (admitted === 0) return "outside";
  return min < max && admitted <= max - min ? "open" : "settled";
}

function findCounts(view: AuditView, wanted: Standing): CountFact[] {
  if (view.rows.length === 0) return [];
  const unreadable = view.rows.filter((row) => row.rag === null);
  const facts: CountFact[] = [];
  const add = (about: Source, rag: Rag, text: string, figure: string, admits: (count: number) => boolean): void => {
    const deciding = view.rows.filter((row) => row.rag === rag);
    const [min, max] = [deciding.length, deciding.length + unreadable.length];
    if (standingOf(admits, min, max) !== wanted) return;
    const range = min === max ? `${min}` : `${min} to ${max}`;
    facts.push({ about, rag, expected: range, actual: figure, text, range, figure, deciding, unreadable });
  };
  for (const entry of view.statuses) {
    const stated = entry.stated.stated_count;
    if (stated !== null)
      add(entry.stated, entry.rag, `${statement(entry)} ${entry.rag}`, `${stated}`, (n) => n === stated);
  }
  for (const { about, rag, raw, limit, figure, isPercent } of view.facts.bounds) {
    const whole = isPercent ? figure * view.rows.length : figure;
    const unit = isPercent ? 100 : 1;
    const name = `${LIMIT_WORDS[limit]}${figure}${isPercent ? "%" : ""}`;
    add(about, rag, quote(raw), name, (n) => within(n * unit, limit, whole));
  }
  return facts;
}

export const countMismatch = defineRule<CountFact>({
  id: "count-mismatch",
  severity: "error",
  title: "A stated count is not the number of rows",
  explanation: {
    meaning:
      "The report states how many deliverables have a status, and its rows show another number. Rows without a readable status were counted both ways, and no reading of them makes the stated count true.",
    importance: "The count is what gets quoted. If its rows do not bear it out, one of the two is wrong.",
    remedy: "Compare the named rows with the source. Ask the publisher which is right, and quote neither until then.",
  },
  passing: example({ rows: rowsOf("GGAR"), stated: { green: "2/4 (50%)" } }),
  failing: example({ rows: rowsOf("GGAR"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "outside"),
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
      "The stated count is possible, but the status of some rows could not be read, and it depends on them whether the count is true.",
    importance: "A count that nobody can check is a claim, not a figure.",
    remedy:
      "Look the named rows up in the source. If they show no status there, the report itself leaves the count open.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA?"), stated: { green: "3/4 (75%)" } }),
  find: (view) => findCounts(view, "open"),
  message: ({ text, rag, figure, deciding, unreadable }) =>
    `The report states ${text}; ${rowsAre(deciding)} ${rag} and ${rowList(unreadable)} could not be read, so ${figure} can be neither confirmed nor contradicted.`,
});
