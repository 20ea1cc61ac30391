/** Labels of list items in an OpenDocument. In: a list. Out: its items, each with the number or bullet that is printed before it. */
import { figureOf } from "./docx-numbering.js";
import type { OdfStyles } from "./odf-styles.js";
import { elementsOf, type XmlNode } from "./read-xml.js";

export interface LabelledItem {
  readonly item: XmlNode;
  readonly label: string;
}

const BULLET = "•";
const FORMATS: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

export class OdfLists {
  readonly #styles: OdfStyles;
  /** The last number, by the list's style and level. */
  readonly #counts = new Map<string, number>();

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  /** @param level 1-based: how many lists it is in, itself included */
  labelled(list: XmlNode, style: string, level: number): LabelledItem[] {
    const key = `${level}/${style}`;
    const isContinued = list.attributes.get("continue-numbering") === "true" || list.attributes.has("continue-list");
    const definition = this.#styles.listLevel(style, level);
    let count = isContinued ? (this.#counts.get(key) ?? 0) : startOf(definition) - 1;
    const items = elementsOf(list).map((item) => {
      if (item.name !== "list-item") return { item, label: "" };
      count = Number(item.attributes.get("start-value") ?? count + 1) || count + 1;
      return { item, label: labelOf(definition, count) };
    });
    this.#counts.set(key, count);
    return items;
  }
}

const startOf = (definition: XmlNode | undefined): number =>
  Number(definition?.attributes.get("start-value") ?? "1") || 1;

function labelOf(definition: XmlNode | undefined, count: number): string {
  if (definition?.name === "list-level-style-bullet") return BULLET;
  const attributes = definition?.attributes;
  const format = attributes?.get("num-format") ?? "";
  if (definition?.name !== "list-level-style-number" || format === "") return "";
  return `${attributes?.get("num-prefix") ?? ""}${figureOf(count, FORMATS[format] ?? "decimal")}${attributes?.get("num-suffix") ?? ""}`;
}
