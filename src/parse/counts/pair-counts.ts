/**
 * Which count belongs to which status. In: the labels and figures of a summary in printed order. Out: the pairs that the
 * print leaves no doubt about; a summary that can be read in two ways gives none.
 */
import { type Entry, type Figure, type Label, nameOf } from "./entries.js";

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
      const name = nameOf(entry);
      if (seen.has(name)) {
        summaries.push(summary);
        summary = [];
        seen = new Set();
      }
      seen.add(name);
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
  const within = readings.map((labels) => pairWithinBlocks(labels, figures));
  return within.reduce((most, pairs) => (pairs.length > most.length ? pairs : most));
}

/** The possible choices of labels among labels and definitions, the likeliest first. */
function readingsOf(entries: readonly Entry[]): Label[][] {
  const all = entries.filter((entry) => entry.kind === "label");
  const totals = all.filter(({ isTotal }) => isTotal);
  const named = all.filter(({ rag }) => rag !== null);
  const colours = named.filter(({ colour }) => colour);
  const covered = new Set(colours.map(({ rag }) => rag));
  const chosen =
    colours.length >= 2
      ? once(
          named.filter(({ colour, rag }) => colour || !covered.has(rag)),
          statusOf,
        )
      : once(named, statusOf);
  const defined = chosen.filter((label) => label.colour || !followsColour(all, label));
  const statuses = all.filter((label) => !label.isTotal && !followsColour(all, label));
  const readings = [
    chosen,
    defined,
    ...(colours.length >= 2 ? [once(colours, statusOf)] : []),
    // With statuses that have no colour, and with two words for one status.
    once(
      statuses.filter(({ colour, rag }) => colour || !covered.has(rag)),
      nameOf,
    ),
  ];
  const inOrder = (labels: readonly Label[]): Label[] => all.filter((label) => labels.includes(label));
  return readings.flatMap((labels) =>
    totals.length === 1 ? [inOrder([...labels, ...totals]), inOrder(labels)] : [inOrder(labels)],
  );
}

/** A colour by its own name, a word by its status: "Complete" and "Finished" may define one another. */
const statusOf = (label: Label): string => (label.colour ? nameOf(label) : (label.rag ?? nameOf(label)));

/** The first label of each name. */
function once(labels: readonly Label[], name: (label: Label) => string): Label[] {
  const seen = new Set<string>();
  return labels.filter((label) => {
    const own = name(label);
    const isNew = !seen.has(own);
    seen.add(own);
    return isNew;
  });
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
  return first?.kind === "label" && !first.isTotal && labels.every((label) => nameOf(label) !== nameOf(first));
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
