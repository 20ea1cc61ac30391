/** A row's cells by the roles of their columns. In: a row of a table whose columns are known. Out: texts and covering cells. */
import { rowLabelOf } from "../../language/row-labels.js";
import type { Cell, Place, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import { linePlacesOfCell, placeOfCell } from "./cell-places.js";
import type { TableProfile } from "./table-profile.js";

export class RowCells {
  readonly block: RowBlock;
  /** Position of the row among the document's blocks. */
  readonly index: number;
  readonly table: TableProfile;

  constructor(block: RowBlock, index: number, table: TableProfile) {
    this.block = block;
    this.index = index;
    this.table = table;
  }

  cell({ index }: Column): Cell | null {
    return this.block.cells[index] ?? null;
  }

  text(column: Column): string {
    return this.cell(column)?.text.trim() ?? "";
  }

  columns(role: ColumnRole): Column[] {
    return this.table.columns.filter((column) => column.role === role);
  }

  /** The texts of all columns of a role, one below the other. */
  joined(role: ColumnRole): string {
    return this.columns(role)
      .map((column) => this.text(column))
      .filter((text) => text !== "")
      .join("\n");
  }

  /** Text of a cell over several rows that covers the row's place in a column of a role: it holds for each of them. */
  cover(role: ColumnRole): string | null {
    const above = this.columns(role).map((column) => this.cell(column)?.above?.trim() ?? "");
    const text = above.find((each) => each !== "");
    return text === undefined ? null : role === "number" ? (rowLabelOf(text) ?? text) : text;
  }

  /** Where the texts of columns are printed; undefined where there is none. */
  place(columns: readonly Column[]): Place | undefined {
    const places = columns.flatMap((column) => {
      const cell = this.cell(column);
      return cell === null || (cell.text === "" && cell.above === undefined)
        ? []
        : (placeOfCell(this.block, cell) ?? []);
    });
    return places.length === 0 ? undefined : places.reduce(coverPlaces);
  }

  /** Where the status is that was read from a column; without one the row's shade shows it. */
  statusPlace(column: number | null): Place | undefined {
    const cell = column === null ? undefined : this.block.cells[column];
    return cell === undefined ? this.block.place : placeOfCell(this.block, cell);
  }

  /** Where each line of the columns' texts is. */
  linePlaces(columns: readonly Column[]): readonly Place[] {
    return columns.flatMap((column) => {
      const cell = this.cell(column);
      return cell === null ? [] : linePlacesOfCell(this.block, cell);
    });
  }

  /** Texts of the filled cells, in printed order. */
  get filled(): string[] {
    return this.block.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  }

  /** Whether a cell's line breaks are the page's: cells of marked-up text break where their author did. */
  get isWrapped(): boolean {
    return this.block.borders === "spaced" || this.block.place.page !== null;
  }
}
