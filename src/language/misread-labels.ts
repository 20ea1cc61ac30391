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
/** "3a", "3 (b)": a label that was added between others, which need not count with them. */
const ADDED = /\d\s?\(?[a-z]\)?$/i;

/** @param printed the texts of the label column, "" where a row has none */
export function repairedLabels(printed: readonly string[]): ReadonlyMap<number, string | null> {
  const repaired = new Map<number, string | null>();
  const filled = [...printed.entries()].filter(([, text]) => text !== "");
  const labels = filled.map(([, text]) => rowLabelOf(text));
  const known = new Set(labels.filter((label) => label !== null));
  const forms = new LabelForms(labels);
  for (const [at, [index, text]] of filled.entries()) {
    const neighbours = { before: labels[at - 1] ?? null, after: labels[at + 1] ?? null };
    const value = wantedAt(text, neighbours, forms.isStrange(labels[at] ?? null));
    if (value === undefined || (value !== null && known.has(value))) continue;
    if (value !== null) known.add(value);
    forms.replace(labels[at] ?? null, value);
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
  if (possible.length !== 1 || value === null) {
    const isWrong = label !== null && isUnlike && next !== null && next === previous && !ADDED.test(label);
    return isWrong ? null : undefined;
  }
  // A label that may be right is repaired where both neighbours say so, or it has a form of its own.
  return label === null || next === previous || isUnlike ? value : undefined;
}

/** Fewest labels of one form among which another form is strange. */
const FEWEST = 3;

/** How many labels have each form. */
class LabelForms {
  readonly #counts = new Map<string, number>();
  #all = 0;

  constructor(labels: readonly (string | null)[]) {
    for (const label of labels) this.#add(label, 1);
  }

  replace(before: string | null, after: string | null): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  /** Whether all other labels have one form, and this one another. */
  isStrange(label: string | null): boolean {
    if (label === null) return false;
    const others = this.#all - 1;
    return others >= FEWEST && this.#counts.size === 2 && this.#counts.get(labelForm(label)) === 1;
  }

  #add(label: string | null, by: 1 | -1): void {
    if (label === null) return;
    const form = labelForm(label);
    const count = (this.#counts.get(form) ?? 0) + by;
    if (count === 0) this.#counts.delete(form);
    else this.#counts.set(form, count);
    this.#all += by;
  }
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
