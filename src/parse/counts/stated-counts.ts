/**
 * The counts a report states: in a key table, in lines ("Green (G): 9/13 (69%)") or in a sentence. In: the blocks of its
 * head, and behind them only what cannot be anything else. A count goes to a label only where the print leaves no doubt.
 */
import type { Block } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import type { Ledger } from "../ledger.js";
import type { ReportSpan } from "../report/report-span.js";
import { sentenceReader } from "./count-sentence.js";
import { findDisplacedSummary } from "./displaced-summary.js";
import type { Entry } from "./entries.js";
import { lacksCount } from "./missing-counts.js";
import { type Pair, pairCounts, splitSummaries } from "./pair-counts.js";
import { countsInLastParagraphs, countsInSentences, type SummaryReading } from "./paragraph-counts.js";
import { entriesOf } from "./read-entries.js";
import { type Token, tokenReader } from "./tokens.js";

export interface CountSummary {
  readonly statements: readonly PrintedStatement[];
  /** Blocks that belong to the key; the rows are read from the others. */
  readonly blocks: ReadonlySet<number>;
  /** Whether it has a count for every status that it names. */
  readonly isComplete: boolean;
}

export function readCounts(blocks: readonly Block[], span: ReportSpan, profile: Profile, ledger: Ledger): CountSummary {
  const read = tokenReader(profile);
  const tokens: Token[] = [];
  for (let index = span.from; index < span.bodyFrom; index += 1) {
    const block = blocks[index];
    if (block === undefined || span.skip.has(index)) continue;
    for (const token of read(block, index)) tokens.push(token);
  }
  const sentences = countsInSentences(blocks, span, sentenceReader(profile));
  const found = fullest([...summariesIn(blocks, tokens, span), sentences]);
  const stray = findDisplacedSummary(blocks, span, read);
  const wider = stray.tokens.length === 0 ? null : fullest(summariesIn(blocks, [...tokens, ...stray.tokens], span));
  const more = wider !== null && wider.statements.length > (found?.statements.length ?? 0) ? wider : null;
  const best =
    more ??
    found ??
    countsInLastParagraphs(blocks, span, sentenceReader(profile)) ??
    summaryAfterRows(blocks, span, read);
  const used = new Set(best?.blocks ?? []);
  for (const token of tokens) if (token.kind === "label" || token.kind === "count") used.add(token.block);
  if (more !== null) for (const block of stray.blocks) used.add(block);
  for (const { block, text } of best?.taken ?? []) ledger.take(block, text);
  for (const block of used) ledger.setRestAside(block, "key");
  const behind = more === null ? [] : stray.linesAfter;
  return {
    statements: withTotal(best?.statements ?? []),
    blocks: new Set([...used, ...behind]),
    isComplete: best === null || !lacksCount(blocks, tokens, best, span, profile),
  };
}

/** Statuses that figures behind the rows must be of: one alone may be another table's. */
const FEWEST_BEHIND = 2;

/** The key that stands behind the rows on their page, where the head has none. */
function summaryAfterRows(
  blocks: readonly Block[],
  span: ReportSpan,
  read: (block: Block, index: number) => Iterable<Token>,
): SummaryReading | null {
  const tokens: Token[] = [];
  for (let index = span.rowsEnd; index < span.end; index += 1) {
    const block = blocks[index];
    if (block !== undefined && !span.skip.has(index)) tokens.push(...read(block, index));
  }
  const found = fullest(summariesIn(blocks, tokens, { ...span, bodyFrom: span.end }));
  return found !== null && found.statements.length >= FEWEST_BEHIND ? found : null;
}

const summariesIn = (blocks: readonly Block[], tokens: readonly Token[], span: ReportSpan): SummaryReading[] =>
  splitSummaries(entriesOf(tokens)).map((marks) => statedIn(blocks, marks, span));

/** The fullest of several keys; none where as full a one has other figures, as it cannot be said which is this report's. */
function fullest(all: readonly SummaryReading[]): SummaryReading | null {
  let best: SummaryReading | null = null;
  for (const each of all) if (each.statements.length > (best?.statements.length ?? 0)) best = each;
  return best === null || contradicted(best, all) ? null : best;
}

function contradicted(best: SummaryReading, all: readonly SummaryReading[]): boolean {
  return all.some(
    (each) =>
      each !== best &&
      each.statements.length === best.statements.length &&
      each.statements.some((one) =>
        best.statements.some((other) => other.rag === one.rag && other.count !== one.count),
      ),
  );
}

function statedIn(blocks: readonly Block[], marks: readonly Entry[], span: ReportSpan): SummaryReading {
  const pairs = pairCounts(marks);
  const within = marks.filter((mark) => mark.block < span.bodyFrom).map((mark) => mark.block);
  const covered = new Set<number>();
  // Definitions between the first word of the key and the last belong to it.
  const [first, last] = [within[0] ?? 0, within.at(-1) ?? -1];
  if (pairs.length > 0) for (let block = first; block <= last; block += 1) covered.add(block);
  return {
    statements: pairs.flatMap((pair) => statementOf(blocks, pair)),
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
      label: label.text,
      raw: figure.printed.map(({ text }) => text).join(" "),
      count: figure.count.count,
      total: figure.count.total,
      percent: figure.count.percent,
      place: places.reduce(coverPlaces, place),
    },
  ];
}

/** A total's own line or column is the total of every count that prints none. */
function withTotal(statements: readonly PrintedStatement[]): PrintedStatement[] {
  const total = statements.find((statement) => statement.rag === null)?.count ?? null;
  return statements.flatMap((one) => (one.rag === null ? [] : [{ ...one, total: one.total ?? total }]));
}
