/**
 * The tables of a page. In: its words, rulings and fills. Out: tables from top to bottom, each with the strategy that found it and its
 * score. Every strategy proposes grids from the same words; the best set of grids that share no words wins, and the words that it leaves
 * are looked at once more.
 */
import { readingRegions } from "../geometry/reading-regions.js";
import { isUpright } from "../geometry/text-lines.js";
import type { Fill, Page, Table, Word } from "../model/page.js";
import type { OpenTable } from "./aligned/continued-tables.js";
import { gridsByAlignment, type PageBefore } from "./aligned/find-aligned.js";
import type { FullWidthTextShape } from "./aligned/rows-with-full-width-text.js";
import { bestSet } from "./best-set.js";
import type { Candidate, Proposal } from "./candidate.js";
import { type Drawing, drawingOf } from "./drawing.js";
import { filledGrids, ruledGrids } from "./drawn-grids.js";
import { type FillLookup, fillLookup } from "./filled/cell-fill.js";
import { joinHeadingBands } from "./filled/heading-band.js";
import { swatches } from "./filled/swatches.js";
import { boxOfGrid } from "./grid.js";
import { textUnderHeadings } from "./headed/text-under-headings.js";
import { type HeadedColumns, headedColumnsOf, rowBelowHeadings } from "./repeated-headings.js";
import { gridsBetweenRules } from "./ruled/between-rules.js";
import type { Edge } from "./ruled/edges.js";
import { hasWordsBeside } from "./ruled/nested.js";
import { singleColumnGrids } from "./ruled/single-column.js";
import { candidateOf, type Surroundings } from "./score/score.js";
import { tableOf } from "./table-of-grid.js";
import { WordsByHeight } from "./words-by-height.js";

/** A drawn table with this score is sure: no other strategy looks at its words. */
const SURE = 0.75;
/** With more words, a page is no page of text: only drawn tables are looked for. */
const MOST_WORDS = 40_000;
/** Most times that the words left by the tables found are looked at. */
const MOST_ROUNDS = 4;

/** The tables of each page. Rows that continue over a page's end are recognised by where their cells start. */
export const findTablesOfPages = (pages: readonly Page[]): Table[][] => inOrder(pages).map(({ tables }) => tables);

/** What is needed of the page before: also the columns of its last drawn table. */
interface Before extends PageBefore {
  readonly columns: readonly number[];
  /** The headings and columns of its last table. */
  readonly headed: HeadedColumns | null;
}

const NO_PAGE: Before = { fullWidthText: null, openTable: null, columns: [], headed: null };

export const findTables = (page: Page): Table[] => findTablesOnPage(page, NO_PAGE).tables;

interface TablesOnPage extends Before {
  readonly tables: Table[];
  /** Tables that were proposed, but are not of the best set. */
  readonly runnersUp: Table[];
}

/** The tables of each page, and those that were proposed but not chosen. */
export const findCandidatesOfPages = (pages: readonly Page[]): { tables: Table[]; runnersUp: Table[] }[] =>
  inOrder(pages).map(({ tables, runnersUp }) => ({ tables, runnersUp }));

function inOrder(pages: readonly Page[]): TablesOnPage[] {
  let before = NO_PAGE;
  return pages.map((page) => {
    const found = findTablesOnPage(page, before);
    before = { ...found, fullWidthText: found.fullWidthText ?? before.fullWidthText };
    return found;
  });
}

function findTablesOnPage(page: Page, before: Before): TablesOnPage {
  const colourOf = fillLookup(page.fills);
  const { chosen, proposed } = chooseGrids(page, colourOf, before);
  let fullWidthText: FullWidthTextShape | null = null;
  let openTable: OpenTable | null = null;
  for (const each of chosen) {
    fullWidthText = each.fullWidthText ?? fullWidthText;
    openTable = each.openTable ?? openTable;
  }
  const tablesOf = (candidates: readonly Candidate[]): Table[] =>
    candidates
      .map((candidate) => tableOf(page.number, candidate, colourOf))
      .sort((a, b) => a.bbox[1] - b.bbox[1] || a.bbox[0] - b.bbox[0]);
  const others = proposed.filter((candidate) => !chosen.includes(candidate));
  return {
    tables: tablesOf(joinHeadingBands(chosen)),
    runnersUp: tablesOf(others),
    fullWidthText,
    openTable,
    columns: lastColumns(chosen),
    headed: headedColumnsOf(chosen.map(({ grid }) => grid)),
  };
}

/** Where the columns of the lowest ruled table begin and end; none where there is no such table. */
function lastColumns(chosen: readonly Candidate[]): readonly number[] {
  let last: Candidate | null = null;
  for (const each of chosen) {
    if (each.strategy !== "rulings" && each.strategy !== "rulings-and-fills") continue;
    if (last === null || boxOfGrid(each.grid)[3] > boxOfGrid(last.grid)[3]) last = each;
  }
  return last?.grid.xs ?? [];
}

