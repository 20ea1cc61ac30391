/**
 * Bands between two rules to rows. In: lines and the starts of rows found so far. Out: the starts with each band joined
 * to one row, unless its labels or figures show several.
 */
import { cellContinues, inColumn, type PlacedLine, type RowRules } from "./continuation.js";

/** Fewest bands with one label, where none has more, from which each band is one row. */
const FEWEST_BANDS = 3;

interface Band {
  readonly from: number;
  readonly to: number;
  /** Lines of it that begin a label, without the first line. */
  readonly labelsAfterFirst: number;
  readonly labels: number;
}

/**
 * Joins a band to one row where only its first line has a label, and at most one line has figures. Where rules separate
 * all rows, the label may be on a lower line, in the middle or at the bottom of the row.
 */
export function joinBands(
  lines: readonly PlacedLine[],
  starts: readonly boolean[],
  figures: readonly boolean[],
  headingLines: number,
  rules: RowRules,
): boolean[] {
  const joined = [...starts];
  const bands = bandsOf(lines, rules).filter(({ from }) => from >= headingLines);
  const everyRow =
    bands.every((band) => band.labels <= 1) && bands.filter((band) => band.labels === 1).length >= FEWEST_BANDS;
  for (const { from, to, labelsAfterFirst } of bands) {
    if (to - from === lines.length) continue;
    const band = lines.slice(from, to);
    const fullWidth =
      band.length > 1 && band.every((line) => line.placed.length === 1 && inColumn(line, 0) !== undefined);
    const figureLines = figures.slice(from, to).filter(Boolean).length;
    if ((labelsAfterFirst === 0 || everyRow || fullWidth) && figureLines <= 1) joined.fill(false, from + 1, to);
  }
  return joined;
}

function bandsOf(lines: readonly PlacedLine[], { areSeparated, columns }: RowRules): Band[] {
  const bands: Band[] = [];
  for (let from = 0, to = 1; from < lines.length; from = to, to += 1) {
    for (; to < lines.length; to += 1) {
      const [above, below] = [lines[to - 1], lines[to]];
      if (above === undefined || below === undefined || areSeparated(above, below)) break;
    }
    const begins = lines.slice(from, to).map((line, at) => {
      const [label, above] = [inColumn(line, 0), at === 0 ? undefined : lines[from + at - 1]];
      const over = above === undefined ? undefined : inColumn(above, 0);
      return label !== undefined && (over === undefined || !cellContinues(over, label, line.sizePt, columns));
    });
    bands.push({
      from,
      to,
      labels: begins.filter(Boolean).length,
      labelsAfterFirst: begins.filter((begun, at) => begun && at > 0).length,
    });
  }
  return bands;
}
