/**
 * A Word document (docx) to lines of HTML, one for each paragraph outside tables and each row of a table. In: its bytes. Out: the lines,
 * or why there are none. Changes that are recorded in it count as accepted: what was deleted is struck out.
 */

import { Numbering } from "./docx-numbering.js";
import { DocxTables } from "./docx-table.js";
import { fillOf, paragraphText, styleOf } from "./docx-text.js";
import { convertOffice, type OfficeResult, type PartReader } from "./parts.js";
import { childOf, childrenOf, elementsOf, settingOf, XmlError, type XmlNode } from "./read-xml.js";

export interface DocumentLines {
  readonly lines: readonly string[];
}

const MAIN = "word/document.xml";

export const docxLines = (bytes: Uint8Array, maxBytes: number): Promise<OfficeResult<DocumentLines>> =>
  convertOffice(bytes, maxBytes, linesOf);

async function linesOf(partOf: PartReader): Promise<DocumentLines> {
  const styles = new Map<string, Style>();
  const stylesXml = await partOf("word/styles.xml");
  if (stylesXml !== null) for (const node of childrenOf(stylesXml, "styles")) addStyle(styles, node);
  const document = new DocxDocument(styles, new Numbering(await partOf("word/numbering.xml")));
  const xml = await partOf(await mainPart(partOf));
  if (xml === null) throw new XmlError("the part with its text is missing");
  for (const node of childrenOf(xml, "body")) document.add(node);
  return { lines: document.lines };
}

/** The part that is the document: nearly always the same, but its name is free. */
async function mainPart(partOf: PartReader): Promise<string> {
  const relations = (await partOf("_rels/.rels")) ?? "";
  if (relations === "") return MAIN;
  for (const { attributes } of childrenOf(relations, "Relationships"))
    if (attributes.get("Type")?.endsWith("/officeDocument"))
      return (attributes.get("Target") ?? MAIN).replace(/^\//, "");
  return MAIN;
}

interface Style {
  /** "h1" to "h6" for headings, else "p". */
  readonly tag: string;
  readonly numPr: XmlNode | undefined;
}

const PLAIN_STYLE: Style = { tag: "p", numPr: undefined };
const HEADING = /^heading ([1-6])$/i;

function addStyle(styles: Map<string, Style>, node: XmlNode): void {
  if (node.name !== "style") return;
  const name = settingOf(node, "name") ?? "";
  const level = HEADING.exec(name)?.[1] ?? (/^title$/i.test(name) ? "1" : null);
  const numPr = childOf(childOf(node, "pPr"), "numPr");
  styles.set(node.attributes.get("styleId") ?? "", { tag: level === null ? "p" : `h${level}`, numPr });
}

class DocxDocument {
  readonly lines: string[] = [];
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #numbering: Numbering;
  readonly #tables = new DocxTables((node) => this.#inCell(node));

  constructor(styles: ReadonlyMap<string, Style>, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /** A paragraph, a table, or what wraps some of them. */
  add(node: XmlNode): void {
    if (node.name === "p") {
      const { html, boxes } = this.#paragraph(node);
      if (html !== "") this.lines.push(html);
      for (const box of boxes) this.add(box);
    } else if (node.name === "tbl") this.lines.push(...this.#tables.rows(node));
    else if (node.name !== "sectPr" && node.name !== "sdtPr") for (const child of elementsOf(node)) this.add(child);
  }

  /** The same within a cell, on one line. */
  #inCell(node: XmlNode): string {
    if (node.name === "p") {
      const { html, boxes } = this.#paragraph(node);
      return html + boxes.map((box) => this.#inCell(box)).join("");
    }
    if (node.name === "tbl") return this.#tables.rows(node).join("");
    return elementsOf(node)
      .filter(({ name }) => name !== "tcPr" && name !== "sdtPr")
      .map((child) => this.#inCell(child))
      .join("");
  }

  #paragraph(node: XmlNode): { readonly html: string; readonly boxes: readonly XmlNode[] } {
    const properties = childOf(node, "pPr");
    const { tag, numPr } = this.#styles.get(settingOf(properties, "pStyle") ?? "") ?? PLAIN_STYLE;
    const label = this.#numbering.labelOf(childOf(properties, "numPr") ?? numPr);
    const { html, boxes } = paragraphText(node);
    const text = label === null || label === "" ? html : `${label} ${html}`;
    const style = styleOf(null, fillOf(properties));
    const start = style === "" ? tag : `${tag} style="${style}"`;
    return { html: text.trim() === "" ? "" : `<${start}>${text.trimEnd()}</${tag}>`, boxes };
  }
}
