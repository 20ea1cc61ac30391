/**
 * The shares and limits that a report states in its prose. In: its blocks, rows and residue. Out: the claims in the
 * paragraphs and cells of its header, in its updates and in text that no row took; the limits in its header. Shares that
 * the stated counts hold already are left out.
 */
import type { Block, Place, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedBound, PrintedClaim, PrintedRow, PrintedStatement, ResiduePiece } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { COUNTED } from "../counts/sentence-words.js";
import { textOf } from "../ledger.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import { boundReader } from "./limits.js";
import { claimsIn } from "./shares.js";

/** Claims whose place is looked for within a longer one: each search reads the complete report. */
const MOST_NARROWED = 100;
/** Characters of a claim's end that distinguish it from others of its update. */
const DISTINCT = 10;
/** Lines that one paragraph may have. */
const LONGEST_PARAGRAPH = 12;

const NAMES_COUNTED = new RegExp(`\\b${COUNTED}\\b`, "iu");

export interface ClaimsAndBounds {
  readonly claims: readonly PrintedClaim[];
  readonly bounds: readonly PrintedBound[];
}

interface Piece {
  readonly text: string;
  readonly place: Place;
  readonly number: string | null;
}

interface ClaimSource {
  readonly blocks: readonly Block[];
  readonly span: ReportSpan;
  readonly statements: readonly PrintedStatement[];
  readonly rows: readonly PrintedRow[];
  readonly residue: readonly ResiduePiece[];
}

export function findClaims(source: ClaimSource, profile: Profile): ClaimsAndBounds {
  const { blocks, span, statements, rows, residue } = source;
  const header = [...headerPieces(blocks, span)];
  const updates = rows.flatMap((row) =>
    row.updates.map((update): Piece => ({ text: update.text, place: update.place, number: row.number })),
  );
  const rest = residue
    .filter(({ reason }) => reason === "unassigned")
    .map(({ text, place }): Piece => ({ text, place, number: null }));
  const known = new Set(statements.map(({ count, total, percent }) => `${count}/${total}/${percent}`));
  const claims = [...header, ...updates, ...rest].flatMap(({ text, place, number }) =>
    claimsIn(text)
      .filter(({ count, total, percent }) => !known.has(`${count}/${total}/${Number(percent)}`))
      .map((claim): PrintedClaim => ({ ...claim, place, number })),
  );
  const placed = claims.map((claim, at) =>
    at < MOST_NARROWED ? { ...claim, place: narrowestPlace(blocks, span, claim) } : claim,
  );
  const stated = new Set(statements.map(({ rag }) => rag));
  const readBounds = boundReader(profile);
  const bounds = header.flatMap(({ text, place }) =>
    readBounds(text)
      .filter(({ rag }) => !stated.has(rag))
      .map((bound): PrintedBound => ({ ...bound, place })),
  );
  return { claims: placed, bounds };
}

/** Whether the header names what plans list. */
export function namesCounted(blocks: readonly Block[], span: ReportSpan): boolean {
  for (const { text } of headerPieces(blocks, span)) if (NAMES_COUNTED.test(text)) return true;
  return false;
}

/** Whether the header's prose states a share of deliverables, actions or what else plans count: "9 of 14 (64%) actions". */
export function statesShares(blocks: readonly Block[], span: ReportSpan): boolean {
  for (const { text } of headerPieces(blocks, span))
    if (NAMES_COUNTED.test(text) && claimsIn(text).length > 0) return true;
  return false;
}

/** The one block of a claim's place that holds the end of its words; the complete place where none or several do. */
function narrowestPlace(blocks: readonly Block[], span: ReportSpan, { place, raw }: PrintedClaim): Place {
  const end = raw.slice(-DISTINCT);
  const holders: Place[] = [];
  for (let index = span.from; index < span.rowsEnd; index += 1) {
    const block = blocks[index];
    if (block !== undefined && isWithin(block.place, place) && textOf(block).includes(end)) holders.push(block.place);
  }
  const [only] = holders;
  return holders.length === 1 && only !== undefined ? only : place;
}

function isWithin(inner: Place, outer: Place): boolean {
  if (inner.lineFirst !== null && outer.lineFirst !== null)
    return inner.lineFirst >= outer.lineFirst && inner.lineFirst <= (outer.lineLast ?? outer.lineFirst);
  const [box, around] = [inner.bbox, outer.bbox];
  if (inner.page !== outer.page || box === null || around === null) return false;
  return box[1] >= around[1] - 1 && box[3] <= around[3] + 1;
}

interface Paragraph {
  readonly lines: readonly string[];
  readonly place: Place;
}

/** The paragraphs of a header and the cells of its tables. */
function* headerPieces(blocks: readonly Block[], span: ReportSpan): Generator<Piece> {
  let open: Paragraph | null = null;
  for (let index = span.from; index <= span.bodyFrom; index += 1) {
    const block = index < span.bodyFrom && !span.skip.has(index) ? blocks[index] : undefined;
    const line = block === undefined ? null : plainLineAt(blocks, index);
    if (open !== null && endsBefore(open, block, line)) {
      yield { text: open.lines.join(" "), place: open.place, number: null };
      open = null;
    }
    if (block?.kind === "row") yield* cellPieces(block);
    else if (block !== undefined && line !== null && line !== "") open = withLine(open, line, block.place);
  }
}

function endsBefore({ lines }: Paragraph, block: Block | undefined, line: string | null): boolean {
  return (
    line === null || block?.gapBefore === true || /[.:]$/.test(lines.at(-1) ?? "") || lines.length >= LONGEST_PARAGRAPH
  );
}

const withLine = (open: Paragraph | null, line: string, place: Place): Paragraph =>
  open === null ? { lines: [line], place } : { lines: [...open.lines, line], place: coverPlaces(open.place, place) };

function cellPieces(block: RowBlock): Piece[] {
  return block.cells.map((cell) => {
    const place = cell.bbox === undefined ? block.place : { ...block.place, bbox: cell.bbox };
    return { text: cell.text.replace(/\s+/g, " "), place, number: null };
  });
}
