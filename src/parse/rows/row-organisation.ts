/** Who is to deliver a row. In: the cells of its columns of organisations. Out: the head's organisations. */
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import type { RowHead } from "../item.js";
import type { RowCells } from "./row-cells.js";

/** The column that says who delivers: of several the first that names anyone. */
export function organisationColumn(cells: RowCells): Column | null {
  return cells.columns("organisation").find((column) => cells.text(column) !== "") ?? null;
}

export function readOrganisation(context: Context, head: RowHead, cells: RowCells): void {
  const column = organisationColumn(cells);
  const own = column === null ? null : cells.cell(column);
  const cover = own === null ? cells.cover("organisation") : null;
  if (cover !== null) head.reasons.add("organisation-shared");
  const text = own?.text.trim() ?? cover ?? "";
  const read = context.organisations.readCell(own?.text ?? text, own?.lineEnds);
  head.organisations = read;
  head.organisationsRaw = text === "" ? null : text;
  head.places.organisations = cells.place(column === null ? cells.columns("organisation") : [column]);
  if (read?.unsure === true) head.reasons.add("organisation-unsure");
  if (read !== null && read.value !== read.raw)
    head.repairs.push({ field: "organisations", raw: read.raw, value: read.value });
}
