/**
 * In: the last row of each deliverable, and the rows of the next report. Out: the pairs that are the same deliverable. All pairs are
 * chosen at once, so that the sum of their similarities in title, organisation and position is greatest.
 */
import { munkres } from "munkres";
import type { Match, RowDigest } from "../model/series.js";
import { expectedPlaces, sameTitles } from "./expected-positions.js";
import type { OpenRow } from "./open-row.js";
import { compareTitles, type TitleLikeness } from "./titles.js";

/** Weights of the three similarities in the similarity of a pair. */
const TITLE_SHARE = 0.7;
const ORGANISATION_SHARE = 0.15;
const PLACE_SHARE = 0.15;
/** Pairs less similar than this are two deliverables; so are pairs whose titles are less similar than the second figure. */
const LEAST_LIKENESS = 0.55;
const LEAST_TITLE_LIKENESS = 0.5;
/** Neutral similarity if an organisation is not known. */
const UNKNOWN = 0.5;
/** Distance from the expected position, in rows, from which the position adds nothing. */
const FAR = 4;
/**
 * Title similarities if a title was not read. An update that both rows have is strong evidence; the same number at exactly the
 * expected position is just enough if the organisations do not differ.
 */
const TITLE_BY_UPDATES = 0.8;
const TITLE_BY_PLACE = 0.5;
/** Added to the similarity of the titles if both rows have the same update. */
const UPDATES_ADD = 0.15;
/** Shortest update, in words, whose repetition is not a coincidence. */
const DISTINCTIVE_WORDS = 8;
/** Subtracted from the similarity if the previous report did not have the deliverable. */
const LAPSE_COST = 0.05;

export interface RowMatch {
  readonly openIndex: number;
  readonly rowIndex: number;
  readonly kind: Exclude<Match, "first">;
  /** Similarity of the titles, 0 to 1; null if one of them is missing. */
  readonly similarity: number | null;
}

/** @returns the pairs, sorted by `rowIndex`; each row and each open deliverable is in at most one of them */
export function matchRows(open: readonly OpenRow[], rows: readonly RowDigest[]): RowMatch[] {
  if (open.length === 0 || rows.length === 0) return [];
  const titles = compareTitles([...open.map(({ row }) => row.title), ...rows.map((row) => row.title)]);
  const titleLikeness: TitleLikeness = (openIndex, rowIndex) => titles(openIndex, open.length + rowIndex);
  const same = sameTitles(open, rows);
  const takenRows = new Set(same.values());
  const expected = expectedPlaces(open, same);
  const blocks = { open: open.map(({ row }) => distinctiveUpdates(row)), rows: rows.map(distinctiveUpdates) };
  const likenessOf = (openIndex: number, rowIndex: number): PairLikeness => {
    const [one, row] = [open[openIndex], rows[rowIndex]];
    if (one === undefined || row === undefined) return NO_LIKENESS;
    // A title that occurs once in both reports is always paired, even if other pairs would be better without it.
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
  // The solver finds the least total cost; a pair without gain is not a match.
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
  /** How far the pair's similarity is above the threshold; 0 if it is below. */
  readonly gain: number;
}

const NO_LIKENESS: PairLikeness = { kind: "wording", value: 0, gain: 0 };

interface TitleEvidence {
  /** Whether both rows have the same update. */
  readonly shared: boolean;
  /** Distance from the expected position, in rows. */
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

function distinctiveUpdates(row: RowDigest): ReadonlySet<string> {
  return new Set(row.updates.filter(({ wordCount }) => wordCount >= DISTINCTIVE_WORDS).map(({ sketch }) => sketch));
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
