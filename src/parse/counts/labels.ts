/**
 * Statuses that belong together in a statement of counts. In: the tokens of a text. Out: the same, with a sign and its word ("🟢
 * Green") and alternatives ("Green or Complete") as one label each, and halves that are two neighbours of a list as two.
 */
import { plainForm } from "../../language/words.js";
import { type Rag, STATUSES } from "../../schema/statuses.js";
import type { StatusReader } from "../status.js";
import type { Token } from "./tokens.js";

export type LabelToken = Token & { readonly kind: "label" };

const OR = /^[\s'‘’"“”]*(?:or|\/)[\s'‘’"“”]*(?:(?:is|are|was|were)\s)?[\s'‘’"“”]*$/iu;

/** Signs between a status and a second word for it: "Green = on track". */
const SAME = /^\s?[=:–—-]\s?$/u;

export const isLabel = (token: Token | undefined): token is LabelToken => token?.kind === "label";

/** What a label names: yellow and amber are one status with two names, other words of a status are one. */
export function nameOfStatus({ rag, label }: { readonly rag: Rag | null; readonly label: string }): string {
  const plain = plainForm(label);
  return rag === null ? plain : (STATUSES[rag].colourNames.find((name) => plain.includes(name)) ?? rag);
}

export const endOf = (token: Token): number => token.at + token.text.length;

export function joinLabels(tokens: readonly Token[], text: string): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const joined = last !== undefined && isLabel(token) ? joinTwo(last, token, text) : null;
    if (joined === null) out.push(token);
    else out[out.length - 1] = joined;
  }
  return out;
}

function joinTwo(first: Token, second: LabelToken, text: string): LabelToken | null {
  const printed = text.slice(first.at, endOf(second));
  // "Achieved or on target": one of the two says no status.
  if (first.kind === "other")
    return OR.test(text.slice(endOf(first), second.at)) ? { ...second, rag: null, at: first.at, text: printed } : null;
  if (!isLabel(first)) return null;
  const between = text.slice(endOf(first), second.at);
  if (first.rag === second.rag && (first.isSign || SAME.test(between)))
    return { ...second, at: first.at, text: printed, colour: first.colour || second.colour };
  return OR.test(between) ? { ...first, ...eitherOf(first, second), text: printed } : null;
}

/** "Green or Complete" is the colour, "amber or red" none. */
function eitherOf(first: LabelToken, second: LabelToken): { readonly rag: Rag | null; readonly also: readonly Rag[] } {
  if (first.rag === second.rag) return { rag: first.rag, also: first.also };
  if (first.colour === second.colour) return { rag: null, also: [] };
  const [named, other] = first.colour ? [first, second] : [second, first];
  return { rag: named.rag, also: other.rag === null ? named.also : [...named.also, other.rag] };
}

/**
 * Splits halves whose words only a space separates where every status of their list is then named once: in "Green Amber Red" the
 * last two are no half; "Green Amber Green Amber Amber Red Red" is a scale of five and stays.
 */
export function splitHalves(tokens: readonly Token[], status: StatusReader): readonly Token[] {
  if (!tokens.some((token, at) => isHalf(token) && (isLabel(tokens[at - 1]) || isLabel(tokens[at + 1])))) return tokens;
  const out: Token[] = [];
  let run: LabelToken[] = [];
  const close = (): void => {
    const split = run.flatMap((token) => (isHalf(token) ? halvesOf(token, status) : [token]));
    out.push(...(new Set(split.map(({ rag }) => rag)).size === split.length ? split : run));
    run = [];
  };
  for (const token of tokens) {
    if (isLabel(token)) {
      run.push(token);
      continue;
    }
    close();
    out.push(token);
  }
  close();
  return out;
}

/** Two words, each of which may be a status of its own. */
const isHalf = (token: Token): boolean =>
  isLabel(token) && (token.rag === "amber-green" || token.rag === "amber-red") && /^\p{L}+ \p{L}+$/u.test(token.text);

const halvesOf = (token: LabelToken, status: StatusReader): LabelToken[] =>
  token.text.split(" ").flatMap((text, at): LabelToken[] => {
    const named = status.readLabel(text);
    const start = token.at + (at === 0 ? 0 : token.text.indexOf(" ") + 1);
    return named === null ? [] : [{ kind: "label", text, at: start, ...named, also: [], isSign: false }];
  });