interface ChosenGrids {
  readonly chosen: readonly Candidate[];
  readonly proposed: readonly Candidate[];
}

function chooseGrids(page: Page, colourOf: FillLookup, before: Before): ChosenGrids {
  const drawing = drawingOf(page);
  const words = new WordsByHeight(page.words);
  const around: Surroundings = { words, edges: drawing.edges };
  const { drawn, rules, sides } = drawnCandidates(drawing, around, colourOf, before.columns);
  const isSure = ({ grid, score, strategy }: Candidate): boolean =>
    strategy !== "row-of-fills" && score >= SURE && !hasWordsBeside(grid, words);
  const chosen = bestSet(drawn.filter(isSure));
  const proposed = [...drawn];
  const held = wordsOf(chosen);
  let open = drawn.filter((candidate) => ![...candidate.words].some((word) => held.has(word)));
  const boxes = drawn.filter(({ strategy }) => strategy !== "row-of-fills").map(({ grid }) => boxOfGrid(grid));
  let left = without([...page.words, ...swatches(words, page.fills, page.widthPt, boxes)], held);
  let since = before;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = proposalsIn(left, { rules, sides }, since, page.fills).map((each) => candidateOf(each, around));
    const candidates = [...open, ...found];
    const best = bestSet(candidates);
    proposed.push(...found);
    chosen.push(...best);
    const taken = wordsOf(best);
    // Only where a table that lost has words that no other took may there be another.
    const isTaken = ({ words: its }: Candidate): boolean => [...its].every((word) => taken.has(word));
    if (best.length === 0 || candidates.every(isTaken)) break;
    left = without(left, taken);
    open = [];
    since = { ...before, openTable: null };
  }
  const alone = singleColumnGrids(words, wordsOf(chosen), [...rules, ...sides], colourOf);
  const boxed = bestSet(alone.map((grid) => candidateOf({ grid, strategy: "fills" }, around)));
  const rest = without(page.words, wordsOf([...chosen, ...boxed])).filter(isUpright);
  const continued = rowBelowHeadings(rest, before.headed).map((each) => candidateOf(each, around));
  const more = [...boxed, ...continued];
  return { chosen: [...chosen, ...more], proposed: [...proposed, ...more] };
}

function wordsOf(candidates: readonly Candidate[]): ReadonlySet<Word> {
  const all = new Set<Word>();
  for (const { words } of candidates) for (const word of words) all.add(word);
  return all;
}

const without = (words: readonly Word[], taken: ReadonlySet<Word>): readonly Word[] =>
  taken.size === 0 ? words : words.filter((word) => !taken.has(word));

/** Tables that lines or painted boxes draw, and the horizontal lines of both that draw none. */
function drawnCandidates(
  drawing: Drawing,
  around: Surroundings,
  colourOf: FillLookup,
  open: readonly number[],
): { readonly drawn: readonly Candidate[]; readonly rules: readonly Edge[]; readonly sides: readonly Edge[] } {
  const ruled = ruledGrids(drawing, around.words, colourOf, open);
  const tables = ruled.proposals.map(({ grid }) => boxOfGrid(grid));
  const filled = filledGrids(drawing.boxes, around.words, colourOf, tables);
  const drawn = [...ruled.proposals, ...filled.proposals].map((each) => candidateOf(each, around));
  return { drawn, rules: ruled.rules, sides: filled.sides };
}

/** What the strategies propose that look at text: between rules, between stripes, and by alignment. */
function proposalsIn(
  words: readonly Word[],
  { rules, sides }: { readonly rules: readonly Edge[]; readonly sides: readonly Edge[] },
  before: PageBefore,
  fills: readonly Fill[],
): Proposal[] {
  if (words.length > MOST_WORDS) return [];
  const upright = words.filter(isUpright);
  const edges = [...rules, ...sides];
  return [
    ...gridsBetweenRules(upright, rules, "between-rules"),
    ...gridsBetweenRules(upright, sides, "between-fills"),
    ...gridsBetweenRules(upright, ofOneTable(rules, sides), "between-rules"),
    ...textUnderHeadings(new WordsByHeight(upright), edges, fills),
    ...readingRegions(upright).flatMap((region) => gridsByAlignment(region, edges, before)),
  ];
}

/** Rules and sides of painted boxes that begin and end at the same places: rows with lines below them, and headings on a colour. */
function ofOneTable(rules: readonly Edge[], sides: readonly Edge[]): readonly Edge[] {
  const endsOf = ({ from, to }: Edge): string => `${Math.round(from)} ${Math.round(to)}`;
  const [ofRules, ofSides] = [new Set(rules.map(endsOf)), new Set(sides.map(endsOf))];
  return [...rules, ...sides].filter((edge) => ofRules.has(endsOf(edge)) && ofSides.has(endsOf(edge)));
}
