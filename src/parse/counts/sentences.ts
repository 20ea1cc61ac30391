/**
 * Counts stated in a sentence: "Of the 15 deliverables, 9 (60%) are rated Green and six Amber", "21 actions are green (43%)",
 * "green 3, amber 2 and red 1". In: a paragraph. Out: the counts it states; none where a word leaves open what a number counts.
 */
import { DATE } from "../../language/dates.js";
import { anyOf } from "../../language/words.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS } from "../../schema/values.js";
import { type Clause, clausesOf } from "./clauses.js";
import { numberOf } from "./figures.js";
import { endOf, isLabel, joinLabels, nameOfStatus } from "./labels.js";
import {
  ALL,
  BASES,
  type GuardedPattern,
  HAS_NUMBER,
  IS_COUNTED,
  LINKS,
  OF_WHICH,
  OMITTED,
  OTHER_COUNT,
  PART,
  VERB_OBJECT,
} from "./sentence-words.js";
import { type Token, type Tokenizer, tokenizerOf } from "./tokens.js";

export interface SentenceCount extends Omit<PrintedStatement, "place"> {
  /** Its first character in the paragraph, where its total may be, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

export type SentenceReader = (paragraph: string) => SentenceCount[];

/** Longest paragraph that is read, in characters. */
const LONGEST = 3000;
/** Characters after a status that are looked at. */
const LONGEST_WORD = 12;

const readers = new WeakMap<Profile, SentenceReader>();

export function sentenceReader(profile: Profile): SentenceReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

interface Base {
  readonly value: number;
  /** Its first character in the paragraph, and the one after its last. */
  readonly at: number;
  readonly end: number;
}

/** A sentence, and what is left out of it as underscores. */
interface Sentence {
  readonly printed: string;
  readonly text: string;
  /** Index of its first character in its paragraph. */
  readonly at: number;
}

function buildReader(profile: Profile): SentenceReader {
  const words = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].words));
  const periodWords = [...profile.head.theme, ...profile.head.quarter].filter((word) => word.length > 1);
  const ofPart = new RegExp(
    `\\bof\\s+(?:the|our|these|those)\\s+\\d{1,4}\\s+(?:${PART}|${words})(?![\\p{L}\\d])`,
    "iu",
  );
  const omitted = [
    {
      needs: /\d/,
      form: new RegExp(`\\b(?:${anyOf(periodWords)}|q)\\s?\\d{1,2}\\b(?!\\s?(?:%|per\\s?cent|\\())|${DATE}`, "giu"),
    },
    ...OMITTED,
  ];
  const zero = new RegExp(`^no\\s+(?:\\p{L}+\\s+){0,2}(?:are|is|were|was|have|${words})(?![\\p{L}\\d])`, "iu");

  const grammar: SentenceGrammar = { tokenizer: tokenizerOf(profile), parts: [OF_WHICH, ofPart], zero };

  return (paragraph) => {
    if (paragraph.length > LONGEST || !HAS_NUMBER.test(paragraph) || !grammar.tokenizer.mayName(paragraph)) return [];
    const all = countsOf(sentencesOf(paragraph, omitted), grammar);
    return isClear(all) ? all : [];
  };
}

function countsOf(sentences: readonly Sentence[], grammar: SentenceGrammar): SentenceCount[] {
  const all: SentenceCount[] = [];
  let known: Base | null = null;
  for (const sentence of sentences) {
    const named = baseIn(sentence);
    // "Of the 20 actions led by the force" after "there are 60 actions": a part.
    if (known !== null && named !== null && named.value < known.value) continue;
    const isOfKnown = known !== null && all.length === 0;
    const text = isOfKnown ? withoutOfThese(sentence) : sentence;
    const found = readSentence(text, named ?? known, grammar);
    // More than a sentence before names: that was of something else.
    const isOther = named === null && known !== null && exceeds(found, known);
    all.push(...(isOther ? readSentence(text, null, grammar) : found));
    known = named ?? known;
  }
  return all;
}

const exceeds = (counts: readonly SentenceCount[], base: Base): boolean =>
  counts.some(({ count }) => (count ?? 0) > base.value);

/** How far percentages that are stated alone may be from 100 together; thresholds and progress are further. */
const ROUNDING = 5;

/** Each status once, and several counts, or a total or percentage beside one; a percentage alone may be how far a single thing is. */
function isClear(counts: readonly SentenceCount[]): boolean {
  if (new Set(counts.map(nameOfStatus)).size < counts.length || counts.every(({ rag }) => rag === null)) return false;
  if (counts.every(({ count }) => count === null)) {
    const sum = counts.reduce((all, { percent }) => all + (percent ?? 0), 0);
    return counts.length > 1 && Math.abs(sum - 100) <= ROUNDING;
  }
  return counts.length > 1 || counts.some(({ percent, total }) => percent !== null || total !== null);
}

