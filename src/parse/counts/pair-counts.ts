/**
 * Which count belongs to which status. In: the labels and figures of a summary in printed order. Out: the pairs that the
 * print leaves no doubt about; a summary that can be read in two ways gives none.
 */
import type { Entry, Figure, Label } from "./entries.js";

export interface Pair {
  readonly label: Label;
  readonly figure: Figure;
}

/** Splits entries where a colour is named again: a table of counts may follow a status key with definitions. */
export function splitSummaries(entries: readonly Entry[]): Entry[][] {
  const summaries: Entry[][] = [];
  let summary: Entry[] = [];
  let seen = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === "label" && entry.colour && entry.rag !== null) {
      if (seen.has(entry.rag)) {
        summaries.push(summary);
        summary = [];
        seen = new Set();
      }
      seen.add(entry.rag);
    }
    summary.push(entry);
  }
  summaries.push(summary);
  return summaries;
}

/**
 * The pairs of one summary. Its labels are the colour names where there are any, with words for statuses that no colour
 * names ("Not started"). Words that define a colour ("Completed" under Green) are no labels, so several readings are tried.
 */
export function pairCounts(entries: readonly Entry[]): Pair[] {
  const figures = entries.filter((entry) => entry.kind === "figure");
  if (figures.length === 0) return [];
  const readings = readingsOf(entries);
  for (const labels of readings) {
    const pairs = pairInOrder(entries, labels, figures);
    if (pairs !== null) return pairs;
  }
  for (const labels of readings) {
    const pairs = pairByColumn(labels, figures);
    if (pairs !== null) return pairs;
  }
  return pairWithinBlocks(readings[0] ?? [], figures);
}

/** The possible choices of labels among labels and definitions, the likeliest first. */
function readingsOf(entries: readonly Entry[]): Label[][] {
  const all = entries.filter((entry) => entry.kind === "label");
  const totals = all.filter((label) => label.rag === null);
  const named = all.filter((label) => label.rag !== null);
  const colours = named.filter((label) => label.colour);
  const covered = new Set(colours.map((label) => label.rag));
  const once = (labels: readonly Label[]): Label[] => {
    const seen = new Set<string | null>();
    return labels.filter((label) => !seen.has(label.rag) && seen.add(label.rag) !== undefined);
  };
  const chosen =
    colours.length >= 2 ? once(named.filter((label) => label.colour || !covered.has(label.rag))) : once(named);
  const defined = chosen.filter((label) => label.colour || !followsColour(all, label));
  const inOrder = (labels: readonly Label[]): Label[] => all.filter((label) => labels.includes(label));
  const readings = [chosen, defined, ...(colours.length >= 2 ? [once(colours)] : [])];
  return readings.flatMap((labels) =>
    totals.length === 1 ? [inOrder([...labels, ...totals]), inOrder(labels)] : [inOrder(labels)],
  );
}

function followsColour(all: readonly Label[], label: Label): boolean {
  const before = all[all.indexOf(label) - 1];
  return before?.colour === true && before.block === label.block;
}

/** The pairs where there are as many figures as labels, and none before its label: first with first, and so on. */
function pairInOrder(entries: readonly Entry[], labels: readonly Label[], figures: readonly Figure[]): Pair[] | null {
  if (labels.length !== figures.length || labels.length === 0) return null;
  const chosen = new Set<Entry>(labels);
  let open = 0;
  for (const entry of entries) {
    if (entry.kind === "label") open += chosen.has(entry) ? 1 : 0;
    else if (open === 0) return null;
    else open -= 1;
  }
  const pairs = labels.flatMap((label, at) => {
    const figure = figures[at];
    return figure === undefined ? [] : [{ label, figure }];
  });
  if (figures.some((figure) => figure.bare) && labels.length < 2) return null;
  if (pairs.some((pair) => belongsToAnother(pair, entries, labels))) return null;
  return sameColumns(labels, figures) ? pairs : null;
}

/** Whether a figure is in another block than its label, and that block begins with a status that the reading leaves out. */
function belongsToAnother({ label, figure }: Pair, entries: readonly Entry[], labels: readonly Label[]): boolean {
  if (label.block === figure.block) return false;
  const first = entries.find((entry) => entry.block === figure.block);
  return first?.kind === "label" && first.rag !== null && labels.every(({ rag }) => rag !== first.rag);
}

/** Whether each figure is under its label and before the next, where labels and figures are in two rows. */
function sameColumns(labels: readonly Label[], figures: readonly Figure[]): boolean {
  if (!inTwoRows(labels, figures)) return true;
  return figures.every((figure, at) => columnOf(labels, figure) === at);
}

function inTwoRows(labels: readonly Label[], figures: readonly Figure[]): boolean {
  const rows = new Set([...labels, ...figures].map((entry) => entry.block));
  return (
    labels.length >= 2 &&
    rows.size === 2 &&
    new Set(labels.map((label) => label.block)).size === 1 &&
    new Set(figures.map((figure) => figure.block)).size === 1 &&
    [...labels, ...figures].every((entry) => entry.separated) &&
    new Set(labels.map((label) => label.column)).size === labels.length
  );
}

/** The last label that begins at or before the figure. */
function columnOf(labels: readonly Label[], figure: Figure): number {
  let column = -1;
  labels.forEach((label, at) => {
    if (label.column <= figure.column) column = at;
  });
  return column;
}

/** The pairs of labels in one row and figures in another, some of them missing: each under its label. */
function pairByColumn(labels: readonly Label[], figures: readonly Figure[]): Pair[] | null {
  if (!inTwoRows(labels, figures) || figures.some((figure) => figure.bare)) return null;
  const taken = new Map<number, Figure>();
  for (const figure of figures) {
    const column = columnOf(labels, figure);
    if (column < 0 || taken.has(column)) return null;
    taken.set(column, figure);
  }
  return labels.flatMap((label, at) => {
    const figure = taken.get(at);
    return figure === undefined ? [] : [{ label, figure }];
  });
}

/** The pairs of blocks that hold one label and one figure. */
function pairWithinBlocks(labels: readonly Label[], figures: readonly Figure[]): Pair[] {
  return labels.flatMap((label) => {
    const own = figures.filter((figure) => figure.block === label.block);
    const [figure] = own;
    const alone = labels.filter((other) => other.block === label.block).length === 1;
    return figure !== undefined && own.length === 1 && alone && !figure.bare ? [{ label, figure }] : [];
  });
}
