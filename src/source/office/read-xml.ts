/**
 * XML, piece by piece. In: a text and the name of an element. Out: each child of the elements of that name, complete, one after another;
 * nothing else is kept. Entities that a document defines are unknown and an error, and nothing outside the text is ever read.
 */
import sax from "sax";

/** An element. Names are without their prefixes. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlNode | string)[];
}

/** Text that is not well-formed XML, or that nests too deeply. */
export class XmlError extends Error {
  override readonly name = "XmlError";
}

/** Elements inside one another; documents of people have some thirty. */
const MOST_NESTED = 256;
/** Characters that are parsed at once. */
const PIECE = 65_536;

/** @throws XmlError */
export function* childrenOf(xml: string, parent: string): Generator<XmlNode> {
  const parser = sax.parser(true, { position: false });
  const open: XmlNode[] = [];
  const found: XmlNode[] = [];
  /** Number of open elements, those not kept included, and at which of them keeping begins. */
  let depth = 0;
  const parents: number[] = [];
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_NESTED) throw new XmlError(`more than ${MOST_NESTED} elements inside one another`);
    const local = localName(name);
    const isKept = open.length > 0 || parents.at(-1) === depth - 1;
    if (isKept) {
      const entries = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)] as const);
      const node = { name: local, attributes: new Map(entries), children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    } else if (local === parent) parents.push(depth);
  };
  parser.onclosetag = () => {
    const node = open.pop();
    if (node !== undefined && open.length === 0) found.push(node);
    if (node === undefined && parents.at(-1) === depth) parents.pop();
    depth -= 1;
  };
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onerror = (error) => {
    throw new XmlError(error.message.split("\n")[0] ?? "");
  };
  for (let at = 0; at < xml.length; at += PIECE) {
    parser.write(xml.slice(at, at + PIECE));
    yield* found.splice(0);
  }
  parser.close();
  yield* found.splice(0);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The first child element of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== "string" && child.name === name);
}

export function elementsOf(node: XmlNode | undefined): XmlNode[] {
  return (node?.children ?? []).filter((child): child is XmlNode => typeof child !== "string");
}

/** The attribute `val` of a child: `<w:gridSpan w:val="2"/>`. */
export const settingOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes.get("val");

/** Whether a switch is on: it is there, and not turned off by its value. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const child = childOf(node, name);
  return child !== undefined && !/^(?:0|false|off|none)$/.test(child.attributes.get("val") ?? "");
}
