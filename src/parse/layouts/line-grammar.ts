/**
 * What the words of rows without cells may be. In: a profile, and the rows as first read. Out: grammars by which words fit
 * columns: what several rows' cells hold is a cell of others too, so a second reading knows more than the first.
 */
import { remembered } from "../../language/remembered.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { uncolouredWords } from "../counts/status-words.js";
import { Organisations } from "../organisation.js";
import { reportScale } from "../scale/report-scale.js";
import { statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import { headingGrammar } from "../update-heading.js";
import type { AlignedRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import { rowGrammar } from "./row-grammar.js";
import { factsOf, type RowWord } from "./row-words.js";

/** Words of an organisation's name. */
const NAME_WORDS = 6;
const LETTER = /^\p{Lu}$/u;
/** What is printed where there is no status. */
const DASH = /^[-–—]$/u;
const CAPITAL = /^\p{Lu}/u;

interface Row {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
}

/** @param above blocks that may hold the report's own key */
export function grammarOf(profile: Profile, above: readonly Block[]): RowGrammar {
  const ofKey = statusReader(reportScale(above, profile, statusReader(profile, KEY_STATUSES)).profile);
  const status = ofKey.narrowed({ uncoloured: uncolouredWords(above, profile, ofKey) });
  const own = rowGrammar({
    status,
    update: headingGrammar(profile),
    organisations: new Organisations(profile),
  });
  const statusFit = remembered(own.statusFit);
  return {
    ...own,
    isLabel: (text) => own.isLabel(text) && !(isWholeDate(text) && /\p{L}/u.test(text)),
    // A column of statuses may have letters that no key explains.
    statusFit: (text) => statusFit(text) || (LETTER.test(text) || DASH.test(text) ? 1 : 0),
    mayBeginStatus: (word) => own.mayBeginStatus(word) || LETTER.test(word) || DASH.test(word),
    organisationFit: remembered((text) => {
      const fit = own.organisationFit(text);
      return fit === 0 || endsWithMonth(text) || (fit === 1 && statusFit(text) > 0) ? 0 : fit;
    }),
  };
}

/** Whether a text ends with a month's name, which begins a date beside it. */
const endsWithMonth = (text: string): boolean => isWholeDate(`${text.slice(text.lastIndexOf(" ") + 1)} 2020`);

/** What rows taught a grammar. */
interface Learned {
  readonly grammar: RowGrammar;
  /** Whether the grammar may read a row otherwise than the one before did: it has a text that this one knows more of. */
  readonly isNewIn: (words: readonly RowWord[]) => boolean;
}

/** The grammar that knows the rows' own cells and names. */
export function learned(grammar: RowGrammar, rows: readonly Row[], kinds: readonly CellKind[]): Learned {
  const known = repeatedCells(rows, kinds);
  const found = repeatedNames(rows, kinds);
  kinds.forEach((kind, column) => {
    if (kind === "organisation") for (const text of known[column] ?? []) found.add(text);
  });
  const names = withoutBeginnings(found, rows, kinds);
  const isName = kinds.includes("organisation");
  const firstWords = new Set([...names].map((name) => name.split(" ", 1)[0] ?? ""));
  const news = [
    ...kinds.flatMap((kind, column) => (kind === "free" ? [...(known[column] ?? [])] : [])),
    ...[...names].filter((name) => isName && grammar.organisationFit(name) !== 3),
  ];
  return {
    grammar: {
      ...grammar,
      knownCells: known,
      mayBeginName: (word) => grammar.mayBeginName(word) || firstWords.has(word),
      organisationFit: (text) => (names.has(text) ? 3 : grammar.organisationFit(text)),
    },
    isNewIn(words) {
      const { whole } = factsOf(words);
      return news.some((text) => whole.includes(text));
    },
  };
}

/** By column, the texts that more than one row has there. */
function repeatedCells(rows: readonly Row[], kinds: readonly CellKind[]): ReadonlySet<string>[] {
  return kinds.map((_, column) =>
    repeated(
      rows.flatMap(({ aligned, words }) => {
        const [from, to] = aligned?.spans[column] ?? [0, 0];
        return to > from ? [textOf(words, from, to)] : [];
      }),
    ),
  );
}

/**
 * Names of several words that more than one row begins its organisation's cell with, where what is before that cell is sure. Of a
 * name that always continues in the same way only the whole one is among them.
 */
function repeatedNames(rows: readonly Row[], kinds: readonly CellKind[]): Set<string> {
  const column = kinds.indexOf("organisation");
  if (column < 0 || (column > 0 && kinds[column - 1] !== "label")) return new Set();
  return repeated(
    rows.flatMap(({ words, aligned }) => {
      const from = aligned?.spans[column]?.[0] ?? column;
      const names: string[] = [];
      for (let to = from + 2; to <= Math.min(words.length, from + NAME_WORDS); to += 1)
        if (CAPITAL.test(words[to - 1]?.text ?? "")) names.push(textOf(words, from, to));
      return names;
    }),
  );
}

/** Names without the first words of another that is as frequent: "Parks" where each row has "Parks Team". */
function withoutBeginnings(names: ReadonlySet<string>, rows: readonly Row[], kinds: readonly CellKind[]): Set<string> {
  const column = kinds.indexOf("organisation");
  const longer = [...names].filter((name) => name.includes(" "));
  const texts = rows.flatMap(({ words, aligned }) => {
    const from = aligned?.spans[column]?.[0];
    return from === undefined ? [] : [textOf(words, from, Math.min(words.length, from + NAME_WORDS))];
  });
  const beginsWith = (name: string): number => texts.filter((text) => `${text} `.startsWith(`${name} `)).length;
  const isBeginning = (name: string): boolean =>
    longer.some((other) => other.startsWith(`${name} `) && beginsWith(other) === beginsWith(name));
  return new Set([...names].filter((name) => !isBeginning(name)));
}

function repeated(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

const textOf = (words: readonly RowWord[], from: number, to: number): string => factsOf(words).text(from, to);
