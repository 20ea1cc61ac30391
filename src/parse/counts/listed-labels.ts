/**
 * Statuses that follow one another in a summary's heading: in "Green Amber Red" the last two are no half of a five-point scale. In:
 * tokens in printed order. Out: the same, a half whose words only a space parts as two labels, where every status of its run
 * is then named once; "Green Amber Green Amber Amber Red Red" is a scale of five and stays.
 */
import type { StatusReader } from "../status.js";
import type { ScannedToken } from "./scanned-token.js";

type Label = ScannedToken & { readonly kind: "label" };

export function listedApart(found: readonly ScannedToken[], status: StatusReader): readonly ScannedToken[] {
  if (!found.some((token, at) => isHalf(token) && (isLabel(found[at - 1]) || isLabel(found[at + 1])))) return found;
  const out: ScannedToken[] = [];
  let run: Label[] = [];
  for (const token of found) {
    if (isLabel(token)) {
      run.push(token);
      continue;
    }
    out.push(...runApart(run, status), token);
    run = [];
  }
  return [...out, ...runApart(run, status)];
}

const isLabel = (token: ScannedToken | undefined): token is Label => token?.kind === "label";

/** Two words, each of which may be a status of its own. */
const isHalf = (token: ScannedToken): boolean =>
  isLabel(token) && (token.rag === "amber-green" || token.rag === "amber-red") && /^\p{L}+ \p{L}+$/u.test(token.text);

function runApart(run: readonly Label[], status: StatusReader): readonly Label[] {
  if (run.length < 2) return run;
  const apart = run.flatMap((token) => (isHalf(token) ? halvesOf(token, status) : [token]));
  return new Set(apart.map(({ rag }) => rag)).size === apart.length ? apart : run;
}

const halvesOf = (token: Label, status: StatusReader): Label[] =>
  token.text.split(" ").flatMap((text): Label[] => {
    const named = status.readLabel(text);
    return named === null ? [] : [{ kind: "label", text, ...named }];
  });
