/**
 * Text laid out in columns by spaces, to table rows. In: lines. Out: the same lines, with a row in place of those that
 * make it up: cells are separated by two spaces or more, and wrapped cells are joined. Text over the full width stays a
 * line, and nothing is a table without column headings.
 */
import type { HeadingReader } from "../language/headings.js";
import { rowLabelOf } from "../language/row-labels.js";
import { hasIrregularSpaces } from "../language/spaces.js";
import type { TextLine } from "./lines.js";
import { RowStarts } from "./row-starts.js";
import { type GapRows, rowsByGaps } from "./rows-by-gaps.js";
import { alignSegments, nearestColumn, type Segment, segmentsOf } from "./segments.js";
import { type KnownHeadings, readHeadings, type SpaceHeadings, type SpaceTable } from "./space-headings.js";

export interface SpacedRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly lineLast: number;
  readonly gapBefore: boolean;
  readonly pageStart: boolean;
}

export type SpacedLine = { readonly row: SpacedRow } | { readonly line: TextLine };

interface LineStart {
  readonly columns: readonly number[];
  readonly startsRow: boolean;
  readonly lacksNumber: boolean;
}

/** Fewest segments of a row whose number is missing. */
const FEWEST_WITHOUT_NUMBER = 3;

const PAGE_NUMBER = /^\s*\d{1,4}\s*$/;

interface OpenRow {
  /** The lines of each cell. */
  readonly cells: readonly string[][];
  readonly first: TextLine;
  last: number;
  /** Where this row's own columns start: some layouts shift them from row to row. */
  readonly anchors: readonly number[];
}

export function readSpaceColumns(
  lines: readonly TextLine[],
  role: HeadingReader,
  isPageNumberOrMarking: (text: string) => boolean,
): SpacedLine[] {
  return new SpaceColumnsReader(lines, role, isPageNumberOrMarking).read();
}

class SpaceColumnsReader {
  readonly #lines: readonly TextLine[];
  readonly #role: HeadingReader;
  readonly #isPageNumberOrMarking: (text: string) => boolean;
  readonly #out: SpacedLine[] = [];
  #table: SpaceTable | null = null;
  #open: OpenRow | null = null;
  /** Whether headings or a line over the full width came after the last row. */
  #isAfterLine = true;
  readonly #known: KnownHeadings = new Map();
  #gapRows: GapRows = { starts: new Set(), to: 0 };
  readonly #rowStarts: RowStarts;

  constructor(lines: readonly TextLine[], role: HeadingReader, isPageNumberOrMarking: (text: string) => boolean) {
    this.#lines = lines;
    this.#role = role;
    this.#isPageNumberOrMarking = isPageNumberOrMarking;
    this.#rowStarts = new RowStarts(lines, role);
  }

