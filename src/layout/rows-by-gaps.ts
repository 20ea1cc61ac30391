/**
 * Rows whose labels are centred vertically, so that cells begin above them; blank lines separate such rows. In: the
 * lines below the column headings. Out: the lines at which rows begin; none where rows begin with their labels.
 */
import type { HeadingReader } from "../language/headings.js";
import { rowLabelOf } from "../language/row-labels.js";
import type { TextLine } from "./lines.js";
import { segmentsOf } from "./segments.js";

/**
 * Fewest rows between blank lines with one label each, fewest of those with a centred label, and their smallest share.
 */
const FEWEST_ROWS = 3;
const FEWEST_CENTRED = 2;
const CENTRED_SHARE = 1 / 3;

export interface GapRows {
  /** Indexes of the lines at which rows begin. */
  readonly starts: ReadonlySet<number>;
  /** Index of the first line that was not examined. */
  readonly to: number;
}

/** Lines between two blank lines. */
interface Group {
  readonly first: number;
  labels: number;
  /** Whether there are cells above the label. */
  centred: boolean;
  /** Whether a line that begins in the labels' column is no label: text over the full width. */
  wide: boolean;
}

/**
 * @param from index of the first line below the headings
 * @param second where the second column starts, in characters
 */
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
    if (rowLabelOf(first.text) === null) {
      group.wide = true;
      continue;
    }
    group.labels += 1;
    // Two labels without a blank line between them: blank lines do not separate the rows of this table.
    if (group.labels > 1) return { starts: new Set(), to: index + 1 };
    group.centred = index > group.first && !group.wide;
  }
  const rows = groups.filter(({ labels }) => labels === 1);
  const centred = rows.filter((row) => row.centred).length;
  const isCentred = rows.length >= FEWEST_ROWS && centred >= Math.max(FEWEST_CENTRED, rows.length * CENTRED_SHARE);
  return { starts: new Set(isCentred ? rows.map(({ first }) => first) : []), to: index };
}
