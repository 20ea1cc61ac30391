/**
 * Rows of a sheet to lines of HTML. In: rows that are shown and have text, and which of their cells are merged. Out: one line for each row.
 * Single cells above a table are paragraphs, since they are its titles; an empty row ends a table.
 */

export interface SheetLine {
  readonly html: string;
  /** 1-based, as the program shows it. */
  readonly row: number;
}

export interface SheetCell {
  readonly html: string;
  readonly fill: string | null;
}

export interface SheetRow {
  readonly row: number;
  /** Its number without the hidden rows above it. */
  readonly shownAt: number;
  /** By column, 0-based. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** Cells that are one: the first and last row, 1-based, and column, 0-based. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Columns of a row that are read; sheets of people have some hundred at most. */
export const MOST_COLUMNS = 300;

/** Rows that follow one another are a table; those above it with a single cell are lines of text. */
export function* sheetLines(rows: readonly SheetRow[], merges: readonly Merge[]): Generator<SheetLine> {
  const columns = columnsOf(rows);
  const merged = new MergedCells(merges, columns.at(-1) ?? 0);
  for (const region of regionsOf(rows)) {
    const start = region.findIndex(({ cells }) => filledOf(cells) > 1);
    const titles = start < 0 ? region : region.slice(0, start);
    for (const { row, cells } of titles) yield { row, html: `<p>${textsOf(cells).join("")}</p>` };
    if (start >= 0) yield* tableLines(region.slice(start), columns, merged);
  }
}

function* tableLines(
  table: readonly SheetRow[],
  columns: readonly number[],
  merged: MergedCells,
): Generator<SheetLine> {
  for (const [at, { row, cells }] of table.entries()) {
    merged.reach(row);
    const html = columns.map((column) => cellHtml(cells.get(column), merged.spansAt(table, at, column))).join("");
    yield { row, html: `${at === 0 ? "<table>" : ""}<tr>${html}</tr>${at === table.length - 1 ? "</table>" : ""}` };
  }
}

interface Spans {
  readonly columns: number;
  readonly rows: number;
}

const ONE: Spans = { columns: 1, rows: 1 };

/** Which merged cells reach over the row that is written. */
class MergedCells {
  readonly #merges: readonly Merge[];
  readonly #lastColumn: number;
  #next = 0;
  #active: Merge[] = [];

  constructor(merges: readonly Merge[], lastColumn: number) {
    this.#merges = merges;
    this.#lastColumn = lastColumn;
  }

  /** Must be called with rising numbers. Of merged cells that overlap, which no program writes, the first counts. */
  reach(row: number): void {
    this.#active = this.#active.filter(({ bottom }) => bottom >= row);
    for (
      let merge = this.#merges[this.#next];
      merge !== undefined && merge.top <= row;
      merge = this.#merges[this.#next]
    ) {
      const { left, right, bottom } = merge;
      if (bottom >= row && !this.#active.some((other) => other.left <= right && other.right >= left))
        this.#active.push(merge);
      this.#next += 1;
    }
  }

  /** What the cell covers; null where another reaches over it. */
  spansAt(table: readonly SheetRow[], at: number, column: number): Spans | null {
    const merge = this.#active.find(({ left, right }) => left <= column && right >= column);
    if (merge === undefined) return ONE;
    const above = table[at - 1]?.row ?? 0;
    if (merge.left !== column || above >= merge.top) return null;
    let rows = 1;
    while ((table[at + rows]?.row ?? Number.POSITIVE_INFINITY) <= merge.bottom) rows += 1;
    return { columns: Math.min(merge.right, this.#lastColumn) - column + 1, rows };
  }
}

function cellHtml({ html, fill }: SheetCell = { html: "", fill: null }, spans: Spans | null): string {
  if (spans === null) return "";
  const attributes = [
    ...(spans.columns > 1 ? [` colspan="${spans.columns}"`] : []),
    ...(spans.rows > 1 ? [` rowspan="${spans.rows}"`] : []),
    ...(fill === null ? [] : [` bgcolor="${fill}"`]),
  ];
  return `<td${attributes.join("")}>${html}</td>`;
}

const textsOf = (cells: SheetRow["cells"]): string[] =>
  [...cells.values()].map(({ html }) => html).filter((html) => html !== "");
const filledOf = (cells: SheetRow["cells"]): number => textsOf(cells).length;

/** Columns from the first to the last with text or colour: a status may be a colour alone. */
function columnsOf(rows: readonly SheetRow[]): number[] {
  let [first, last] = [MOST_COLUMNS, -1];
  for (const { cells } of rows)
    for (const [column, { html, fill }] of cells)
      if (html !== "" || fill !== null) [first, last] = [Math.min(first, column), Math.max(last, column)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function* regionsOf(rows: readonly SheetRow[]): Generator<readonly SheetRow[]> {
  let region: SheetRow[] = [];
  for (const row of rows) {
    if (region.length > 0 && row.shownAt !== (region.at(-1)?.shownAt ?? 0) + 1) {
      yield region;
      region = [];
    }
    region.push(row);
  }
  if (region.length > 0) yield region;
}
