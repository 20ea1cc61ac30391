/**
 * Where tables of deliverables begin. In: a document's blocks. Out: the roles of the columns, by the row of headings that they
 * begin at.
 */
import { knownHeadings } from "../language/headings.js";
import { plainForm } from "../language/words.js";
import type { Block, RowBlock } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import type { Grammars } from "./columns/assign-roles.js";
import { tableColumnsAt } from "./columns/table-columns.js";
import type { StatusReader } from "./status.js";
import type { FoundHeading, Roles } from "./table-heading.js";
import { headingGrammar } from "./update-heading.js";

export function findHeadings(
  blocks: readonly Block[],
  profile: Profile,
  status: StatusReader,
): Map<number, FoundHeading> {
  const found = new Map<number, FoundHeading>();
  const before: HeadingsBefore = { found: new Map(), firsts: new Set() };
  const unnamed: number[] = [];
  const grammars = { profile, status, update: headingGrammar(profile) };
  const entries = madeRows(blocks, knownHeadings(profile));
  for (let index = 0; index < blocks.length; index += 1) {
    const heading = rowHeading(blocks, index, before, entries, grammars);
    if (heading === null) continue;
    if (
      heading.roles[0] !== "number" &&
      !headsDeliverables(heading.roles) &&
      isKey(blocks[index + heading.length], status)
    )
      continue;
    found.set(index, heading);
    if (isOfOthers(blocks[index], heading)) unnamed.push(index);
    index += heading.length - 1;
  }
  // Beside tables whose titles are headed as such, those of another name are another paper's: risks, indicators.
  if (unnamed.length < found.size) for (const index of unnamed) found.delete(index);
  return found;
}

/** Whether a table's titles are not headed as such; a list whose labels a layout made headings of has no other heading. */
const isOfOthers = (block: Block | undefined, { isUnnamed }: FoundHeading): boolean =>
  isUnnamed === true && !(block?.kind === "row" && block.isHeading === true);

/** Known headings that a row of headings has at least. */
const FEWEST_KNOWN = 3;

/** Rows of tables that layouts made, which are entries, whatever they look like. */
function madeRows(blocks: readonly Block[], known: ReadonlyMap<string, unknown>): ReadonlySet<number> {
  const rows = new Set<number>();
  let cells = 0;
  blocks.forEach((block, at) => {
    if (block.kind !== "row") return;
    if (block.isHeading === true) cells = block.cells.length;
    else if (block.cells.length === cells && !isOfHeadings(block, known)) rows.add(at);
  });
  return rows;
}

/** Characters of a known heading at most, however it is printed: longer cells are texts. */
const LONGEST_KNOWN = 200;

const isOfHeadings = ({ cells }: RowBlock, known: ReadonlyMap<string, unknown>): boolean =>
  cells.filter(({ text }) => text.length <= LONGEST_KNOWN && known.has(plainForm(text))).length >= FEWEST_KNOWN;

/** The headings found so far, by the plain form of their cells. */
interface HeadingsBefore {
  readonly found: Map<string, FoundHeading>;
  /** The first cell of each: most rows begin otherwise. */
  readonly firsts: Set<string>;
}

/** A heading that comes again means what it meant, though fewer rows under it say so. */
function rowHeading(
  blocks: readonly Block[],
  index: number,
  before: HeadingsBefore,
  entries: ReadonlySet<number>,
  grammars: Grammars,
): FoundHeading | null {
  const block = blocks[index];
  if (block?.kind !== "row" || entries.has(index)) return null;
  const first = plainForm(block.cells[0]?.text ?? "");
  const known = before.firsts.has(first) ? before.found.get(plainText(block)) : undefined;
  if (known !== undefined) return known;
  const table = tableColumnsAt(blocks, index, grammars);
  if (table === null) return null;
  const { columns, length, isUnnamed, hasStatuses } = table;
  const found = { roles: columns.map(({ role }) => role), columns, length, isUnnamed, hasStatuses };
  before.found.set(plainText(block), found);
  before.firsts.add(first);
  return found;
}

const plainText = ({ cells }: RowBlock): string => cells.map(({ text }) => plainForm(text)).join("|");

/** Number, title and who is to deliver it, or updates after both: no key has these, whatever its first column is. */
function headsDeliverables(roles: Roles): boolean {
  const [number, title, update] = [roles.indexOf("number"), roles.indexOf("title"), roles.indexOf("update")];
  return number >= 0 && title >= 0 && (roles.includes("organisation") || (number < title && title < update));
}

/** "Status | Description | Number" heads a key, not deliverables, when a status is under it. */
function isKey(next: Block | undefined, status: StatusReader): boolean {
  if (next === undefined) return false;
  const first =
    next.kind === "row"
      ? (next.cells.find((cell) => cell.text !== "")?.text ?? "")
      : (next.text.split(/\s{2,}/)[0] ?? "");
  return status.readLabel(first) !== null;
}
