/**
 * A table of marked-up text while it is read. In: its rows and cells, one after another. Out: each row's cells at their columns: a cell
 * over several columns is followed by empty ones, and one over several rows leaves its text for the rows below as
 * `above`.
 */
import type { Aside } from "../../model/aside.js";
import type { Cell } from "../../model/block.js";
import type { Look } from "./styles.js";
import { type DraftLine, LONGEST_BADGE, TextDraft } from "./text-draft.js";

/** Most columns and rows that one cell may cover, and most columns of a row. */
const WIDEST_SPAN = 50;
const TALLEST_SPAN = 500;
const MOST_COLUMNS = 300;
/** Most columns of a table that places the parts of a page: its menu and its text. */
const LAYOUT_COLUMNS = 2;

const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isNaN(span) || span < 0 ? 1 : Math.min(most, span === 0 ? most : span);
};

export class CellDraft {
  readonly text: TextDraft;
  readonly columns: number;
  readonly rows: number;
  readonly #look: Look;
  #badge: Look | null = null;

  /** @param at index of the text's line on which it begins */
  constructor(attributes: ReadonlyMap<string, string>, look: Look, at: number) {
    this.text = new TextDraft(at);
    this.columns = Math.max(1, spanOf(attributes.get("colspan"), WIDEST_SPAN));
    this.rows = spanOf(attributes.get("rowspan"), TALLEST_SPAN);
    this.#look = look;
  }

  get isStruck(): boolean {
    return this.#look.isStruck;
  }

  /** Notes how the first element in the cell looks. */
  setBadge(look: Look): void {
    if (this.text.isEmpty && (look.fill !== null || look.colour !== null)) this.#badge ??= look;
  }

  close(): Cell {
    const text = this.text.cell;
    const badge = text.length <= LONGEST_BADGE ? this.#badge : null;
    const fill = this.#look.fill ?? badge?.fill ?? null;
    const colour = badge?.colour ?? this.#look.colour;
    return {
      text,
      ...(this.columns > 1 ? { span: this.columns } : {}),
      ...(fill === null ? {} : { fill }),
      ...(colour === null ? {} : { colour }),
    };
  }
}

export interface RowDraft {
  cells: CellDraft[];
  readonly look: Look;
  /** Indexes of the first and last line that it is on. */
  readonly at: number;
  last: number;
}

interface Covering {
  readonly cell: Cell;
  left: number;
}

export interface ReadRow {
  readonly cells: readonly Cell[];
  readonly asides: readonly Aside[];
  readonly at: number;
  readonly last: number;
  /** The lines of its cells, one after another: what a row is where its table only places text on a page. */
  readonly lines: readonly DraftLine[];
}

export class TableDraft {
  readonly isMarked: boolean;
  row: RowDraft | null = null;
  cell: CellDraft | null = null;
  /** Rows that are held back: those of a table in another's cell. */
  readonly rows: ReadRow[] = [];
  /** Most cells that one of its rows has. */
  widest = 0;
  /** Whether it was found to place text on the page only. */
  isLayout = false;
  /** Cells that continue in the rows below, by column. */
  readonly #covering = new Map<number, Covering>();

  /** @param isMarked whether it began with a tag of its own */
  constructor(isMarked: boolean) {
    this.isMarked = isMarked;
  }

  /** Ends what cells cover: at the end of a group of rows. */
  endGroup(): void {
    this.#covering.clear();
  }

  /** Whether none of its rows so far, the open one among them, has more cells with text than a page has columns. */
  get mayBeLayout(): boolean {
    const filled = this.row?.cells.filter(({ text }) => !text.isEmpty).length ?? 0;
    return this.isLayout || Math.max(this.widest, filled + 1) <= LAYOUT_COLUMNS;
  }

  /** What the open row holds so far, as lines; the row continues empty. */
  flush(): DraftLine[] {
    this.isLayout = true;
    const { row, cell } = this;
    if (row === null) return [];
    const lines = [...row.cells, ...(cell === null ? [] : [cell])].flatMap(({ text }) => text.takeLines());
    row.cells = [];
    return lines;
  }

  closeCell(): void {
    if (this.cell !== null) this.row?.cells.push(this.cell);
    this.cell = null;
  }

  /** The open row, or null where there is none with any text. */
  closeRow(): ReadRow | null {
    this.closeCell();
    const { row } = this;
    this.row = null;
    if (row === null || row.cells.length === 0) return null;
    this.widest = Math.max(this.widest, row.cells.length);
    const asides = row.cells.flatMap((cell) => cell.text.takeAsides());
    const lines = row.cells.flatMap((cell) => cell.text.lines);
    const cells = this.#placed(row.cells);
    const isFilled = cells.some(({ text }) => text !== "") || asides.length > 0;
    return isFilled ? { cells, asides, at: row.at, last: row.last, lines } : null;
  }

  #placed(drafts: readonly CellDraft[]): Cell[] {
    const cells: Cell[] = [];
    const covers = new Map(this.#covering);
    const addCovered = (): void => {
      for (let over = covers.get(cells.length); over !== undefined; over = covers.get(cells.length)) {
        covers.delete(cells.length);
        over.left -= 1;
        if (over.left === 0) this.#covering.delete(cells.length);
        cells.push(coveredBy(over.cell));
      }
    };
    for (const draft of drafts) {
      addCovered();
      const cell = draft.close();
      if (cells.length + draft.columns > MOST_COLUMNS) break;
      for (let column = 0; column < draft.columns; column += 1) {
        if (draft.rows > 1)
          this.#covering.set(cells.length, { cell: column === 0 ? cell : EMPTY, left: draft.rows - 1 });
        cells.push(column === 0 ? cell : EMPTY);
      }
    }
    addCovered();
    return cells;
  }
}

const EMPTY: Cell = { text: "" };

const coveredBy = ({ text, fill, colour }: Cell): Cell => ({
  text: "",
  ...(text === "" ? {} : { above: text }),
  ...(fill === undefined ? {} : { fill }),
  ...(colour === undefined ? {} : { colour }),
});
