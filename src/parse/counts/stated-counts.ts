/**
 * The counts that a report states of its statuses: in a table, in lines ("Green (G): 9/13 (69%)") or in a sentence. In: the
 * blocks of its header, and after them only what can be nothing else. Out: the counts, and the blocks that hold them. A
 * count is paired with a status only where the print leaves no doubt.
 */
import type { Block } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { Uses } from "../ledger.js";
import type { ReportSpan } from "../report/report-span.js";
import { numberedKey } from "../scale/numbered-key.js";
import { type BlockReader, blockReader, type PlacedToken } from "./block-tokens.js";
import { countsInCaptions } from "./captions.js";
import { isLetterAbove } from "./counts-above.js";
import { type DisplacedSummary, findDisplacedSummary } from "./displaced-summary.js";
import type { Entry } from "./entries.js";
import { countsByGroup } from "./group-table.js";
import { lacksCount } from "./missing-counts.js";
import { type Pair, pairCounts, splitSummaries } from "./pair-counts.js";
import { countsInLastParagraphs, countsInSentences, type SummaryReading } from "./paragraph-counts.js";
import { entriesOf } from "./read-entries.js";
import { sentenceReader } from "./sentences.js";

export interface CountSummary {
  readonly statements: readonly PrintedStatement[];
  /** Blocks that belong to the summary; the rows are read from the others. */
  readonly blocks: ReadonlySet<number>;
  readonly uses: Uses;
  /** Whether every status that the summary names has a count. */
  readonly isComplete: boolean;
  /** Whether it is above the report's title, and in no letter about the report: it may be another paper's. */
  readonly isUnsure: boolean;
}

/** @param above the first block above the report's title that may state its counts, as a covering letter does */
export function readCounts(
  blocks: readonly Block[],
  found: ReportSpan,
  profile: Profile,
  above = found.from,
): CountSummary {
  // "1 = Green" defines what a 1 in a row means, and counts nothing.
  const key = numberedKey(blocks, found.from, found.bodyFrom);
  const span = key.size === 0 ? found : { ...found, skip: new Set([...found.skip, ...key]) };
  const read = blockReader(profile);
  const tokens = tokensIn(blocks, span.from, span.bodyFrom, span.skip, read);
  const { reading, displaced, isUnsure } =
    chooseReading(blocks, span, profile, tokens, read) ?? choiceAbove(blocks, span, read, above);
  const used = new Set(reading?.blocks ?? []);
  for (const token of tokens) if (token.kind === "label" || token.kind === "count") used.add(token.block);
  for (const block of displaced?.blocks ?? []) used.add(block);
  return {
    uses: usesOf(reading, used, key),
    statements: withTotal(reading?.statements ?? [], reading?.total ?? null),
    blocks: new Set([...used, ...key, ...(displaced?.linesAfter ?? [])]),
    isComplete: !lacksCount(blocks, tokens, reading, span, profile),
    isUnsure,
  };
}

function usesOf(reading: SummaryReading | null, used: ReadonlySet<number>, key: ReadonlySet<number>): Uses {
  const uses = new Uses();
  for (const { block, text } of reading?.taken ?? []) uses.take(block, text);
  for (const block of used) uses.setRestAside(block, "key");
  for (const block of key) uses.setBlockAside(block, "key");
  return uses;
}

function tokensIn(
  blocks: readonly Block[],
  from: number,
  to: number,
  skip: ReadonlySet<number>,
  read: BlockReader,
): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    for (const token of read(block, index)) tokens.push(token);
  }
  return tokens;
}

interface Choice {
  readonly reading: SummaryReading | null;
  /** The pieces of the summary among the rows, where the reading uses them. */
  readonly displaced: DisplacedSummary | null;
  /** Whether it may be another paper's. */
  readonly isUnsure: boolean;
}

function choiceAbove(blocks: readonly Block[], span: ReportSpan, read: BlockReader, above: number): Choice {
  const reading = summaryAboveTitle(blocks, span, read, above);
  return { reading, displaced: null, isUnsure: reading !== null && !isLetterAbove(blocks, above, span.from) };
}

/** The header's summary, with pieces displaced among the rows where it is fuller with them; else one after the rows. */
function chooseReading(
  blocks: readonly Block[],
  span: ReportSpan,
  profile: Profile,
  tokens: readonly PlacedToken[],
  read: BlockReader,
): Choice | null {
  const readSentence = sentenceReader(profile);
  const byGroup = countsByGroup(blocks, tokens);
  const ofGroups = new Set(byGroup.flatMap((each) => [...each.blocks]));
  const inHeader = fullest([
    ...byGroup,
    ...summariesIn(
      blocks,
      tokens.filter(({ block }) => !ofGroups.has(block)),
      span,
    ),
    countsInSentences(blocks, span, readSentence),
    ...countsInCaptions(blocks, span, profile),
  ]);
  const displaced = findDisplacedSummary(blocks, span, read);
  if (displaced.tokens.length > 0) {
    const reading = fullest(summariesIn(blocks, [...tokens, ...displaced.tokens], span));
    if (reading !== null && reading.statements.length > (inHeader?.statements.length ?? 0))
      return { reading, displaced, isUnsure: false };
  }
  const reading =
    inHeader ?? countsInLastParagraphs(blocks, span, readSentence) ?? summaryAfterRows(blocks, span, read);
  return reading === null ? null : { reading, displaced: null, isUnsure: false };
}

