/**
 * How text and cells of an OpenDocument look. In: the parts with its content and styles. Out: by the name of a style, colours, and whether
 * its text is struck out or hidden; and the definitions of lists.
 */
import { childOf, childrenOf, elementsOf, type XmlNode } from "./read-xml.js";

export interface OdfLook {
  readonly fill: string | null;
  readonly colour: string | null;
  readonly isStruck: boolean;
  /** Whether text, or a sheet, is not shown. */
  readonly isHidden: boolean;
}

const PLAIN: OdfLook = { fill: null, colour: null, isStruck: false, isHidden: false };
/** Styles that a style may be based on, one on another. */
const MOST_PARENTS = 10;
const COLOUR = /^#[0-9a-f]{6}$/i;

export class OdfStyles {
  readonly #styles = new Map<string, XmlNode>();
  readonly #lists = new Map<string, readonly XmlNode[]>();

  constructor(...parts: readonly (string | null)[]) {
    for (const xml of parts)
      for (const parent of ["styles", "automatic-styles"])
        for (const node of xml === null ? [] : childrenOf(xml, parent)) this.#add(node);
  }

  lookOf(family: string, name: string | undefined): OdfLook {
    let look = PLAIN;
    const nodes: XmlNode[] = [];
    let node = name === undefined ? undefined : this.#styles.get(`${family}/${name}`);
    while (node !== undefined && nodes.length < MOST_PARENTS) {
      nodes.unshift(node);
      node = this.#styles.get(`${family}/${node.attributes.get("parent-style-name") ?? ""}`);
    }
    for (const style of nodes) look = declared(style, look);
    return look;
  }

  /** The definition of a level of a list, 1-based. */
  listLevel(name: string, level: number): XmlNode | undefined {
    return this.#lists.get(name)?.find(({ attributes }) => attributes.get("level") === String(level));
  }

  #add(node: XmlNode): void {
    const name = node.attributes.get("name") ?? "";
    if (node.name === "style") this.#styles.set(`${node.attributes.get("family") ?? ""}/${name}`, node);
    if (node.name === "list-style") this.#lists.set(name, elementsOf(node));
  }
}

function declared(style: XmlNode, before: OdfLook): OdfLook {
  const text = childOf(style, "text-properties")?.attributes;
  const cell = childOf(style, "table-cell-properties")?.attributes;
  const table = childOf(style, "table-properties")?.attributes;
  const line = text?.get("text-line-through-style") ?? text?.get("text-line-through-type");
  const isHidden = text?.get("display") === "none" || table?.get("display") === "false";
  return {
    fill: colourOr(cell?.get("background-color") ?? text?.get("background-color"), before.fill),
    colour: colourOr(text?.get("color"), before.colour),
    isStruck: line === undefined ? before.isStruck : line !== "none",
    isHidden: isHidden || before.isHidden,
  };
}

/** A style that says nothing leaves the colour as it was; one that says "transparent" takes it away. */
function colourOr(value: string | undefined, before: string | null): string | null {
  if (value === undefined) return before;
  return COLOUR.test(value) ? value.toLowerCase() : null;
}