/** The sentences of a paragraph, each with the index of its first character. */
function sentencesOf(paragraph: string, omitted: readonly GuardedPattern[]): Sentence[] {
  let end = 0;
  return paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u).map((printed) => {
    const at = paragraph.indexOf(printed, end);
    end = at + printed.length;
    const text = omitted.reduce(
      (left, { needs, form }) => (needs.test(left) ? left.replace(form, (found) => "_".repeat(found.length)) : left),
      printed,
    );
    return { printed, text, at };
  });
}

/** "There are 60 actions. Of these, 12 are green": what the sentence before names is its base. */
function withoutOfThese(sentence: Sentence): Sentence {
  return {
    ...sentence,
    text: sentence.text.replace(/^of\s(?:these|those|them)\b/i, (found) => "_".repeat(found.length)),
  };
}

function baseIn({ text, at }: Sentence): Base | null {
  for (const { needs, form } of BASES) {
    const [match] = needs.test(text) ? text.matchAll(form) : [];
    if (match === undefined) continue;
    const start = at + match.index;
    return { value: numberOf(match.groups?.total ?? "0"), at: start, end: start + match[0].length };
  }
  return null;
}

interface SentenceGrammar {
  readonly tokenizer: Tokenizer;
  /** Where a sentence begins to count a part only. */
  readonly parts: readonly RegExp[];
  /** "no actions are red". */
  readonly zero: RegExp;
}

function readSentence(sentence: Sentence, base: Base | null, grammar: SentenceGrammar): SentenceCount[] {
  const { text, at } = sentence;
  const own = base !== null && base.at >= at ? { from: base.at - at, to: base.end - at } : { from: 0, to: 0 };
  const end = Math.min(...grammar.parts.map((form) => startOf(form, text, own.to)));
  const tokens = tokensOf(text.slice(0, end), own, grammar);
  if (base !== null && own.to > 0 && ALL.test(text.slice(own.from))) return countOfAll(tokens, sentence, base);
  const labels = tokens.filter(isLabel);
  const rest = labels.reduce((left, label) => left.replace(label.text, ""), text.slice(0, end));
  if (labels.length === 0 || OTHER_COUNT.test(rest)) return [];
  if (labels.some((label) => VERB_OBJECT.test(text.slice(endOf(label), endOf(label) + LONGEST_WORD)))) return [];
  const clauses = clausesOf(tokens, text);
  return clauses === null ? [] : clauses.flatMap((clause) => countOf(clause, sentence, base) ?? []);
}

/** The count of a sentence that says the same of all. */
function countOfAll(tokens: readonly Token[], sentence: Sentence, base: Base): SentenceCount[] {
  const [label, another] = tokens.filter(isLabel);
  if (label === undefined || another !== undefined) return [];
  const noun = tokens.findIndex((token) => IS_COUNTED.test(token.text));
  const rest = tokens.slice(noun + 1);
  if (!rest.every((token) => token === label || (token.kind === "other" && LINKS.test(token.text)))) return [];
  const number: Token = {
    kind: "number",
    text: sentence.printed.slice(base.at - sentence.at, base.end - sentence.at),
    at: base.at - sentence.at,
    value: base.value,
  };
  return [countOf({ label, number, percent: null }, sentence, base)];
}

const startOf = (form: RegExp, text: string, from: number): number => {
  const found = form.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
};

function tokensOf(
  text: string,
  base: { readonly from: number; readonly to: number },
  grammar: SentenceGrammar,
): Token[] {
  const tokens = grammar.tokenizer.tokens(text).filter((token) => token.at < base.from || token.at >= base.to);
  const zeros = tokens.map((token): Token => {
    const { at, text: printed } = token;
    return /^no$/i.test(printed) && grammar.zero.test(text.slice(at))
      ? { kind: "number", text: printed, at, value: 0 }
      : token;
  });
  // A single letter is no status in a sentence.
  return joinLabels(zeros, text).filter((token) => !(isLabel(token) && token.isSign && /^\p{L}/u.test(token.text)));
}

function countOf({ label, number, percent }: Clause, { printed, at }: Sentence, base: Base | null): SentenceCount {
  const figure = number?.kind === "count" ? number.count : null;
  const pieces = [label, number, percent].filter((piece) => piece !== null);
  const start = Math.min(...pieces.map((piece) => piece.at));
  const end = Math.max(...pieces.map(endOf));
  const shared = (figure?.total ?? null) === null ? base : null;
  return {
    rag: label.rag,
    also: label.also,
    label: printed.slice(label.at, endOf(label)),
    raw: printed.slice(start, end),
    count: figure?.count ?? (number?.kind === "number" ? number.value : null),
    total: figure?.total ?? shared?.value ?? null,
    percent: figure?.percent ?? (percent?.kind === "percent" ? percent.value : null),
    from: Math.min(at + start, shared?.at ?? at + start),
    to: at + end,
  };
}
