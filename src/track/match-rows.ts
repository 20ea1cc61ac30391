/**
 * Rows that deliverables last had, and the rows of the next report, to the pairs that are one deliverable: the one choice of
 * pairs with the greatest sum of likeness in title, organisation and place in the list, never pair by pair.
 */
import { munkres } from "munkres";
import type { Match, RowDigest } from "../model/series.js";
import type { OpenRow } from "./open-row.js";
import { expectedPlaces, sameTitles } from "./places.js";
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
/**
 * A title that was not read leaves an update that both rows have, which is near enough; or else the same number at the very place
 * where the row should stand, which is just enough where no organisation speaks against it.
 */
const TITLE_BY_UPDATES = 0.8;
const TITLE_BY_PLACE = 0.5;
/** What an update that both rows have adds to the likeness of their titles. */
const UPDATES_ADD = 0.15;
/** Shortest block that can be no coincidence, in words. */
const TELLING_WORDS = 8;
/** What a deliverable that the report before lacked is behind one that it has. */
const LAPSE_COST = 0.05;

export interface RowMatch {
  readonly openIndex: number;
  readonly rowIndex: number;
  readonly kind: Exclude<Match, "first">;
  /** Of the titles, 0 to 1; null where one of them is missing. */
  readonly similarity: number | null;
}

/** @returns the pairs, by `rowIndex`; no row and no open deliverable is in two of them */
export function matchRows(open: readonly OpenRow[], rows: readonly RowDigest[]): RowMatch[] {
  if (open.length === 0 || rows.length === 0) return [];
  const titles = compareTitles([...open.map(({ row }) => row.title), ...rows.map((row) => row.title)]);
  const titleLikeness: TitleLikeness = (openIndex, rowIndex) => titles(openIndex, open.length + rowIndex);
  const same = sameTitles(open, rows);
  const takenRows = new Set(same.values());
  const expected = expectedPlaces(open, same);
  const blocks = { open: open.map(({ row }) => tellingBlocks(row)), rows: rows.map(tellingBlocks) };
  const likenessOf = (openIndex: number, rowIndex: number): PairLikeness => {
    const [one, row] = [open[openIndex], rows[rowIndex]];
    if (one === undefined || row === undefined) return NO_LIKENESS;
    // A title that stands once in both is not given away for better pairs elsewhere.
    const partner = same.get(openIndex);
    if (partner === undefined ? takenRows.has(rowIndex) : partner !== rowIndex) return NO_LIKENESS;
    const shared = haveCommon(blocks.open[openIndex], blocks.rows[rowIndex]);
    const off = Math.abs((expected[openIndex] ?? one.place) - rowIndex);
    const ofTitles = likenessOfTitles(one.row, row, { shared, off, read: () => titleLikeness(openIndex, rowIndex) });
    const title = Math.min(1, ofTitles.value + (shared ? UPDATES_ADD : 0));
    if (title < LEAST_TITLE_LIKENESS) return NO_LIKENESS;
    const likeness =
      TITLE_SHARE * title +
      ORGANISATION_SHARE * organisationLikeness(one.row.organisations, row.organisations) +
      PLACE_SHARE * Math.max(0, 1 - off / FAR) -
      (one.lapsed ? LAPSE_COST : 0);
    return { ...ofTitles, gain: Math.max(0, likeness - LEAST_LIKENESS) };
  };
  // The solver looks for the least cost; a pair that gains nothing is none.
  const costs = open.map((_, openIndex) => rows.map((_row, rowIndex) => 1 - likenessOf(openIndex, rowIndex).gain));
  return munkres(costs)
    .flatMap(([openIndex, rowIndex]) => {
      const { gain, kind, value } = likenessOf(openIndex, rowIndex);
      if (gain === 0) return [];
      return { openIndex, rowIndex, kind, similarity: kind === "title" || kind === "wording" ? value : null };
    })
    .sort((a, b) => a.rowIndex - b.rowIndex);
}

interface TitlesLikeness {
  readonly kind: RowMatch["kind"];
  /** 0 to 1. */
  readonly value: number;
}

interface PairLikeness extends TitlesLikeness {
  /** By how much the pair is more alike than two deliverables; 0 where it is not. */
  readonly gain: number;
}

const NO_LIKENESS: PairLikeness = { kind: "wording", value: 0, gain: 0 };

interface TitleEvidence {
  /** Whether an update stands under both rows. */
  readonly shared: boolean;
  /** Rows between where the row stands and where it should. */
  readonly off: number;
  readonly read: () => number;
}

function likenessOfTitles(one: RowDigest, other: RowDigest, { shared, off, read }: TitleEvidence): TitlesLikeness {
  if (one.title !== null && other.title !== null) {
    const value = read();
    return { kind: value === 1 ? "title" : "wording", value };
  }
  if (shared) return { kind: "updates", value: TITLE_BY_UPDATES };
  const inPlace = off === 0 && one.number !== null && one.number === other.number;
  return { kind: "place", value: inPlace ? TITLE_BY_PLACE : 0 };
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
  return common / (one.length + other.length - common);
}
