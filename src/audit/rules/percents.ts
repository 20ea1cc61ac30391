/** In: stated percentages. Out: those that do not follow from their own count and total, or from any number of rows. */
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import {
  cutOff,
  halfUp,
  isPointAway,
  isReachable,
  type PrintedPercent,
  percentOf,
  showPercent,
  showShare,
} from "../percent.js";
import { countOf, quote, statement } from "../phrases.js";
import { highestBeyond, isBorneOut, LIMIT_WORDS, type Share, sharesOf } from "../shares.js";
import type { AuditView } from "../view.js";

interface ShareFact extends Fact {
  readonly share: Share;
}

function aboutShare(share: Share, figures: Pick<Fact, "expected" | "actual">): ShareFact {
  const { about, rag, number } = share;
  return { about, ...(rag !== null && { rag }), ...(number !== null && { number }), ...figures, share };
}

/** Each exact percentage with the count and total it should follow from, where `applies` finds it wanting. */
function findShares(view: AuditView, applies: (share: Share) => boolean): ShareFact[] {
  return sharesOf(view)
    .filter((share) => share.limits === null && applies(share))
    .map((share) => {
      const { count, total, percent } = share;
      const right = total === 0 ? {} : { expected: showPercent(halfUp(count, total, percent.scale), percent.scale) };
      return aboutShare(share, { ...right, actual: percent.text });
    });
}

/** Shares with a limit in them ("less than 1%") that no figure within it bears out. */
function findBroken(view: AuditView): ShareFact[] {
  return sharesOf(view)
    .filter((share) => share.limits !== null && !isBorneOut(share))
    .map((share) => aboutShare(share, { actual: share.percent.text }));
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
  find: (view) => [
    ...findShares(view, ({ count, total, percent }) =>
      total === 0 ? count !== 0 || percent.scaled !== 0 : isPointAway(percent, count, total),
    ),
    ...findBroken(view),
  ],
  message: ({ share }) => {
    const { count, total, percent, totalName, limits } = share;
    if (total === 0) return `The report states ${share.text}, but no percentage follows from ${count} out of 0.`;
    const counted = limits === null ? `${count}` : `${LIMIT_WORDS[limits.count]}${count}`;
    return `The report states ${share.text}, but ${counted} out of ${totalName} is ${limits === null ? "" : LIMIT_WORDS[limits.count]}${showShare(count, total, percent.scale)}.`;
  },
});

function roundingName({ count, total, percent }: Share): string {
  const cut = cutOff(count, total, percent.scale);
  if (percent.scaled === cut) return "it was cut off (truncated), not rounded";
  return percent.scaled === cut + 1 ? "it was rounded up" : "it is neither rounded nor cut off";
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

/** Statements about statuses are held against the rows, or without rows against their own total. */
function impossibleOf(view: AuditView): Impossible[] {
  const { rows, statuses, facts } = view;
  const stated = statuses.flatMap(({ stated, percent, rag }, index): Impossible[] => {
    const entry = statuses[index];
    const total = rows.length > 0 ? rows.length : stated.stated_total;
    if (entry === undefined || percent === null || total === null) return [];
    const beyond = stated.stated_total === null ? highestBeyond(rows) : 0;
    if (beyond > 0 && isReachable(percent, beyond)) return [];
    const base = rows.length > 0 ? countOf(total, "row") : String(total);
    return [{ about: stated, rag, text: `${statement(entry)} ${rag}`, base, total, percent }];
  });
  const claimed = facts.claims.flatMap(({ about, number, raw, total, percent, percentLimit }): Impossible[] =>
    percentLimit === "exact"
      ? [{ about, number, text: quote(raw), base: String(total), total, percent: percentOf(percent) }]
      : [],
  );
  return [...stated, ...claimed].filter(({ total, percent }) => total > 0 && !isReachable(percent, total));
}

export const percentImpossible = defineRule<PercentFact>({
  id: "percent-impossible",
  severity: "error",
  title: "No count gives a stated percentage",
  explanation: {
    meaning:
      "Whatever number of the report's rows had the status, the percentage would be another one, rounded or cut off. A percentage stated out of a number of its own is held against that number, as are all where the report has no rows.",
    importance: "The percentage cannot be about these rows. It shows an error even where no count is stated beside it.",
    remedy: "Look for a percentage out of another total, or left over from another report.",
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
