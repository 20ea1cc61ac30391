/**
 * What looked like a part of a report in a document in which none was found: counts of statuses, or a table's statuses. In:
 * the document's blocks. Out: a phrase that says what was seen and where; null where nothing was.
 */
import type { Block, Place, RowBlock } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { statesShares } from "../claims/find-claims.js";
import { readCounts } from "../counts/stated-counts.js";
import { readStatusCell } from "../fields/status-cell.js";
import { statusReader } from "../status.js";
import type { ReportSpan } from "./report-span.js";

/** Counts of so many statuses are no coincidence; one may count anything. */
const FEWEST_COUNTS = 2;
/** Statuses that a column must have, and their share of its filled cells. */
const FEWEST_STATUSES = 2;
const SHARE = 0.6;

export function seenWithoutReport(blocks: readonly Block[], profile: Profile): string | null {
  const seen = [...statusesSeen(blocks, profile), ...countsSeen(blocks, profile)];
  return seen.length === 0 ? null : seen.join("; ");
}

function countsSeen(blocks: readonly Block[], profile: Profile): string[] {
  const span: ReportSpan = {
    from: 0,
    bodyFrom: blocks.length,
    rowsEnd: blocks.length,
    end: blocks.length,
    skip: new Set(),
  };
  const { statements } = readCounts(blocks, span, profile);
  const [first] = statements;
  if (first !== undefined && statements.length >= FEWEST_COUNTS)
    return [`counts of statuses were seen ${placed(first.place)}, but not what they count`];
  return statesShares(blocks, span) ? ["counts of what plans list were seen, but not the list"] : [];
}

function statusesSeen(blocks: readonly Block[], profile: Profile): string[] {
  for (const table of tablesIn(blocks)) {
    const place = placeOfStatuses(table, profile);
    if (place !== null)
      return [`statuses were seen in a table ${placed(place)}, but no list of things to be done with them`];
  }
  return [];
}

/** Rows that follow each other with as many cells. */
function* tablesIn(blocks: readonly Block[]): Generator<readonly RowBlock[]> {
  let table: RowBlock[] = [];
  for (const block of blocks) {
    if (block.kind === "row" && (table.length === 0 || table[0]?.cells.length === block.cells.length)) {
      table.push(block);
      continue;
    }
    yield table;
    table = block.kind === "row" ? [block] : [];
  }
  yield table;
}

/** Place of the first row of a table with a column of statuses; null where no column is one. */
function placeOfStatuses(table: readonly RowBlock[], profile: Profile): Place | null {
  const status = statusReader(profile);
  const columns = table[0]?.cells.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    const filled = table.slice(1).filter(({ cells }) => (cells[column]?.text ?? "") !== "");
    const known = filled.filter(({ cells }) => readStatusCell(cells[column]?.text ?? "", status) !== null);
    const [first] = known;
    if (first !== undefined && known.length >= FEWEST_STATUSES && known.length >= filled.length * SHARE)
      return first.place;
  }
  return null;
}

function placed({ page, lineFirst }: Place): string {
  if (page !== null) return `on page ${page}`;
  return lineFirst === null ? "in it" : `on line ${lineFirst}`;
}
