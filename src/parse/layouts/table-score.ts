/**
 * How well a reading explains its text. In: blocks read as a table. Out: its rows, and a score: what its columns promise and
 * its cells hold, less what they do not. Readings of different layouts are compared by it.
 */
import { isLabel } from "../../language/labels.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import type { Block, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Grammars } from "../columns/assign-roles.js";
import type { Column } from "../columns/column.js";
import { tableColumnsAt } from "../columns/table-columns.js";
import { readStatusCell } from "../fields/status-cell.js";

export interface ScoredTable {
  readonly score: number;
  /** Title and statuses of each row, by which two readings of it are compared. */
  readonly rows: ReadonlyMap<RowBlock, string>;
}

/** What a cell is worth that holds what its column does, and what one costs that does not. */
const FITS = 1;
const FITS_NOT = -1;
/** What a row costs whose words may as well belong to other cells. */
const DOUBT = -0.5;
const CAPITAL = /^["“'‘(•*–-]?[\p{Lu}\d]/u;

export function scoreTable(blocks: readonly Block[], grammars: Grammars): ScoredTable {
  let columns: readonly Column[] = [];
  let score = 0;
  const rows = new Map<RowBlock, string>();
  blocks.forEach((block, at) => {
    if (block.kind !== "row") return;
    if (block.isHeading === true) {
      columns = tableColumnsAt(blocks, at, grammars)?.columns ?? [];
      return;
    }
    const values = columns.map(({ role, index }) => ({ role, text: onOneLine(block.cells[index]?.text ?? "").trim() }));
    for (const { role, text } of values) score += fitOf(role, text, grammars);
    if (block.isDoubtful === true) score += DOUBT;
    rows.set(
      block,
      values.flatMap(({ role, text }) => (role === "title" || role === "status" ? [text] : [])).join("\t"),
    );
  });
  return { score, rows };
}

function fitOf(role: ColumnRole, text: string, { status, update }: Grammars): number {
  switch (role) {
    case "number":
      return text !== "" && (rowLabelOf(text) !== null || isLabel(text)) ? FITS : FITS_NOT;
    case "status":
      if (text === "") return 0;
      return readStatusCell(text, status) === null ? FITS_NOT : FITS;
    case "title":
      return CAPITAL.test(text) && (update.read(text)?.dateRaw ?? null) === null ? FITS : FITS_NOT;
    default:
      return text === "" ? 0 : FITS / 2;
  }
}
