/** What the cells of a column say of its role. In: the column's facts and its place. Out: weights for and against each role. */
import type { ColumnFacts } from "./cell-facts.js";
import type { Evidence } from "./evidence.js";
import { CELLS } from "./weights.js";

/** Filled cells from which on the shares are trusted in full. */
const SURE = 3;
/** Share of different cells below which a column's texts are kinds of things, and no titles. */
const REPEATED = 0.75;
/** A share above which cells are of a kind. */
const MOSTLY = 0.6;

/** Twice the part of a share above one half, so that a half says nothing and all says 1. */
const above = (share: number): number => Math.max(0, 2 * share - 1);

export function cellEvidence(facts: ColumnFacts, index: number): Evidence {
  const {
    filled,
    rows,
    labels,
    statuses,
    dates,
    figures,
    codes,
    phrases,
    narratives,
    dated,
    signs,
    painted,
    distinct,
    words,
  } = facts;
  if (filled === 0) return { status: painted > 0.5 ? CELLS.painted : 0, title: -CELLS.misfit, number: -CELLS.misfit };
  const trust = Math.min(1, filled / SURE);
  const short = words <= 5;
  const repeats = 1 - distinct;
  return {
    number:
      trust * (CELLS.labels * above(labels) * distinct) +
      (index === 0 ? CELLS.firstColumn : 0) -
      (labels < MOSTLY ? CELLS.misfit : 0) -
      (statuses > MOSTLY && labels < 1 ? CELLS.misfit : 0),
    title:
      trust * (CELLS.phrases * above(phrases) + CELLS.distinct * (distinct - REPEATED)) -
      CELLS.misfit * (above(statuses) + above(dates) + above(figures) + above(codes)) -
      CELLS.misfit * above(dated) -
      // Numbers alone count or label something.
      CELLS.misfit * above(labels) -
      (words < 2 ? CELLS.misfit / 2 : 0) -
      // What stands over several rows is what they are grouped by.
      (CELLS.misfit / 2) * (1 - filled / rows) -
      (narratives > MOSTLY ? CELLS.narratives / 2 : 0),
    organisation:
      trust * (CELLS.codes * above(codes) + (short ? repeats : 0)) -
      CELLS.misfit * (above(statuses) + above(dates) + above(figures) + above(narratives)) -
      (words > 10 ? CELLS.misfit : 0) -
      (labels > MOSTLY ? CELLS.misfit / 2 : 0),
    status:
      trust * (CELLS.statuses * above(statuses) + CELLS.painted * above(painted)) -
      (statuses + painted < 0.4 ? CELLS.misfit / 2 : 0) -
      (words > 8 ? CELLS.misfit : 0) -
      CELLS.misfit * (above(figures) + above(dates)),
    update:
      trust * (CELLS.narratives * above(Math.max(narratives, dated)) + CELLS.dated * above(dated)) -
      CELLS.misfit * (above(statuses) + above(figures) + above(signs) + above(dates) * (1 - above(dated))) -
      (codes > MOSTLY ? CELLS.misfit : 0),
    date: trust * CELLS.dates * above(dates) - (dates < MOSTLY ? CELLS.misfit : 0),
    other: trust * (CELLS.dates * above(dates) * 0.5 + CELLS.figures * above(figures)),
  };
}

/** Words of a kind of thing, and the share of different cells up to which they are kinds. */
const KIND_WORDS = 4;
const KINDS = 0.5;

/**
 * What a column says beside one of updates: a few words that come again and again are kinds of things, such as "Accepted" and "Accepted
 * in part", and no further updates.
 */
export function evidenceBeside(facts: readonly ColumnFacts[], index: number): Evidence {
  const own = facts[index];
  if (own === undefined || own.filled < SURE || own.words > KIND_WORDS || own.distinct > KINDS) return {};
  const hasUpdates = facts.some(({ narratives, dated }, at) => at !== index && Math.max(narratives, dated) > MOSTLY);
  return hasUpdates ? { update: -CELLS.misfit } : {};
}
