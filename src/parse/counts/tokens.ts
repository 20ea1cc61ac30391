/**
 * The one tokenizer of stated counts, for keys, tables, lines and sentences. In: a text. Out: its statuses, figures, words for
 * figures ("Number & %") and other words, in printed order and with their places; signs between them are left out.
 */
import { anyOf, eachWord, plainFirstWord, plainForm } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS, type Rag } from "../../schema/values.js";
import { type StatusReader, statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import { type Figure, figureAt } from "./figures.js";

export type Unit = "count" | "percent" | "both" | "total";

export type Token = {
  readonly text: string;
  /** Index of its first character. */
  readonly at: number;
} & (
  | {
      readonly kind: "label";
      /** Null for a status that has no colour. */
      readonly rag: Rag | null;
      /** Further statuses that it stands for: "Green or Complete". */
      readonly also: readonly Rag[];
      /** Whether it is a colour's name. */
      readonly colour: boolean;
      /** A sign or a single letter; the word of the same status after it belongs to it. */
      readonly isSign: boolean;
    }
  | { readonly kind: "count"; readonly count: Figure }
  | { readonly kind: "number" | "percent"; readonly value: number }
  | { readonly kind: "unit"; readonly unit: Unit }
  | { readonly kind: "other" }
);

export interface Tokenizer {
  readonly status: StatusReader;
  /** Tokens of a text from an index on, up to a word that is none where `stops` is set. */
  tokens(text: string, stops?: (word: Token, before: readonly Token[]) => boolean): Token[];
  /** Whether some word of a text may be a status's, beside others: a quick test that most texts fail. */
  mayName(text: string): boolean;
}

type Rule = (text: string, at: number) => Token | null;

const tokenizers = new WeakMap<Profile, Tokenizer>();

export function tokenizerOf(profile: Profile): Tokenizer {
  let tokenizer = tokenizers.get(profile);
  if (tokenizer === undefined) {
    tokenizer = buildTokenizer(profile);
    tokenizers.set(profile, tokenizer);
  }
  return tokenizer;
}

/** What a token begins with: a letter, a digit, or one of the signs that are words or statuses. */
const START = /[\p{L}\p{N}%#\p{Extended_Pictographic}⬜⚪]/u;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|./uy;
const GLYPH = /^[^\p{L}\p{N}]/u;
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** "Not on track" is another status than "on track". */
const DENIED = /(?<!\p{L})(?:not|never|no longer|non|un)[\s-]{1,2}$/iu;
const LONGEST_DENIAL = 12;
/** Words that are no tokens: they connect others. */
const SKIPPED = /^(?:or|rated|\P{L})$/iu;

function buildTokenizer(profile: Profile): Tokenizer {
  const status = statusReader(profile, KEY_STATUSES);
  const spelled = [...RAGS.flatMap((rag) => profile.statuses[rag].words), ...profile.uncoloured];
  const letters = RAGS.flatMap((rag) => profile.statuses[rag].letters);
  const signs = letters.filter((letter) => !GLYPH.test(letter));
  const [words, plain] = [anyOf(spelled), anyOf(signs)];
  const glyphs = letters.filter((letter) => GLYPH.test(letter));
  const label = new RegExp(
    `(?:${words})(?![\\p{L}\\d]|-\\p{L})(?:\\s?[(\\[](?:${plain}|${words})[)\\]])?|(?:${plain})(?=\\s?[:=–—-]|\\s\\d{1,4}\\s?(?:[/(%]|(?:out\\s)?of\\b))`,
    "iuy",
  );
  const glyph = glyphs.length === 0 ? /(?!)/y : new RegExp(`(?:${anyOf(glyphs)})\\ufe0f?`, "uy");
  const anyGlyph = glyphs.length === 0 ? /(?!)/ : new RegExp(anyOf(glyphs), "u");
  const names = profile.status_names;
  const name = names.length === 0 ? /(?!)/y : new RegExp(`(?:${anyOf(names)})(?![\\p{L}\\d])`, "iuy");
  const unit = new RegExp(`(?:${anyOf(profile.head.counts)})(?![\\p{L}\\d])`, "iuy");

  /** What may begin at a place, in the order in which it is tried. */
  const rules: readonly Rule[] = [
    (text, at) => {
      const found = figureAt(text, at);
      return found === null ? null : figureToken(found, at);
    },
    (text, at) => {
      const found = match(unit, text, at);
      return found === null ? null : { kind: "unit", text: found, at, unit: unitOf(found) };
    },
    (text, at) => {
      const found = match(glyph, text, at);
      const named = found === null ? null : status.readLabel(found.replace("\ufe0f", ""));
      return found === null || named === null
        ? null
        : { kind: "label", text: found, at, rag: named.rag, also: [], colour: true, isSign: true };
    },
    (text, at) => {
      if (DENIED.test(text.slice(Math.max(0, at - LONGEST_DENIAL), at)) || match(name, text, at) !== null) return null;
      const found = match(label, text, at);
      return found === null ? null : labelToken(found, at, status);
    },
  ];
  const tokenAt: Rule = (text, at) => {
    for (const rule of rules) {
      const token = rule(text, at);
      if (token !== null) return token;
    }
    return null;
  };

  const firstWords = new Set([...spelled, ...signs].map(plainFirstWord));
  const beginning = new RegExp(`(?:${words})|(?:${plain})(?=[\\s:=–—-])`, "iuy");

  return {
    status,
    mayName(text) {
      let found = glyphs.length > 0 && BEYOND_ASCII.test(text) && anyGlyph.test(text);
      eachWord(text, (word, at) => {
        found ||= (firstWords.has(null) || firstWords.has(word.toLowerCase())) && match(beginning, text, at) !== null;
      });
      return found;
    },
    tokens(text, stops) {
      const found: Token[] = [];
      for (let at = startAfter(text, 0); at < text.length; ) {
        const token = tokenAt(text, at) ?? { kind: "other", text: match(WORD, text, at) ?? text.charAt(at), at };
        if (!(token.kind === "other" && SKIPPED.test(token.text))) found.push(token);
        if (stops?.(token, found) === true) break;
        at = startAfter(text, at + token.text.length);
      }
      return found;
    },
  };
}

/** The first place from an index on where a token may begin; the text's end where none may. */
function startAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (START.test(String.fromCodePoint(code))) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function labelToken(text: string, at: number, status: StatusReader): Token | null {
  const named = status.readLabel(text);
  if (named !== null) return { kind: "label", text, at, ...named, also: [], isSign: text.length === 1 };
  return status.isUncoloured(text)
    ? { kind: "label", text, at, rag: null, also: [], colour: false, isSign: false }
    : null;
}

function figureToken(found: NonNullable<ReturnType<typeof figureAt>>, at: number): Token {
  if ("range" in found) return { kind: "other", text: found.range, at };
  const { text, count, total, percent } = found;
  if (count !== null && total === null && percent === null) return { kind: "number", text, at, value: count };
  if (count === null) return { kind: "percent", text, at, value: percent ?? 0 };
  return { kind: "count", text, at, count: { count, total, percent } };
}

function unitOf(printed: string): Unit {
  const plain = plainForm(printed);
  if (/%|per ?cent|proportion|share/i.test(printed))
    return plain === "" || /^(?:per ?cent|percentage)/.test(plain) ? "percent" : "both";
  return /^(?:overall )?total|^all\b/.test(plain) ? "total" : "count";
}
