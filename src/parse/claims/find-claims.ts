/**
 * The shares and limits that a report states in its prose, wherever that stands. In: its blocks, rows and residue. Out:
 * what `claims.ts` reads in the paragraphs and cells of its head, in its updates and in text that no row took.
 */
import type { Block, Place } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedBound, PrintedClaim, PrintedRow, PrintedStatement, ResiduePiece } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { COUNTED } from "../counts/count-sentence.js";
import type { KeyZone } from "../counts/paragraph-counts.js";
import { headLineAt } from "../header/header-lines.js";
import { textOf } from "../ledger.js";
import { boundReader } from "./limits.js";
import { claimsIn } from "./shares.js";

/** Claims whose place is looked for within a longer one: each is a walk over the report. */
const MOST_NARROWED = 100;
/** Characters of a claim's end that tell it from others of its update. */
const DISTINCT = 10;
/** Lines that one paragraph may have. */
const LONGEST_PARAGRAPH = 12;

const NAMES_COUNTED = new RegExp(`\\b${COUNTED}\\b`, "iu");

export interface Prose {
  readonly claims: readonly PrintedClaim[];
  readonly bounds: readonly PrintedBound[];
}

interface Piece {
  readonly text: string;
  readonly place: Place;
  readonly number: string | null;
}

interface ProseSource {
  readonly blocks: readonly Block[];
  readonly zone: KeyZone;
  readonly statements: readonly PrintedStatement[];
  readonly rows: readonly PrintedRow[];
  readonly residue: readonly ResiduePiece[];
}

export function findProse(source: ProseSource, profile: Profile): Prose {
  const { blocks, zone, statements, rows, residue } = source;
  const head = [...headPieces(blocks, zone)];
  const updates = rows.flatMap((row) =>
    row.updates.map((update): Piece => ({ text: update.text, place: update.place, number: row.number })),
  );
  const rest = residue
    .filter(({ reason }) => reason === "unassigned")
    .map(({ text, place }): Piece => ({ text, place, number: null }));
  const known = new Set(statements.map(({ count, total, percent }) => `${count}/${total}/${percent}`));
  const claims = [...head, ...updates, ...rest].flatMap(({ text, place, number }) =>
    claimsIn(text)
      .filter(({ count, total, percent }) => !known.has(`${count}/${total}/${Number(percent)}`))
      .map((claim): PrintedClaim => ({ ...claim, place, number })),
  );
  const placed = claims.map((claim, at) =>
    at < MOST_NARROWED ? { ...claim, place: narrowed(blocks, zone, claim) } : claim,
  );
  const stated = new Set(statements.map(({ rag }) => rag));
  const readBounds = boundReader(profile);
  const bounds = head.flatMap(({ text, place }) =>
    readBounds(text)
      .filter(({ rag }) => !stated.has(rag))
      .map((bound): PrintedBound => ({ ...bound, place })),
  );
  return { claims: placed, bounds };
}

/** Whether the prose states a share of deliverables, actions or what else plans count: "9 of 14 (64%) actions". */
export function isCounting(blocks: readonly Block[], zone: KeyZone): boolean {
  for (const { text } of headPieces(blocks, zone))
    if (NAMES_COUNTED.test(text) && claimsIn(text).length > 0) return true;
  return false;
}

/** The one block of a claim's place that holds its percentage with what stands before it; the whole place otherwise. */
function narrowed(blocks: readonly Block[], zone: KeyZone, { place, raw }: PrintedClaim): Place {
  const end = raw.slice(-DISTINCT);
  const holders: Place[] = [];
  for (let index = zone.from; index < zone.to; index += 1) {
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

/** The paragraphs of a head and the cells of its tables. */
function* headPieces(blocks: readonly Block[], zone: KeyZone): Generator<Piece> {
  let lines: string[] = [];
  let place: Place | null = null;
  for (let index = zone.from; index <= zone.bodyFrom; index += 1) {
    const block = index < zone.bodyFrom && !zone.skip.has(index) ? blocks[index] : undefined;
    const line = block === undefined ? null : headLineAt(blocks, index);
    const ends = line === null || block?.gapBefore === true || /[.:]$/.test(lines.at(-1) ?? "");
    if (place !== null && (ends || lines.length >= LONGEST_PARAGRAPH)) {
      yield { text: lines.join(" "), place, number: null };
      lines = [];
      place = null;
    }
    if (block?.kind === "row")
      for (const cell of block.cells) {
        const own = cell.bbox === undefined ? block.place : { ...block.place, bbox: cell.bbox };
        yield { text: cell.text.replace(/\s+/g, " "), place: own, number: null };
      }
    else if (block !== undefined && line !== null && line !== "") {
      lines.push(line);
      place = place === null ? block.place : coverPlaces(place, block.place);
    }
  }
}
