/** In: the counts and percentages that a report states for its statuses. Out: those that do not add up to the total or to 100%. */

import { showPercent } from "../../model/percent.js";
import { countsOfStatus, nameOfCount } from "../../model/shared-status.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_COUNT, A_SHARE, EVERY_COUNT, FIGURES_AS_TEXT } from "../needs.js";
import { joinWords, statement } from "../phrases.js";
import type { AuditView, StatedEntry } from "../view.js";

interface SumFact extends Fact {
  readonly parts: readonly StatedEntry[];
}

function isSame(one: StatedEntry, other: StatedEntry): boolean {
  return one.stated.stated_count === other.stated.stated_count && one.percent?.text === other.percent?.text;
}

/** Whether the report has several names for a status, such as "Yellow" and "Amber". */
const hasNames = ({ stated }: StatedEntry, entries: readonly StatedEntry[]): boolean =>
  stated.rag !== null &&
  countsOfStatus(
    stated,
    entries.map((entry) => entry.stated),
  ).length > 1;

/** Each status once, as a table and a sentence may both state it; null if they state different figures. */
function statedOnce(entries: readonly StatedEntry[]): StatedEntry[] | null {
  const byName = new Map<string, StatedEntry>();
  for (const entry of entries) {
    const name = hasNames(entry, entries) ? nameOfCount(entry.stated) : (entry.rag ?? entry.stated.label);
    const before = byName.get(name);
    if (before === undefined) byName.set(name, entry);
    else if (!isSame(before, entry)) return null;
  }
  return [...byName.values()];
}

/** The sums with and without labels of unknown status, as such a label may be a further status or the total itself. */
function bothSums(parts: readonly StatedEntry[], figure: (part: StatedEntry) => number): [number, number] {
  let known = 0;
  let all = 0;
  for (const part of parts) {
    all += figure(part);
    if (part.rag !== null) known += figure(part);
  }
  return [all, known];
}

function nameParts(parts: readonly StatedEntry[]): string {
  return joinWords(parts.map((part) => `${statement(part)} ${part.rag ?? part.stated.label}`));
}

/**
 * Whether the total is printed with none of the counts, as in a table with a column of totals: it may have deliverables that have no
 * status yet, and so no column of their own. "7/11" says that of all 11 there are 7.
 */
const countsRated = (parts: readonly StatedEntry[]): boolean =>
  parts.every(({ stated }) => !stated.stated_raw.split(/\D+/).includes(String(stated.stated_total)));

function findCountsSum({ report, entries, usualTotal }: AuditView): SumFact[] {
  const parts = statedOnce(entries);
  if (usualTotal === null || parts === null || parts.length < 2) return [];
  if (parts.some(({ stated }) => stated.stated_count === null)) return [];
  const sums = bothSums(parts, ({ stated }) => stated.stated_count ?? 0);
  const without = countsRated(parts)
    ? report.deliverables.filter(({ rag, rag_raw }) => rag === null && rag_raw === null).length
    : 0;
  if (sums.some((sum) => sum === usualTotal || (without > 0 && sum + without === usualTotal))) return [];
  return [{ about: parts[0]?.stated ?? report, parts, expected: String(usualTotal), actual: String(sums[0]) }];
}

export const countsSum = defineRule<SumFact>({
  id: "counts-sum",
  severity: "error",
  title: "The stated counts do not add up to the stated total",
  needs: [A_COUNT, EVERY_COUNT, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The sum of the counts of all statuses is not the total that the report states, nor, where a table has a column of totals, is it with the rows that print no status.",
    importance: "Some deliverables are counted for no status or for two, so at least one count is wrong.",
    remedy:
      "Compare each count with the rows; a count-mismatch finding names the wrong one if the rows show which it is.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)", amber: "1/3 (33%)" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)", amber: "0/3 (0%)" } }),
  find: findCountsSum,
  message: ({ parts, expected, actual }) =>
    `The stated counts (${nameParts(parts)}) add up to ${actual}, not to the stated total of ${expected}.`,
});

/** "0/0 (0%)" and a count of 0 without a percentage add nothing to the sum. */
function addsNothing({ stated, percent }: StatedEntry): boolean {
  return (stated.stated_total === 0 && percent?.scaled === 0) || (stated.stated_count === 0 && percent === null);
}

/** The percentages to add; null if they are of different totals, one is not stated, or there are fewer than two. */
function findShares(entries: readonly StatedEntry[]): StatedEntry[] | null {
  const shares = statedOnce(entries)?.filter((part) => !addsNothing(part)) ?? [];
  if (shares.some(({ stated, percent }) => percent === null || stated.stated_total === 0)) return null;
  const totals = new Set(shares.flatMap(({ stated }) => stated.stated_total ?? []));
  return totals.size > 1 || shares.length < 2 ? null : shares;
}

function findPercentsSum({ report, entries }: AuditView): SumFact[] {
  const parts = findShares(entries);
  if (parts === null) return [];
  const scale = Math.max(...parts.map(({ percent }) => percent?.scale ?? 1));
  const step = ({ percent }: StatedEntry) => scale / (percent?.scale ?? 1);
  const sums = bothSums(parts, (part) => (part.percent?.scaled ?? 0) * step(part));
  // Rounding changes each percentage by up to half a unit of its last printed digit.
  const tolerance = parts.reduce((sum, part) => sum + step(part), 0);
  if (sums.some((sum) => 2 * Math.abs(sum - 100 * scale) <= tolerance)) return [];
  return [{ about: parts[0]?.stated ?? report, parts, expected: "100%", actual: showPercent(sums[0], scale) }];
}

export const percentsSum = defineRule<SumFact>({
  id: "percents-sum",
  severity: "warning",
  title: "The stated percentages do not add up to 100",
  needs: [A_SHARE, EVERY_COUNT, FIGURES_AS_TEXT],
  explanation: {
    meaning: "The sum of the percentages of all statuses differs from 100 by more than rounding can explain.",
    importance: "A status is missing from the statement, or a percentage is wrong.",
    remedy:
      "Check whether a percent-mismatch or counts-sum finding names the wrong figure; if not, look for a missing status.",
  },
  passing: example({ rows: rowsOf("GAR"), stated: { green: "1/3 (33%)", amber: "1/3 (33%)", red: "1/3 (33%)" } }),
  failing: example({ rows: rowsOf("GARR"), stated: { green: "1/4 (25%)", amber: "1/4 (25%)", red: "2/4 (40%)" } }),
  find: findPercentsSum,
  message: ({ parts, actual }) => `The stated percentages (${nameParts(parts)}) add up to ${actual}, not to 100%.`,
});
