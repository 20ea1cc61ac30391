/** In: stated percentages. Out: those that do not follow from their own count and total, or from any number of rows. */
import { defineRule, type StatusFact, statusFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { cutOff, halfUp, isPointAway, isReachable, type PrintedPercent, showPercent, showShare } from "../percent.js";
import { countOf, statement } from "../phrases.js";
import type { AuditView, StatedStatus } from "../view.js";

interface ShareFact extends StatusFact {
  readonly count: number;
  readonly total: number;
  readonly percent: PrintedPercent;
}

/** Each percentage with the count and total it should follow from; left out where the report has neither total nor rows. */
function findShares(view: AuditView, applies: (share: Omit<ShareFact, "about">) => boolean): ShareFact[] {
  const facts: ShareFact[] = [];
  for (const entry of view.statuses) {
    const { percent, stated } = entry;
    const count = stated.stated_count;
    const total = stated.stated_total ?? (view.rows.length === 0 ? null : view.rows.length);
    if (percent === null || count === null || total === null) continue;
    if (!applies({ entry, count, total, percent })) continue;
    const right = total === 0 ? {} : { expected: showPercent(halfUp(count, total, percent.scale), percent.scale) };
    facts.push({ ...statusFact(entry, { ...right, actual: percent.text }), count, total, percent });
  }
  return facts;
}

function nameTotal(entry: StatedStatus, total: number): string {
  return entry.stated.stated_total === null ? `the ${countOf(total, "row")}` : String(total);
}

export const percentMismatch = defineRule<ShareFact>({
  id: "percent-mismatch",
  severity: "error",
  title: "A stated percentage is not its count out of its total",
  explanation: {
    meaning: "The percentage is a point or more away from what its own count and total give.",
    importance: "The report contradicts itself in one line; the percentage is what most readers remember.",
    remedy:
      "Use the count and total, not the percentage. A percentage left over from an earlier report is a common cause.",
  },
  passing: example({ rows: rowsOf("GGAAA"), stated: { green: "2/5 (40%)" } }),
  failing: example({ rows: rowsOf("GGAAA"), stated: { green: "2/5 (46%)" } }),
  find: (view) =>
    findShares(view, ({ count, total, percent }) =>
      total === 0 ? count !== 0 || percent.scaled !== 0 : isPointAway(percent, count, total),
    ),
  message: ({ entry, rag, count, total, percent }) =>
    total === 0
      ? `The report states ${statement(entry)} ${rag}, but no percentage follows from ${count} out of 0.`
      : `The report states ${statement(entry)} ${rag}, but ${count} out of ${nameTotal(entry, total)} is ${showShare(count, total, percent.scale)}.`,
});

function roundingName({ count, total, percent }: ShareFact): string {
  const cut = cutOff(count, total, percent.scale);
  if (percent.scaled === cut) return "it looks cut off, not rounded";
  return percent.scaled === cut + 1 ? "it looks rounded up" : "it is neither rounded nor cut off";
}

export const percentRounding = defineRule<ShareFact>({
  id: "percent-rounding",
  severity: "info",
  title: "A stated percentage is not rounded half up",
  explanation: {
    meaning: "The percentage is less than a point away from its count and total, but not what rounding half up gives.",
    importance: "It misleads nobody by much, but it shows that percentages were cut off or written by hand.",
    remedy: "Work percentages out from counts and totals when comparing reports.",
  },
  passing: example({ rows: rowsOf("GAAAAAAA"), stated: { green: "1/8 (13%)" } }),
  failing: example({ rows: rowsOf("GAAAAAAA"), stated: { green: "1/8 (12%)" } }),
  find: (view) =>
    findShares(
      view,
      ({ count, total, percent }) =>
        total !== 0 && !isPointAway(percent, count, total) && percent.scaled !== halfUp(count, total, percent.scale),
    ),
  message: (fact) =>
    `The report states ${statement(fact.entry)} ${fact.rag}; ${fact.count} out of ${nameTotal(fact.entry, fact.total)} is ${showShare(fact.count, fact.total, fact.percent.scale)}, which rounds to ${fact.expected}: ${roundingName(fact)}.`,
});

interface PercentFact extends StatusFact {
  readonly rowCount: number;
  readonly nearest: number;
  readonly percent: PrintedPercent;
}

export const percentImpossible = defineRule<PercentFact>({
  id: "percent-impossible",
  severity: "error",
  title: "No number of rows gives a stated percentage",
  explanation: {
    meaning:
      "Whatever number of the report's rows had the status, the percentage would be another one, rounded or cut off.",
    importance: "The percentage cannot be about these rows. It shows an error even where no count is stated beside it.",
    remedy: "Look for a percentage out of another total, or left over from another report.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "67%" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "50%" } }),
  find: ({ rows, statuses }) => {
    if (rows.length === 0) return [];
    const facts: PercentFact[] = [];
    for (const entry of statuses) {
      const { percent } = entry;
      if (percent === null || isReachable(percent, rows.length)) continue;
      const nearest = Math.min(rows.length, Math.round((percent.scaled * rows.length) / (100 * percent.scale)));
      facts.push({ ...statusFact(entry, { actual: percent.text }), rowCount: rows.length, nearest, percent });
    }
    return facts;
  },
  message: ({ entry, rag, rowCount, nearest, percent }) =>
    `The report states ${statement(entry)} ${rag}, but no count out of ${countOf(rowCount, "row")} is ${percent.text}; the nearest, ${nearest}, is ${showShare(nearest, rowCount, percent.scale)}.`,
});
