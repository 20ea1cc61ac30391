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
      isKey(blocks, index + heading.length, status)
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

/** A title, who is to deliver it and its updates, or two of these and a number: no key has these, whatever its first column is. */
function headsDeliverables(roles: Roles): boolean {
  if ((["title", "organisation", "update"] as const).every((role) => roles.includes(role))) return true;
  const [number, title, update] = [roles.indexOf("number"), roles.indexOf("title"), roles.indexOf("update")];
  return number >= 0 && title >= 0 && (roles.includes("organisation") || (number < title && title < update));
}

/** Rows under a heading that show whether statuses come again. */
const ROWS_OF_KEY = 12;

/** "Status | Description | Number" heads a key, not deliverables, when statuses are under it, each of them once. */
function isKey(blocks: readonly Block[], from: number, status: StatusReader): boolean {
  const seen = new Set<string>();
  for (const block of blocks.slice(from, from + ROWS_OF_KEY)) {
    const first = firstOf(block);
    if (status.readLabel(first) === null) break;
    if (seen.has(plainForm(first))) return false;
    seen.add(plainForm(first));
  }
  return seen.size > 0;
}

/** The first cell of a row, or the words of a line before its first gap. */
const firstOf = (block: Block): string =>
  block.kind === "row"
    ? (block.cells.find(({ text }) => text !== "")?.text ?? "")
    : (block.text.split(/\s{2,}/)[0] ?? "");
