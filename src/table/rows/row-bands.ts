/**
 * Bands between two rules to rows. In: lines and the starts of rows found so far. Out: the starts with each band joined
 * to one row, unless its labels or figures show several.
 */
import { cellContinues, inColumn, type PlacedLine, type RowRules } from "./continuation.js";
import { isBold } from "./heading-rows.js";

/** Fewest bands with one label, where none has more, from which each band is one row. */
const FEWEST_BANDS = 3;

/** Fewest headings that are side by side in bold. */
const FEWEST_HEADINGS = 3;

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
  const [first] = bands;
  // Headings without a rule below them are in the first row's band.
  if (first?.from === 0) bands.splice(0, 1, ...withoutHeadings(lines, first, rules));
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

/** The first band without its first lines, where these are bold headings side by side and the others are not bold. */
function withoutHeadings(lines: readonly PlacedLine[], band: Band, { columns }: RowRules): Band[] {
  const at = lines.slice(0, band.to).findIndex((line) => !isBold(line));
  const headings = lines.slice(0, Math.max(0, at));
  if (!headings.some(({ placed }) => placed.length >= FEWEST_HEADINGS)) return [band];
  return [bandOf(lines, at, band.to, columns)];
}

function bandsOf(lines: readonly PlacedLine[], { areSeparated, columns }: RowRules): Band[] {
  const bands: Band[] = [];
  for (let from = 0, to = 1; from < lines.length; from = to, to += 1) {
    for (; to < lines.length; to += 1) {
      const [above, below] = [lines[to - 1], lines[to]];
      if (above === undefined || below === undefined || areSeparated(above, below)) break;
    }
    bands.push(bandOf(lines, from, to, columns));
  }
  return bands;
}

function bandOf(lines: readonly PlacedLine[], from: number, to: number, columns: RowRules["columns"]): Band {
  const begins = lines.slice(from, to).map((line, at) => {
    const [label, above] = [inColumn(line, 0), at === 0 ? undefined : lines[from + at - 1]];
    const over = above === undefined ? undefined : inColumn(above, 0);
    return label !== undefined && (over === undefined || !cellContinues(over, label, line.sizePt, columns));
  });
  return {
    from,
    to,
    labels: begins.filter(Boolean).length,
    labelsAfterFirst: begins.filter((begun, at) => begun && at > 0).length,
  };
}
