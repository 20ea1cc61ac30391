/**
 * The numbers that Word gives to paragraphs of lists. In: the parts that define lists and styles, then each paragraph in order. Out: the
 * label that is printed before it, "2." or "1.3" or a bullet, or none.
 */
import { childOf, childrenOf, elementsOf, settingOf, type XmlNode } from "./read-xml.js";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2" stands for the numbers of the first and second level. */
  readonly text: string;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where the list begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

const BULLET = "•";
/** Levels of a list. */
const MOST_LEVELS = 9;

export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** Numbers of the levels so far, by the definition that several lists share. */
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(xml: string | null) {
    this.#lists = xml === null ? new Map() : listsOf(xml);
  }

  /** @param numPr the paragraph's list and level */
  labelOf(numPr: XmlNode | undefined): string | null {
    const id = settingOf(numPr, "numId");
    const list = id === undefined ? undefined : this.#lists.get(id);
    if (id === undefined || list === undefined) return null;
    const at = Math.min(MOST_LEVELS - 1, Math.max(0, Number.parseInt(settingOf(numPr, "ilvl") ?? "0", 10) || 0));
    const level = list.levels.get(at);
    if (level === undefined || level.format === "none") return null;
    if (level.format === "bullet") return BULLET;
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [restarted, from] of list.restarts) counts[restarted] = from - 1;
    }
    for (let upper = 0; upper < at; upper += 1) counts[upper] ??= list.levels.get(upper)?.start ?? 1;
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    return level.text.replace(/%([1-9])/g, (_, figure: string) => {
      const index = Number(figure) - 1;
      return figureOf(counts[index] ?? 1, list.levels.get(index)?.format ?? "decimal");
    });
  }
}

function listsOf(xml: string): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  for (const node of childrenOf(xml, "numbering")) {
    if (node.name === "abstractNum") abstracts.set(node.attributes.get("abstractNumId") ?? "", levelsOf(node));
    if (node.name !== "num") continue;
    const abstractId = settingOf(node, "abstractNumId") ?? "";
    lists.set(node.attributes.get("numId") ?? "", {
      abstractId,
      levels: abstracts.get(abstractId) ?? new Map(),
      restarts: restartsOf(node),
    });
  }
  return lists;
}

function restartsOf(num: XmlNode): Map<number, number> {
  const restarts = new Map<number, number>();
  for (const override of elementsOf(num).filter(({ name }) => name === "lvlOverride")) {
    const from = Number.parseInt(settingOf(override, "startOverride") ?? "", 10);
    if (!Number.isNaN(from)) restarts.set(Number(override.attributes.get("ilvl") ?? "0"), from);
  }
  return restarts;
}

function levelsOf(abstractNum: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const node of elementsOf(abstractNum).filter(({ name }) => name === "lvl")) {
    const start = Number.parseInt(settingOf(node, "start") ?? "1", 10);
    levels.set(Number(node.attributes.get("ilvl") ?? "0"), {
      start: Number.isNaN(start) ? 1 : start,
      format: settingOf(node, "numFmt") ?? "decimal",
      text: childOf(node, "lvlText")?.attributes.get("val") ?? "",
    });
  }
  return levels;
}

/** A number in a format of Word: "decimal", "lowerLetter" and so on. */
export function figureOf(value: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letterOf(value);
    case "upperLetter":
      return letterOf(value).toUpperCase();
    case "lowerRoman":
      return romanOf(value);
    case "upperRoman":
      return romanOf(value).toUpperCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

/** a to z, then aa to zz. */
const letterOf = (value: number): string =>
  value < 1 ? "" : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const LARGEST_ROMAN = 3999;

function romanOf(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value);
  let [left, text] = [value, ""];
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}
