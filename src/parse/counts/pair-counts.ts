/**
 * Which count belongs to which status. In: a key's labels and figures in printed order. Out: the pairs of which the
 * print leaves no doubt; a key that can be read in two ways gives none.
 */
import type { Entry, Figure, Label } from "./entries.js";

export interface Pair {
  readonly label: Label;
  readonly figure: Figure;
}

/** Parts a key's marks where a colour comes again: a key of definitions and a table of counts may follow one another. */
export function splitSummaries(marks: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  let part: Entry[] = [];
  let seen = new Set<string>();
  for (const mark of marks) {
    if (mark.kind === "label" && mark.colour && mark.rag !== null) {
      if (seen.has(mark.rag)) {
        parts.push(part);
        part = [];
        seen = new Set();
      }
      seen.add(mark.rag);
    }
    part.push(mark);
  }
  parts.push(part);
  return parts;
}

/**
 * The pairs of one key. Colour names are its labels where there are any, with the words for statuses that no colour
 * names ("Not started"); words that define a colour ("Completed" under Green) are none, so several readings are tried.
 */
export function pairCounts(marks: readonly Entry[]): Pair[] {
  const figures = marks.filter((mark) => mark.kind === "figure");
  if (figures.length === 0) return [];
  const readings = readingsOf(marks);
  for (const labels of readings) {
    const pairs = pairInOrder(marks, labels, figures);
    if (pairs !== null) return pairs;
  }
  for (const labels of readings) {
    const pairs = pairByColumn(labels, figures);
    if (pairs !== null) return pairs;
  }
  return pairWithinBlocks(readings[0] ?? [], figures);
}

/** The ways in which a key's labels may be told from its definitions, the likeliest first. */
function readingsOf(marks: readonly Entry[]): Label[][] {
  const all = marks.filter((mark) => mark.kind === "label");
  const totals = all.filter((label) => label.rag === null);
  const named = all.filter((label) => label.rag !== null);
  const colours = named.filter((label) => label.colour);
  const covered = new Set(colours.map((label) => label.rag));
  const once = (labels: readonly Label[]): Label[] => {
    const seen = new Set<string | null>();
    return labels.filter((label) => !seen.has(label.rag) && seen.add(label.rag) !== undefined);
  };
  const key =
    colours.length >= 2 ? once(named.filter((label) => label.colour || !covered.has(label.rag))) : once(named);
  const defined = key.filter((label) => label.colour || !followsColour(all, label));
  const inOrder = (labels: readonly Label[]): Label[] => all.filter((label) => labels.includes(label));
  const readings = [key, defined, ...(colours.length >= 2 ? [once(colours)] : [])];
  return readings.flatMap((labels) =>
    totals.length === 1 ? [inOrder([...labels, ...totals]), inOrder(labels)] : [inOrder(labels)],
  );
}

function followsColour(all: readonly Label[], label: Label): boolean {
  const before = all[all.indexOf(label) - 1];
  return before?.colour === true && before.block === label.block;
}

/** As many figures as labels, and none before its label: the first belongs to the first, and so on. */
function pairInOrder(marks: readonly Entry[], labels: readonly Label[], figures: readonly Figure[]): Pair[] | null {
  if (labels.length !== figures.length || labels.length === 0) return null;
  const chosen = new Set<Entry>(labels);
  let open = 0;
  for (const mark of marks) {
    if (mark.kind === "label") open += chosen.has(mark) ? 1 : 0;
    else if (open === 0) return null;
    else open -= 1;
  }
  const pairs = labels.flatMap((label, at) => {
    const figure = figures[at];
    return figure === undefined ? [] : [{ label, figure }];
  });
  if (figures.some((figure) => figure.bare) && labels.length < 2) return null;
  if (pairs.some((pair) => belongsToAnother(pair, marks, labels))) return null;
  return sameColumns(labels, figures) ? pairs : null;
}

/** A figure of another block that begins with a status the reading leaves out is that status's figure. */
function belongsToAnother({ label, figure }: Pair, marks: readonly Entry[], labels: readonly Label[]): boolean {
  if (label.block === figure.block) return false;
  const first = marks.find((mark) => mark.block === figure.block);
  return first?.kind === "label" && first.rag !== null && labels.every(({ rag }) => rag !== first.rag);
}

/** Where labels and figures stand in two rows, each figure stands under its label and before the next. */
function sameColumns(labels: readonly Label[], figures: readonly Figure[]): boolean {
  if (!inTwoRows(labels, figures)) return true;
  return figures.every((figure, at) => columnOf(labels, figure) === at);
}

function inTwoRows(labels: readonly Label[], figures: readonly Figure[]): boolean {
  const rows = new Set([...labels, ...figures].map((mark) => mark.block));
  return (
    labels.length >= 2 &&
    rows.size === 2 &&
    new Set(labels.map((label) => label.block)).size === 1 &&
    new Set(figures.map((figure) => figure.block)).size === 1 &&
    [...labels, ...figures].every((mark) => mark.separated) &&
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

/** Labels in one row and figures in another, some of them missing: each under its label. */
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

/** Blocks that hold one label and one figure say enough by themselves. */
function pairWithinBlocks(labels: readonly Label[], figures: readonly Figure[]): Pair[] {
  return labels.flatMap((label) => {
    const own = figures.filter((figure) => figure.block === label.block);
    const [figure] = own;
    const alone = labels.filter((other) => other.block === label.block).length === 1;
    return figure !== undefined && own.length === 1 && alone && !figure.bare ? [{ label, figure }] : [];
  });
}
