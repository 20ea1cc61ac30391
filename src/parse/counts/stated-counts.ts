/**
 * The counts a report states: in a key table, in lines ("Green (G): 9/13 (69%)") or in a sentence. In: the blocks of its
 * head, and behind them only what cannot be anything else. A count goes to a label only where the print leaves no doubt.
 */
import type { Block } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import type { Ledger } from "../ledger.js";
import { sentenceReader } from "./count-sentence.js";
import { strayTokens } from "./displaced-summary.js";
import type { Mark } from "./entries.js";
import { marksOf } from "./figures.js";
import { leavesOut } from "./missing-counts.js";
import { type Pair, pairMarks, partKeys } from "./pair-counts.js";
import { inClosing, inSentences, type KeyZone, type Stated } from "./paragraph-counts.js";
import { type Token, tokenReader } from "./tokens.js";

export interface Key {
  readonly statements: readonly PrintedStatement[];
  /** Blocks that belong to the key; the rows are read from the others. */
  readonly blocks: ReadonlySet<number>;
  /** Whether it has a count for every status that it names. */
  readonly complete: boolean;
}

export function readKey(blocks: readonly Block[], zone: KeyZone, profile: Profile, ledger: Ledger): Key {
  const read = tokenReader(profile);
  const tokens: Token[] = [];
  for (let index = zone.from; index < zone.bodyFrom; index += 1) {
    const block = blocks[index];
    if (block === undefined || zone.skip.has(index)) continue;
    for (const token of read(block, index)) tokens.push(token);
  }
  const sentences = inSentences(blocks, zone, sentenceReader(profile));
  const found = bestOf([...keysIn(blocks, tokens, zone), sentences]);
  const stray = strayTokens(blocks, zone, read);
  const wider = stray.tokens.length === 0 ? null : bestOf(keysIn(blocks, [...tokens, ...stray.tokens], zone));
  const more = wider !== null && wider.statements.length > (found?.statements.length ?? 0) ? wider : null;
  const best = more ?? found ?? inClosing(blocks, zone, sentenceReader(profile)) ?? keyBehind(blocks, zone, read);
  const used = new Set(best?.blocks ?? []);
  for (const token of tokens) if (token.kind === "label" || token.kind === "count") used.add(token.block);
  if (more !== null) for (const block of stray.blocks) used.add(block);
  for (const { block, text } of best?.taken ?? []) ledger.take(block, text);
  for (const block of used) ledger.setRestAside(block, "key");
  const behind = more === null ? [] : stray.behind;
  return {
    statements: withTotal(best?.statements ?? []),
    blocks: new Set([...used, ...behind]),
    complete: best === null || !leavesOut(blocks, tokens, best, zone, profile),
  };
}

/** Statuses that figures behind the rows must be of: one alone may be another table's. */
const FEWEST_BEHIND = 2;

/** The key that stands behind the rows on their page, where the head has none. */
function keyBehind(
  blocks: readonly Block[],
  zone: KeyZone,
  read: (block: Block, index: number) => Iterable<Token>,
): Stated | null {
  const tokens: Token[] = [];
  for (let index = zone.to; index < zone.paperTo; index += 1) {
    const block = blocks[index];
    if (block !== undefined && !zone.skip.has(index)) tokens.push(...read(block, index));
  }
  const found = bestOf(keysIn(blocks, tokens, { ...zone, bodyFrom: zone.paperTo }));
  return found !== null && found.statements.length >= FEWEST_BEHIND ? found : null;
}

const keysIn = (blocks: readonly Block[], tokens: readonly Token[], zone: KeyZone): Stated[] =>
  partKeys(marksOf(tokens)).map((marks) => statedIn(blocks, marks, zone));

/** The fullest of several keys; none where as full a one has other figures, as it cannot be said which is this report's. */
function bestOf(all: readonly Stated[]): Stated | null {
  let best: Stated | null = null;
  for (const each of all) if (each.statements.length > (best?.statements.length ?? 0)) best = each;
  return best === null || contradicted(best, all) ? null : best;
}

function contradicted(best: Stated, all: readonly Stated[]): boolean {
  return all.some(
    (each) =>
      each !== best &&
      each.statements.length === best.statements.length &&
      each.statements.some((one) =>
        best.statements.some((other) => other.rag === one.rag && other.count !== one.count),
      ),
  );
}

function statedIn(blocks: readonly Block[], marks: readonly Mark[], zone: KeyZone): Stated {
  const pairs = pairMarks(marks);
  const within = marks.filter((mark) => mark.block < zone.bodyFrom).map((mark) => mark.block);
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
