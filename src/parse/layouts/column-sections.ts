/**
 * Tables taken out column by column: on each page first the numbers, organisations and titles, then all updates, then all
 * statuses, each under its headings. In: blocks. Out: such tables as rows of cells. Statuses go to rows where there are as many
 * of both, updates where dates leave one way to divide them; the rest stays outside the rows, which are marked.
 */
import { wordsOf } from "../../language/words.js";
import type { Block, Cell, LineBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";
import { type AlignedRow, alignRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import { columnPages } from "./column-pages.js";
import { columnUpdates, type UpdatePage } from "./column-updates.js";
import type { Layout, TableReading } from "./layout.js";
import { lineColumns } from "./line-columns.js";
import { grammarOf } from "./line-grammar.js";
import { rowsFrom } from "./line-rows.js";
import { headingRow, rowBlock } from "./made-rows.js";
import { isFurniture } from "./page-furniture.js";
import type { Page, Section } from "./page-sections.js";
import { periodStartAbove } from "./period-above.js";
import { rowStarts, startsAt } from "./row-starts.js";
import type { RowWord } from "./row-words.js";

const FEWEST_ROWS = 2;

export const columnSections: Layout = {
  name: "columns",
  tables: (blocks, profile) => {
    const found: TableReading[] = [];
    for (let index = 0; index < blocks.length; ) {
      let end = index;
      while (blocks[end]?.kind === "line") end += 1;
      const lines = blocks.slice(index, end).filter((block): block is LineBlock => block.kind === "line");
      const table = lines.length === 0 ? null : tableIn(lines, blocks.slice(0, index), profile);
      if (table !== null) found.push({ ...table, from: table.from + index, to: table.to + index });
      index = end + 1;
    }
    return found;
  },
};

/** A row of which each column is read apart. */
interface Draft {
  readonly own: readonly LineBlock[];
  readonly words: readonly RowWord[];
  readonly aligned: AlignedRow | null;
  readonly furniture: readonly LineBlock[];
  readonly titleRest: LineBlock[];
  readonly updates: LineBlock[];
  status: LineBlock | null;
  isOpen: boolean;
}

function tableIn(lines: readonly LineBlock[], above: readonly Block[], profile: Profile): TableReading | null {
  const pages = columnPages(lines, profile, statusLines(profile));
  if (pages === null) return null;
  const reader = new PageReader(profile);
  for (const page of pages) reader.read(page);
  reader.divide(periodStartAbove([...above, ...lines.slice(0, pages[0]?.from ?? 0)], profile));
  const { rows, rest, besides } = reader;
  const columns = reader.columns;
  if (rows.length < FEWEST_ROWS || !reader.hasStatuses || columns === null) return null;
  const from = pages[0]?.from ?? 0;
  const headings = [...columns.headings, ...reader.headings];
  const used = new Set([...rows.flatMap(linesOf), ...rest, ...besides]);
  const again = linesBeside(
    headings,
    lines.slice(from).filter((line) => !used.has(line)),
  );
  return {
    from,
    to: lines.length,
    blocks: [
      ...besides,
      headingRow(lines.slice(from, from + 1), headings),
      ...rows.map((row) => asRow(row, columns.kinds)),
      ...rest.map((line): LineBlock => ({ ...line, isUnassigned: true })),
      ...again.map((line): LineBlock => ({ ...line, furniture: true })),
    ],
  };
}

/** Whether a line is a status and nothing else. */
function statusLines(profile: Profile): (line: LineBlock) => boolean {
  const reader = statusReader(profile);
  return ({ text }) => reader.read(text.trim()) !== null || reader.isUncoloured(text.trim());
}

/** All lines of a row, of each of its columns. */
const linesOf = ({ own, furniture, titleRest, updates, status }: Draft): LineBlock[] => [
  ...own,
  ...furniture,
  ...titleRest,
  ...updates,
  ...(status === null ? [] : [status]),
];

/** The lines that are not the table's headings: prints of them on further pages. */
function linesBeside(headings: readonly string[], lines: readonly LineBlock[]): LineBlock[] {
  const left = new Map<string, number>();
  for (const heading of headings) for (const word of wordsOf(heading)) left.set(word, (left.get(word) ?? 0) + 1);
  return lines.filter(({ text }) => {
    const words = wordsOf(text);
    if (words.length === 0 || words.some((word) => (left.get(word) ?? 0) === 0)) return true;
    for (const word of words) left.set(word, (left.get(word) ?? 0) - 1);
    return false;
  });
}

function asRow(draft: Draft, kinds: readonly CellKind[]) {
  const { own, words, aligned, furniture, titleRest, updates, status, isOpen } = draft;
  const row = rowBlock(own, { aligned, words, furniture }, kinds.length);
  const title = kinds.indexOf("title");
  const text = (lines: readonly LineBlock[]): string => lines.map((line) => line.text.trim()).join("\n");
  const cellOf = (lines: readonly LineBlock[], above: Cell = { text: "" }): Cell => {
    const places = [...(above.place === undefined ? [] : [above.place]), ...lines.map(({ place }) => place)];
    const texts = [...(above.text === "" ? [] : [above.text]), ...(lines.length === 0 ? [] : [text(lines)])];
    return { text: texts.join("\n"), ...(places.length === 0 ? {} : { place: places.reduce(coverPlaces) }) };
  };
  const cells = row.cells.map((cell, at) => (at === title && titleRest.length > 0 ? cellOf(titleRest, cell) : cell));
  return {
    ...row,
    place: linesOf(draft)
      .map(({ place }) => place)
      .reduce(coverPlaces),
    cells: [...cells, cellOf(updates), cellOf(status === null ? [] : [status])],
    ...(isOpen ? { isUndivided: true as const } : {}),
  };
}

class PageReader {
  readonly rows: Draft[] = [];
  readonly rest: LineBlock[] = [];
  /** What is printed beside the first page's rows is the head's: a key, its counts. */
  readonly besides: LineBlock[] = [];
  headings: [update: string, status: string] = ["", ""];
  columns: ReturnType<typeof lineColumns> = null;
  hasStatuses = false;
  readonly #profile: Profile;
  readonly #pages: UpdatePage[] = [];

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  read({ head, update, status, loose }: Page): void {
    const own = this.#heads(head);
    const statuses = this.#statuses(status);
    this.headings = [this.headings[0] || (update?.heading ?? ""), this.headings[1] || (status?.heading ?? "")];
    (this.rows.length === 0 ? this.besides : this.rest).push(...loose);
    const isFull = statuses.length === own.length;
    if (isFull)
      own.forEach((row, at) => {
        row.status = statuses[at] ?? null;
      });
    else this.rest.push(...statuses);
    const hasGaps = isFull && statuses.some(({ gapBefore }, at) => at > 0 && gapBefore);
    const areSeparated = own.some((row, at) => at > 0 && row.own[0]?.gapBefore === true);
    this.#pages.push({
      lines: this.#withoutFurniture(update?.lines ?? []),
      rows: own.map((row, at) => ({
        lines: heightOf(row),
        gap: (hasGaps ? statuses[at + 1]?.gapBefore : null) ?? null,
        isShort: areSeparated && own[at + 1]?.own[0]?.gapBefore === false,
      })),
    });
    this.rows.push(...own);
  }

  /** Gives the rows of all pages their updates. */
  divide(periodStart: string | null): void {
    const { rows, doubtful, open } = columnUpdates(this.#pages, headingGrammar(this.#profile), periodStart);
    this.rows.forEach((row, at) => {
      row.updates.push(...(rows[at] ?? []));
      row.isOpen = doubtful.has(at);
    });
    this.rest.push(...open);
  }

  /** The rows that a page begins with: labels, organisations and titles. */
  #heads(section: Section | null): Draft[] {
    if (section === null) return [];
    const { headings } = section;
    const lines = this.#untilFoot(section.lines);
    const columns = lineColumns(headings, headingEvidence(this.#profile));
    if (columns === null || columns.kinds[0] !== "label") return [];
    this.columns ??= { headings, kinds: columns.kinds.slice(0, headings.length) };
    const { kinds } = this.columns;
    const texts = lines.map(({ text }) => text);
    const starts = rowStarts(startsAt(texts), null, { mayRepeat: true }).map(({ at }) => at);
    // A page may begin with the end of the last title of the page before.
    const rest = lines.slice(0, starts[0] ?? lines.length);
    if (this.rows.length > 0) this.rows.at(-1)?.titleRest.push(...rest);
    else this.rest.push(...rest);
    const grammar = grammarOf(this.#profile, []);
    return rowsFrom(lines, starts, { profile: this.#profile, kinds, heads: new Set(), hasGaps: true }).map((row) => ({
      words: row.words,
      furniture: row.furniture,
      own: lines.slice(row.from, row.to),
      aligned: alignRow(row.words, kinds, grammar),
      titleRest: [],
      updates: [],
      status: null,
      isOpen: false,
    }));
  }

  /** The lines before the page's foot: what is below it was printed elsewhere on the page. */
  #untilFoot(lines: readonly LineBlock[]): readonly LineBlock[] {
    const foot = lines.findIndex((line) => isFurniture(line, this.#profile));
    if (foot >= 0) (this.rows.length === 0 ? this.besides : this.rest).push(...lines.slice(foot));
    return foot < 0 ? lines : lines.slice(0, foot);
  }

  #withoutFurniture(lines: readonly LineBlock[]): LineBlock[] {
    this.rest.push(...lines.filter((line) => isFurniture(line, this.#profile)));
    return lines.filter((line) => !isFurniture(line, this.#profile));
  }

  /** The statuses of a page; a line among them that is none belongs to no row. */
  #statuses(section: Section | null): LineBlock[] {
    const isStatus = statusLines(this.#profile);
    const found: LineBlock[] = [];
    for (const line of section?.lines ?? []) (isStatus(line) ? found : this.rest).push(line);
    if (section !== null) this.hasStatuses = true;
    return found;
  }
}

/** Lines of a row's highest cell. */
const heightOf = ({ aligned, words }: Draft): number =>
  Math.max(
    1,
    ...(aligned?.spans ?? []).map(([from, to]) => new Set(words.slice(from, to).map(({ line }) => line)).size),
  );