/** Statuses that counts outside the header must be of: a single one may be another table's. */
const FEWEST_OUTSIDE = 2;

/** The summary after the rows, on their page, where the header has none. */
function summaryAfterRows(blocks: readonly Block[], span: ReportSpan, read: BlockReader): SummaryReading | null {
  const tokens = tokensIn(blocks, span.rowsEnd, span.end, span.skip, read);
  const found = fullest(summariesIn(blocks, tokens, { ...span, bodyFrom: span.end }));
  return found !== null && found.statements.length >= FEWEST_OUTSIDE ? found : null;
}

/** Blocks above a title within which its counts are. */
const NEAR_TITLE = 12;

/** The summary right above the report's title, where neither its header nor its end has one. */
function summaryAboveTitle(
  blocks: readonly Block[],
  span: ReportSpan,
  read: BlockReader,
  above: number,
): SummaryReading | null {
  const from = Math.max(above, span.from - NEAR_TITLE);
  const tokens = tokensIn(blocks, from, span.from, span.skip, read);
  const found = fullest(summariesIn(blocks, tokens, { ...span, from, bodyFrom: span.from }));
  return found !== null && found.statements.length >= FEWEST_OUTSIDE ? found : null;
}

const summariesIn = (blocks: readonly Block[], tokens: readonly PlacedToken[], span: ReportSpan): SummaryReading[] =>
  splitSummaries(entriesOf(tokens)).map((entries) => readSummary(blocks, entries, span));

/** The summary with the most counts; null where another with as many has other counts, as either may be this report's. */
function fullest(all: readonly SummaryReading[]): SummaryReading | null {
  let best: SummaryReading | null = null;
  for (const each of all)
    if (fullness(each) > (best === null ? 0 : fullness(best)) && each.statements.some(({ rag }) => rag !== null))
      best = each;
  return best === null || isContradicted(best, all) ? null : best;
}

/** Counts first; of as many, those with more totals and percentages. */
const fullness = ({ statements, total }: SummaryReading): number =>
  statements.reduce(
    (sum, one) => sum + 1 + (one.total !== null || total !== null ? 0.01 : 0) + (one.percent !== null ? 0.01 : 0),
    0,
  );

function isContradicted(best: SummaryReading, all: readonly SummaryReading[]): boolean {
  return all.some(
    (each) =>
      each !== best &&
      each.statements.length === best.statements.length &&
      each.statements.some((one) => {
        const same = best.statements.filter(({ rag }) => rag === one.rag);
        return same.length > 0 && same.every(({ count }) => count !== one.count);
      }),
  );
}

function readSummary(blocks: readonly Block[], entries: readonly Entry[], span: ReportSpan): SummaryReading {
  const pairs = pairCounts(entries);
  const inHeader = entries.filter((entry) => entry.block < span.bodyFrom).map((entry) => entry.block);
  const covered = new Set<number>();
  // Definitions between the summary's first entry and its last belong to it.
  const [first, last] = [inHeader[0] ?? 0, inHeader.at(-1) ?? -1];
  if (pairs.length > 0) for (let block = first; block <= last; block += 1) covered.add(block);
  return {
    statements: pairs.flatMap((pair) => (pair.label.isTotal ? [] : statementOf(blocks, pair))),
    total: pairs.find(({ label }) => label.isTotal)?.figure.count.count ?? null,
    taken: pairs.flatMap(({ label, figure }) => [{ block: label.block, text: label.text }, ...figure.printed]),
    blocks: covered,
  };
}

function statementOf(blocks: readonly Block[], { label, figure }: Pair): PrintedStatement[] {
  const places = figure.printed.flatMap(({ block }) => blocks[block]?.place ?? []);
  const [place] = places;
  if (place === undefined) return [];
  return [
    {
      rag: label.rag,
      also: label.also,
      label: label.text,
      raw: figure.printed.map(({ text }) => text).join(" "),
      count: figure.count.count,
      total: figure.count.total,
      percent: figure.count.percent,
      place: places.reduce(coverPlaces, place),
    },
  ];
}

/** A total with a line or column of its own is the total of every count that is printed without one. */
function withTotal(statements: readonly PrintedStatement[], total: number | null): PrintedStatement[] {
  return statements.map((one) => ({ ...one, total: one.total ?? total }));
}
