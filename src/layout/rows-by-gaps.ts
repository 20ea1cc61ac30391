/**
 * Rows whose labels stand in the middle of their height, as a layout that keeps centred cells has them: white space parts
 * the rows. In: the lines below a head. Out: the lines at which rows begin; none where rows begin with their labels.
 */
import type { HeadingReader } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import type { TextLine } from "./lines.js";
import { segmentsOf } from "./segments.js";

/** Rows of one label between white space, and those among them with lines above it, that make it the table's habit. */
const FEWEST_ROWS = 3;
const FEWEST_CENTRED = 2;
const CENTRED_SHARE = 1 / 3;

export interface GapRows {
  /** Indexes of the lines at which rows begin. */
  readonly starts: ReadonlySet<number>;
  /** The first line that was not looked at. */
  readonly to: number;
}

interface Group {
  readonly first: number;
  labels: number;
  /** Whether cells stand above the label. */
  centred: boolean;
  /** Whether a line begins in the labels' column that is none: a text over the table's width. */
  wide: boolean;
}

/** @param second where the second column stands, in characters */
export function rowsByGaps(lines: readonly TextLine[], from: number, second: number, role: HeadingReader): GapRows {
  const groups: Group[] = [];
  let [index, ahead] = [from, true];
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    const [first] = line === undefined ? [] : segmentsOf(line.text);
    if (line === undefined || first === undefined) continue;
    if (role(first.text) === "number") {
      ahead = true;
      continue;
    }
    if (ahead || line.gapBefore || line.pageStart)
      groups.push({ first: index, labels: 0, centred: false, wide: false });
    ahead = false;
    const group = groups.at(-1);
    if (group === undefined || first.start >= second - 1) continue;
    if (!isLabel(first.text)) {
      group.wide = true;
      continue;
    }
    group.labels += 1;
    // Two rows without white space between them: the table's rows are not parted by it.
    if (group.labels > 1) return { starts: new Set(), to: index + 1 };
    group.centred = index > group.first && !group.wide;
  }
  const rows = groups.filter(({ labels }) => labels === 1);
  const centred = rows.filter((row) => row.centred).length;
  const isHabit = rows.length >= FEWEST_ROWS && centred >= Math.max(FEWEST_CENTRED, rows.length * CENTRED_SHARE);
  return { starts: new Set(isHabit ? rows.map(({ first }) => first) : []), to: index };
}
