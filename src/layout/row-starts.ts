/**
 * Where the rows of a table that is laid out by spaces begin, if it has no column of numbers. In: the lines below its headings.
 * Out: the lines at which rows begin. Titles may begin with their labels; else a line that fills most columns begins a
 * row, and where blank lines separate such lines, only those after them do.
 */
import type { HeadingReader } from "../language/headings.js";
import { labelForm, splitLabel } from "../language/row-labels.js";
import type { TextLine } from "./lines.js";
import { alignSegments, type Segment, segmentsOf } from "./segments.js";
import { namesColumns, type SpaceTable } from "./space-headings.js";

/** Fewest titles with labels, where no other part of the table has such, and their forms' greatest number. */
const FEWEST_LABELLED = 2;
/** Fewest columns, and their smallest share, that the first line of a row fills. */
const FEWEST_FILLED = 3;
const FILLED_SHARE = 0.6;
/** Share of the lines that may begin rows which must come after blank lines, so that these separate rows. */
const SEPARATED_SHARE = 0.5;

/** A line that may begin a row. */
interface Candidate {
  readonly index: number;
  /** The form of the label that its title begins with; null without one. */
  readonly form: string | null;
  readonly isFilled: boolean;
  readonly gapBefore: boolean;
}

export class RowStarts {
  readonly #lines: readonly TextLine[];
  readonly #role: HeadingReader;
  /** Forms of the labels that titles began with so far. */
  readonly #forms = new Set<string>();
  #starts: ReadonlySet<number> = new Set();

  constructor(lines: readonly TextLine[], role: HeadingReader) {
    this.#lines = lines;
    this.#role = role;
  }

  has(index: number): boolean {
    return this.#starts.has(index);
  }

  /** Finds the rows of a table, up to the next headings. */
  find(table: SpaceTable, from: number): void {
    const candidates = this.#candidates(table, from);
    const labelled = candidates.filter(({ form }) => form !== null);
    const filled = candidates.filter(({ isFilled }) => isFilled);
    const isKnown = labelled.some(({ form }) => this.#forms.has(form ?? ""));
    // Where titles begin with labels, nearly every row's does: filled lines that many more are without are rows of their own.
    const areLabelled =
      (isKnown || labelled.length >= FEWEST_LABELLED) && labelled.length >= filled.length * SEPARATED_SHARE;
    if (areLabelled) for (const { form } of labelled) this.#forms.add(form ?? "");
    this.#starts = new Set((areLabelled ? labelled : separated(filled)).map(({ index }) => index));
  }

  #candidates(table: SpaceTable, from: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (let index = from; index < this.#lines.length; index += 1) {
      const line = this.#lines[index];
      const segments = line === undefined ? [] : segmentsOf(line.text);
      if (segments.length >= FEWEST_FILLED && namesColumns(segments, this.#role)) break;
      if (line === undefined || segments.length > table.anchors.length) continue;
      const candidate = candidateAt(index, segments, table, line.gapBefore || line.pageStart || index === from);
      if (candidate !== null) candidates.push(candidate);
    }
    return candidates;
  }
}

/** The line as one that may begin a row: its title is there, and does not continue in small letters. */
function candidateAt(
  index: number,
  segments: readonly Segment[],
  { anchors, titleColumn }: SpaceTable,
  gapBefore: boolean,
): Candidate | null {
  if (segments.length < 2) return null;
  const columns = alignSegments(
    segments.map(({ start }) => start),
    anchors,
  );
  const title = segments[columns.indexOf(titleColumn)]?.text;
  if (title === undefined || /^\p{Ll}/u.test(title)) return null;
  const label = splitLabel(title)?.label;
  const isFilled = segments.length >= Math.max(FEWEST_FILLED, Math.ceil(anchors.length * FILLED_SHARE));
  return { index, form: label === undefined ? null : labelForm(label), isFilled, gapBefore };
}

/** Of lines that may begin rows, those after blank lines where these separate rows. */
function separated(filled: readonly Candidate[]): readonly Candidate[] {
  const apart = filled.filter(({ gapBefore }) => gapBefore);
  return apart.length > 1 && apart.length >= filled.length * SEPARATED_SHARE ? apart : filled;
}
