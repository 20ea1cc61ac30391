/** In: what a report states for each status and its rows. Out: stated counts that the rows contradict or cannot settle. */
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type StatusFact, statusFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { rowList, rowsAre, statement } from "../phrases.js";
import type { AuditView, StatedStatus } from "../view.js";

interface CountFact extends StatusFact {
  readonly deciding: readonly Deliverable[];
  readonly unreadable: readonly Deliverable[];
}

function range({ counted_min, counted_max }: StatedStatus["stated"]): string {
  return counted_min === counted_max ? String(counted_min) : `${counted_min} to ${counted_max}`;
}

function findCounts(view: AuditView, applies: (count: number, min: number, max: number) => boolean): CountFact[] {
  if (view.rows.length === 0) return [];
  const facts: CountFact[] = [];
  for (const entry of view.statuses) {
    const { stated_count, counted_min, counted_max } = entry.stated;
    if (stated_count === null || !applies(stated_count, counted_min, counted_max)) continue;
    facts.push({
      ...statusFact(entry, { expected: range(entry.stated), actual: String(stated_count) }),
      deciding: view.rows.filter((row) => row.rag === entry.rag),
      unreadable: view.rows.filter((row) => row.rag === null),
    });
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
  find: (view) => findCounts(view, (count, min, max) => count < min || count > max),
  message: ({ entry, rag, deciding, unreadable }) => {
    const doubt =
      unreadable.length === 0
        ? ""
        : ` and ${rowList(unreadable)} could not be read, so there are ${range(entry.stated)}`;
    return `The report states ${statement(entry)} ${rag}, but ${rowsAre(deciding)} ${rag}${doubt}.`;
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
  find: (view) => findCounts(view, (count, min, max) => min < max && count >= min && count <= max),
  message: ({ entry, rag, deciding, unreadable }) =>
    `The report states ${statement(entry)} ${rag}; ${rowsAre(deciding)} ${rag} and ${rowList(unreadable)} could not be read, so ${entry.stated.stated_count} can be neither confirmed nor contradicted.`,
});
