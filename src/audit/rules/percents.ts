/** In: stated percentages. Out: those that do not match their own count and total, or that no number of rows gives. */
import { impossibleTotal } from "../../model/judge-percent.js";
import {
  halfUp,
  isPointAway,
  isReachable,
  type PrintedPercent,
  percentOf,
  showPercent,
  showShare,
  truncated,
} from "../../model/percent.js";
import { totalRange } from "../../model/rows-read.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_SHARE, FIGURES_AS_TEXT } from "../needs.js";
import { quote, rangeOfRows, statement } from "../phrases.js";
import { isPossible, LIMIT_WORDS, type Share, sharesOf } from "../shares.js";
import type { AuditView } from "../view.js";

interface ShareFact extends Fact {
  readonly share: Share;
}

function aboutShare(share: Share, figures: Pick<Fact, "expected" | "actual">): ShareFact {
  const { about, rag, number } = share;
  return { about, ...(rag !== null && { rag }), ...(number !== null && { number }), ...figures, share };
}

/** Exact percentages for which `applies` is true, with the percentage that their count and total give. */
function findShares(view: AuditView, applies: (share: Share) => boolean): ShareFact[] {
  return sharesOf(view)
    .filter((share) => share.limits === null && applies(share))
    .map((share) => {
      const { count, total, percent } = share;
      const right = total === 0 ? {} : { expected: showPercent(halfUp(count, total, percent.scale), percent.scale) };
      return aboutShare(share, { ...right, actual: percent.text });
    });
}

/** Shares stated as a limit ("less than 1%") that no figures within the limit give. */
function findImpossibleLimits(view: AuditView): ShareFact[] {
  return sharesOf(view)
    .filter((share) => share.limits !== null && !isPossible(share))
    .map((share) => aboutShare(share, { actual: share.percent.text }));
}

export const percentMismatch = defineRule<ShareFact>({
  id: "percent-mismatch",
  severity: "error",
  title: "A stated percentage does not match its count and total",
  needs: [A_SHARE, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The percentage differs by a point or more from what the count and total beside it give, or from what the rows give where it is stated alone.",
    importance: "The report contradicts itself within one statement, and most readers remember the percentage.",
    remedy: "Use the count and total, not the percentage. Often the percentage was left over from an earlier report.",
  },
  passing: example({ rows: rowsOf("GGAAA"), stated: { green: "2/5 (40%)" } }),
  failing: example({ rows: rowsOf("GGAAA"), stated: { green: "2/5 (46%)" } }),
  find: (view) => [
    ...findShares(view, ({ count, total, percent }) =>
      total === 0 ? count !== 0 || percent.scaled !== 0 : isPointAway(percent, count, total),
    ),
    ...findImpossibleLimits(view),
  ],
  message: ({ share }) => {
    const { count, total, percent, totalName, limits } = share;
    if (total === 0) return `The report states ${share.text}, but no percentage follows from ${count} out of 0.`;
    const counted = limits === null ? `${count}` : `${LIMIT_WORDS[limits.count]}${count}`;
    return `The report states ${share.text}, but ${counted} out of ${totalName} is ${limits === null ? "" : LIMIT_WORDS[limits.count]}${showShare(count, total, percent.scale)}.`;
  },
});

function roundingName({ count, total, percent }: Share): string {
  const cut = truncated(count, total, percent.scale);
  if (percent.scaled === cut) return "it was cut off (truncated), not rounded";
  return percent.scaled === cut + 1 ? "it was rounded up" : "it is neither rounded nor cut off";
}

export const percentRounding = defineRule<ShareFact>({
  id: "percent-rounding",
  severity: "info",
  title: "A stated percentage is not rounded half up",
  needs: [A_SHARE, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The percentage is within a point of what its count and total give, but is not the result of rounding half up.",
    importance: "The error is small, but it shows that percentages were truncated or calculated by hand.",
    remedy: "When you compare reports, calculate the percentages from counts and totals.",
  },
  passing: example({ rows: rowsOf("GAAAAAAA"), stated: { green: "1/8 (13%)" } }),
  failing: example({ rows: rowsOf("GAAAAAAA"), stated: { green: "1/8 (12%)" } }),
  find: (view) =>
    findShares(
      view,
      ({ count, total, percent }) =>
        total !== 0 && !isPointAway(percent, count, total) && percent.scaled !== halfUp(count, total, percent.scale),
    ),
  message: ({ share, expected }) =>
    `The report states ${share.text}; ${share.count} out of ${share.totalName} is ${showShare(share.count, share.total, share.percent.scale)}, which rounds half up to ${expected}: ${roundingName(share)}.`,
});

interface PercentFact extends Fact {
  readonly text: string;
  /** "14 rows", "60". */
  readonly base: string;
  readonly total: number;
  readonly nearest: number;
  readonly percent: PrintedPercent;
}

type Impossible = Omit<PercentFact, "nearest" | "actual">;

/** Statements about statuses are compared with the number of rows, or with their own total if the report has no rows. */
function impossibleOf(view: AuditView): Impossible[] {
  const { rows, statuses, facts, read } = view;
  const stated = statuses.flatMap((entry): Impossible[] => {
    const { stated, percent, rag } = entry;
    const total = percent === null ? null : impossibleTotal(percent, stated.stated_total, read);
    if (percent === null || total === null) return [];
    const base = rows.length - read.leftOut.rows.size === total ? rangeOfRows(totalRange(read)) : String(total);
    return [{ about: stated, rag, text: `${statement(entry)} ${rag}`, base, total, percent }];
  });
  const claimed = facts.claims.flatMap(({ about, number, raw, total, percent, percentLimit }): Impossible[] =>
    percentLimit === "exact" && total > 0 && !isReachable(percentOf(percent), total)
      ? [{ about, number, text: quote(raw), base: String(total), total, percent: percentOf(percent) }]
      : [],
  );
  return [...stated, ...claimed];
}

export const percentImpossible = defineRule<PercentFact>({
  id: "percent-impossible",
  severity: "error",
  title: "No count gives the stated percentage",
  needs: [A_SHARE, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "No number of the report's rows gives this percentage, whether rounded or truncated. A percentage stated with its own total is compared with that total, and so is every percentage of a report without rows.",
    importance: "The percentage cannot be about these rows. This shows an error even if no count is stated beside it.",
    remedy: "Check whether the percentage was calculated from another total or left over from another report.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "67%" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "50%" } }),
  find: (view) =>
    impossibleOf(view).map((one) => {
      const { percent, total } = one;
      const nearest = Math.min(total, Math.round((percent.scaled * total) / (100 * percent.scale)));
      return { ...one, actual: percent.text, nearest };
    }),
  message: ({ text, base, total, nearest, percent }) =>
    `The report states ${text}, but no count out of ${base} is ${percent.text}; the nearest, ${nearest}, is ${showShare(nearest, total, percent.scale)}.`,
});
