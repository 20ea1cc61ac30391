/**
 * Labels of a list that recognition has misread: "Al" before A2, "34" between 3.3 and 3.5. In: the labels of its rows as they were read, in
 * order. Out: what each must be, where only one reading is possible, or null where it cannot be what was read. Refuses labels that fit their
 * place.
 */
import { labelForm, rowLabelOf } from "./row-labels.js";

/** Characters that recognition confuses; each group has one name. */
const ALIKE: readonly (readonly [letters: RegExp, name: string])[] = [
  [/[OoQ]/g, "0"],
  [/[Il|!i]/g, "1"],
  [/[Ss58B]/g, "8"],
  [/[Zz]/g, "2"],
  // Points and one of two same characters are left out.
  [/[.,\s]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A label that counts: what comes before its last figure or letter, and that. */
const COUNTED = /^(.*?)(\d{1,4})$/;
const LETTERED = /^(.*\d)([a-z])$/;

/** @param printed the texts of the label column, "" where a row has none */
export function repairedLabels(printed: readonly string[]): ReadonlyMap<number, string | null> {
  const repaired = new Map<number, string | null>();
  const filled = [...printed.entries()].filter(([, text]) => text !== "");
  const labels = filled.map(([, text]) => rowLabelOf(text));
  const known = new Set(labels.filter((label) => label !== null));
  for (const [at, [index, text]] of filled.entries()) {
    const neighbours = { before: labels[at - 1] ?? null, after: labels[at + 1] ?? null };
    const value = wantedAt(text, neighbours, isUnlikeOthers(labels, at));
    if (value === undefined || (value !== null && known.has(value))) continue;
    if (value !== null) known.add(value);
    labels[at] = value;
    repaired.set(index, value);
  }
  return repaired;
}

interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The label that a misread one must be; null where its neighbours say that it is misread, and not what it is; undefined where it may fit as it
 * is, or several are possible.
 */
function wantedAt(text: string, { before, after }: Neighbours, isUnlike: boolean): string | null | undefined {
  const label = rowLabelOf(text);
  const [next, previous] = [before === null ? null : counted(before, 1), after === null ? null : counted(after, -1)];
  if (label !== null && (label === next || label === previous)) return undefined;
  const possible = [...new Set([next, previous])].filter((each) => each !== null && isAlike(text, each));
  const [value = null] = possible;
  if (possible.length !== 1 || value === null)
    return label !== null && isUnlike && next !== null && next === previous ? null : undefined;
  // A label that may be right is repaired where both neighbours say so, or it has a form of its own.
  return label === null || next === previous || isUnlike ? value : undefined;
}

/** Fewest labels of one form among which another form is strange. */
const FEWEST = 3;

/** Whether all other labels have one form, and this one another. */
function isUnlikeOthers(labels: readonly (string | null)[], at: number): boolean {
  const own = labels[at] ?? null;
  const others = labels.flatMap((label, index) => (index === at || label === null ? [] : [labelForm(label)]));
  return own !== null && others.length >= FEWEST && new Set(others).size === 1 && others[0] !== labelForm(own);
}

/** The label so many places after another, or before it. */
function counted(label: string, by: 1 | -1): string | null {
  const [, head = "", figure = ""] = COUNTED.exec(label) ?? [];
  if (figure !== "") {
    const value = Number(figure) + by;
    return value < 1 ? null : head + String(value).padStart(figure.startsWith("0") ? figure.length : 1, "0");
  }
  const [, before = "", letter = ""] = LETTERED.exec(label) ?? [];
  const code = letter.charCodeAt(0) + by;
  return letter === "" || code < 97 || code > 122 ? null : before + String.fromCharCode(code);
}

const isAlike = (text: string, label: string): boolean => alikeName(text) === alikeName(label);

const alikeName = (text: string): string => ALIKE.reduce((name, [letters, to]) => name.replace(letters, to), text);
