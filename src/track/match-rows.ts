/**
 * Rows that deliverables last had, and the rows of the next report, to the pairs that are one deliverable: the one choice of
 * pairs with the greatest sum of likeness in title, organisation and place in the list, never pair by pair.
 */
import { munkres } from "munkres";
import type { RowDigest } from "../model/series.js";
import { expectedPlaces } from "./places.js";
import { compareTitles, type TitleLikeness } from "./titles.js";

/** The three likenesses' shares in the likeness of a pair. */
const TITLE_SHARE = 0.7;
const ORGANISATION_SHARE = 0.15;
const PLACE_SHARE = 0.15;
/** Pairs less alike than this are two deliverables; so are those whose titles are less alike than the second figure. */
const LEAST_LIKENESS = 0.55;
const LEAST_TITLE_LIKENESS = 0.5;
/** Where an organisation is not known, it speaks neither for nor against. */
const UNKNOWN = 0.5;
/** Rows off the expected place at which the place says nothing more. */
const FAR = 4;
/** A row whose title was not read is known by an update that both rows have: near enough, but never sure. */
const TITLE_BY_UPDATES = 0.8;
/** What an update that both rows have adds to the likeness of their titles. */
const UPDATES_ADD = 0.15;
/** Shortest block that can be no coincidence, in words. */
const TELLING_WORDS = 8;
/** What a deliverable that the report before lacked is behind one that it has. */
const LAPSE_COST = 0.05;

/** A deliverable that may go on, with the last row it had. */
export interface OpenRow {
  readonly row: RowDigest;
  /** Its 0-based place in the report that the row stands in. */
  readonly place: number;
  /** Whether the report before lacks it. */
  readonly lapsed: boolean;
}

export interface RowMatch {
  readonly openIndex: number;
  readonly rowIndex: number;
  /** Of the titles, 0 to 1; null where one of them is missing. */
  readonly similarity: number | null;
}

/** @returns the pairs, by `rowIndex`; no row and no open deliverable is in two of them */
export function matchRows(open: readonly OpenRow[], rows: readonly RowDigest[]): RowMatch[] {
  if (open.length === 0 || rows.length === 0) return [];
  const titles = compareTitles([...open.map(({ row }) => row.title), ...rows.map((row) => row.title)]);
  const titleLikeness: TitleLikeness = (openIndex, rowIndex) => titles(openIndex, open.length + rowIndex);
  const expected = expectedPlaces(open, rows);
  const blocks = { open: open.map(({ row }) => tellingBlocks(row)), rows: rows.map(tellingBlocks) };
  const gain = (openIndex: number, rowIndex: number): number => {
    const [one, row] = [open[openIndex], rows[rowIndex]];
    if (one === undefined || row === undefined) return 0;
    const shared = haveCommon(blocks.open[openIndex], blocks.rows[rowIndex]);
    const missing = one.row.title === null || row.title === null;
    const ofTitles = missing ? (shared ? TITLE_BY_UPDATES : 0) : titleLikeness(openIndex, rowIndex);
    const title = Math.min(1, ofTitles + (shared ? UPDATES_ADD : 0));
    if (title < LEAST_TITLE_LIKENESS) return 0;
    const off = Math.abs((expected[openIndex] ?? one.place) - rowIndex);
    const likeness =
      TITLE_SHARE * title +
      ORGANISATION_SHARE * organisationLikeness(one.row.organisations, row.organisations) +
      PLACE_SHARE * Math.max(0, 1 - off / FAR) -
      (one.lapsed ? LAPSE_COST : 0);
    return Math.max(0, likeness - LEAST_LIKENESS);
  };
  const gains = open.map((_, openIndex) => rows.map((_row, rowIndex) => gain(openIndex, rowIndex)));
  // The solver looks for the least cost; a pair that gains nothing is none.
  return munkres(gains.map((ofOpen) => ofOpen.map((one) => 1 - one)))
    .filter(([openIndex, rowIndex]) => (gains[openIndex]?.[rowIndex] ?? 0) > 0)
    .map(([openIndex, rowIndex]) => {
      const missing = open[openIndex]?.row.title === null || rows[rowIndex]?.title === null;
      return { openIndex, rowIndex, similarity: missing ? null : titleLikeness(openIndex, rowIndex) };
    })
    .sort((a, b) => a.rowIndex - b.rowIndex);
}

function tellingBlocks(row: RowDigest): ReadonlySet<string> {
  return new Set(row.updates.filter(({ wordCount }) => wordCount >= TELLING_WORDS).map(({ sketch }) => sketch));
}

function haveCommon(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  for (const block of one) if (other.has(block)) return true;
  return false;
}

/** Share of the organisations of both that they have in common. */
function organisationLikeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return UNKNOWN;
  const common = one.filter((code) => other.includes(code)).length;
  return common / new Set([...one, ...other]).size;
}