  read(): SpacedLine[] {
    for (let index = 0; index < this.#lines.length; ) index += this.#readAt(index);
    this.#closeRow();
    return this.#out;
  }

  /** Reads a line, with those below it where it begins headings; returns how many. */
  #readAt(index: number): number {
    const line = this.#lines[index];
    if (line === undefined) return 1;
    if (this.#isFurniture(line, index)) {
      this.#closeRow();
      this.#out.push({ line });
      return 1;
    }
    // Outside a table, only a line with a wide gap can be headings: most lines need not be cut into segments.
    if (this.#table === null && !hasIrregularSpaces(line.text)) {
      this.#out.push({ line });
      return 1;
    }
    const segments = segmentsOf(line.text);
    const headings = segments.length < 2 ? null : readHeadings(this.#lines, index, segments, this.#role, this.#known);
    if (headings !== null) {
      this.#startTable(headings, line, index);
      return headings.length;
    }
    if (this.#table === null) this.#out.push({ line });
    else this.#readTableLine(this.#table, line, index, segments);
    return 1;
  }

  /** Page numbers and markings may come between a page's rows and belong to none of them. */
  #isFurniture(line: TextLine, index: number): boolean {
    if (this.#isPageNumberOrMarking(line.text)) return true;
    const after = this.#lines[index + 1];
    const isAtPageEdge = line.pageStart || after === undefined || after.pageStart;
    return isAtPageEdge && PAGE_NUMBER.test(line.text);
  }

  #startTable({ table, cells, length, lastLine }: SpaceHeadings, first: TextLine, index: number): void {
    this.#closeRow();
    this.#table = table;
    this.#open = { cells, first, last: lastLine, anchors: table.anchors };
    this.#closeRow();
    this.#isAfterLine = true;
    const below = index + length;
    if (below > this.#gapRows.to && table.numberColumn === 0)
      this.#gapRows = rowsByGaps(this.#lines, below, table.anchors[1] ?? 0, this.#role);
    if (table.numberColumn < 0) this.#rowStarts.find(table, below);
  }

  #readTableLine(table: SpaceTable, line: TextLine, index: number, segments: readonly Segment[]): void {
    const [first] = segments;
    if (first === undefined) return;
    const second = table.anchors[1] ?? 0;
    const isInFirst = this.#startsInFirstColumn(first, second);
    const begins = this.#beginsRow(table, index, segments, isInFirst);
    const isText = isInFirst && !begins.startsRow && this.#isFullWidth(table, line, index, segments);
    if (isText || segments.length > table.anchors.length) {
      this.#closeRow();
      this.#out.push({ line });
      this.#isAfterLine = true;
      return;
    }
    if (begins.startsRow || begins.lacksNumber || this.#open === null)
      this.#startRow(table, line, segments, begins.columns);
    this.#addToRow(line, segments, begins.columns);
  }

  /** The columns of a line's segments, and whether it begins a row, or one that lacks its number. */
  #beginsRow(table: SpaceTable, index: number, segments: readonly Segment[], isInFirst: boolean): LineStart {
    if (table.numberColumn < 0) {
      const startsRow = this.#rowStarts.has(index);
      return { columns: this.#columnsOf(table, segments, startsRow), startsRow, lacksNumber: false };
    }
    const columns = this.#columnsOf(table, segments, isInFirst && isLabel(segments[0]?.text ?? ""));
    if (this.#isByGaps(index)) return { columns, startsRow: this.#gapRows.starts.has(index), lacksNumber: false };
    const startsRow = isNumberedRow(table, segments, columns);
    return { columns, startsRow, lacksNumber: !startsRow && this.#isAfterLine && isRowWithoutNumber(table, columns) };
  }

  #isByGaps(index: number): boolean {
    return this.#gapRows.starts.size > 0 && index < this.#gapRows.to;
  }

  /** Whether a line in the first column that begins no row is text over the table's width. */
  #isFullWidth(table: SpaceTable, line: TextLine, index: number, segments: readonly Segment[]): boolean {
    const [first] = segments;
    if (first === undefined) return false;
    const isWide = first.end > (table.anchors[1] ?? 0) + 1;
    if (table.numberColumn < 0) return isWide || (segments.length === 1 && (line.gapBefore || this.#open === null));
    if (this.#isByGaps(index) && isLabel(first.text)) return false;
    return table.numberColumn === 0 || isWide;
  }

  #startsInFirstColumn({ start }: Segment, second: number): boolean {
    return start < Math.min(second, this.#open?.anchors[1] ?? second) - 1;
  }

  /** The columns of the segments: by the headings where a label shows that a row begins, else by the row above. */
  #columnsOf(table: SpaceTable, segments: readonly Segment[], beginsWithLabel: boolean): number[] {
    const isRowStart = beginsWithLabel || hasLabelInNumberColumn(table, segments);
    return alignSegments(
      segments.map((segment) => segment.start),
      isRowStart ? table.anchors : (this.#open?.anchors ?? table.anchors),
    );
  }

  #startRow(table: SpaceTable, first: TextLine, segments: readonly Segment[], columns: readonly number[]): void {
    this.#closeRow();
    this.#open = {
      cells: table.anchors.map(() => []),
      first,
      last: first.line,
      anchors: table.anchors.map((anchor, column) => segments[columns.indexOf(column)]?.start ?? anchor),
    };
  }

  #addToRow({ line }: TextLine, segments: readonly Segment[], columns: readonly number[]): void {
    if (this.#open === null) return;
    for (const [at, { text }] of segments.entries()) this.#open.cells[columns[at] ?? 0]?.push(text);
    this.#open.last = line;
    this.#isAfterLine = false;
  }

  #closeRow(): void {
    if (this.#open !== null) {
      const { cells, first, last } = this.#open;
      const { line, gapBefore, pageStart } = first;
      const row = { cells: cells.map((parts) => parts.join("\n")), line, lineLast: last, gapBefore, pageStart };
      this.#out.push({ row });
    }
    this.#open = null;
  }
}

const isLabel = (text: string): boolean => rowLabelOf(text) !== null;

/** Whether there is a label in the number column, where that is not the first: it begins a row as well. */
function hasLabelInNumberColumn({ numberColumn, anchors }: SpaceTable, segments: readonly Segment[]): boolean {
  if (numberColumn <= 0) return false;
  return segments.some(({ text, start }) => isLabel(text) && nearestColumn(start, anchors) === numberColumn);
}

/** Whether a line has its row's number, and another cell. */
function isNumberedRow(table: SpaceTable, segments: readonly Segment[], columns: readonly number[]): boolean {
  if (segments.length < 2) return false;
  if (hasLabelInNumberColumn(table, segments)) return true;
  return columns[0] === table.numberColumn && isLabel(segments[0]?.text ?? "");
}

/** Whether a line has the cells that only the first line of a row has: its number is missing. */
const isRowWithoutNumber = (table: SpaceTable, columns: readonly number[]): boolean =>
  columns.length >= FEWEST_WITHOUT_NUMBER &&
  columns.includes(table.organisationColumn) &&
  columns.includes(table.statusColumn);
