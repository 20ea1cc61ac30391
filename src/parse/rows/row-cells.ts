/** A row's cells by the roles of their columns. In: a row of a table whose columns are known. Out: texts and covering cells. */
import { rowLabelOf } from "../../language/row-labels.js";
import type { Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
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

  /** Texts of the filled cells, in printed order. */
  get filled(): string[] {
    return this.block.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  }

  /** Whether a cell's line breaks are the page's: cells of marked-up text break where their author did. */
  get isWrapped(): boolean {
    return this.block.borders === "spaced" || this.block.place.page !== null;
  }
}
