/**
 * Paragraphs, lists and tables of an OpenDocument to HTML. In: elements. Out: markup on one line for each paragraph outside tables and
 * each row of a table. What was deleted, or struck out, is struck out; notes and hidden text are not read.
 */
import { styleOf } from "./docx-text.js";
import { escapeHtml } from "./html-lines.js";
import { OdfLists } from "./odf-lists.js";
import type { OdfLook, OdfStyles } from "./odf-styles.js";
import { elementsOf, type XmlNode } from "./read-xml.js";

/** Spaces in a row, and columns or rows that one cell covers or stands for. */
const MOST_REPEATS = 300;
const UNREAD = new Set(["note", "annotation", "tracked-changes", "ruby-text", "sequence-decls", "forms"]);

export class OdfText {
  readonly #styles: OdfStyles;
  readonly #deletions: ReadonlyMap<string, XmlNode>;
  readonly #lists: OdfLists;
  /** Styles of the lists that are read, one inside the other. */
  readonly #openLists: string[] = [];
  /** Content of text boxes that hang on the paragraph that is read. */
  #boxes: XmlNode[] = [];

  /** @param deletions what was deleted, by the mark that is left in its place */
  constructor(styles: OdfStyles, deletions: ReadonlyMap<string, XmlNode>) {
    this.#styles = styles;
    this.#deletions = deletions;
    this.#lists = new OdfLists(styles);
  }

  /** @param label of a list, to be printed before the first paragraph */
  linesOf(node: XmlNode, label = ""): string[] {
    if (UNREAD.has(node.name)) return [];
    if (node.name === "p" || node.name === "h") return this.#paragraph(node, label);
    if (node.name === "table") return this.#rows(node);
    if (node.name === "list") return this.#list(node);
    return elementsOf(node).flatMap((child) => this.linesOf(child));
  }

  /** Of a cell, on one line. */
  contentOf(cell: XmlNode): string {
    return elementsOf(cell)
      .flatMap((child) => this.linesOf(child))
      .join("");
  }

  lookOf(family: string, node: XmlNode): OdfLook {
    return this.#styles.lookOf(family, node.attributes.get("style-name"));
  }

  #list(node: XmlNode): string[] {
    const style = node.attributes.get("style-name") ?? this.#openLists.at(-1) ?? "";
    this.#openLists.push(style);
    const items = this.#lists.labelled(node, style, this.#openLists.length);
    const lines = items.flatMap(({ item, label }) =>
      elementsOf(item).flatMap((child, at) => this.linesOf(child, at === 0 ? label : "")),
    );
    this.#openLists.pop();
    return lines;
  }

  #paragraph(node: XmlNode, label: string): string[] {
    const outer = this.#boxes;
    this.#boxes = [];
    const html = this.#painted(this.#inline(node), this.lookOf("paragraph", node));
    const boxes = this.#boxes;
    this.#boxes = outer;
    const level = Number(node.attributes.get("outline-level") ?? "1");
    const tag = node.name === "p" ? "p" : `h${Math.min(6, Math.max(1, level || 1))}`;
    const text = label === "" ? html : `${label} ${html}`;
    const own = text.trim() === "" ? [] : [`<${tag}>${text.trim()}</${tag}>`];
    return [...own, ...boxes.flatMap((box) => this.linesOf(box))];
  }

  #painted(html: string, { colour, fill, isStruck, isHidden }: OdfLook): string {
    if (isHidden || html === "") return "";
    const struck = isStruck ? `<s>${html}</s>` : html;
    const style = styleOf(colour, fill);
    return style === "" ? struck : `<span style="${style}">${struck}</span>`;
  }

  #inline(node: XmlNode): string {
    return node.children.map((child) => (typeof child === "string" ? escapeHtml(child) : this.#piece(child))).join("");
  }

  #piece(node: XmlNode): string {
    switch (node.name) {
      case "span":
        return this.#painted(this.#inline(node), this.lookOf("text", node));
      case "s":
        return " ".repeat(Math.min(MOST_REPEATS, Number(node.attributes.get("c") ?? "1") || 1));
      case "tab":
        return "\t";
      case "line-break":
        return "<br>";
      case "change": {
        const deleted = this.#deletions.get(node.attributes.get("change-id") ?? "");
        return deleted === undefined
          ? ""
          : `<del>${elementsOf(deleted)
              .map((one) => this.#inline(one))
              .join(" ")}</del>`;
      }
      case "text-box":
        this.#boxes.push(...elementsOf(node));
        return "";
      case "title":
      case "desc":
        return "";
      default:
        return UNREAD.has(node.name) ? "" : this.#inline(node);
    }
  }

  #rows(table: XmlNode): string[] {
    const lines = rowsOf(table).map((row) => {
      const cells = elementsOf(row).filter(({ name }) => name === "table-cell");
      return `<tr>${cells.map((cell) => this.#cell(cell)).join("")}</tr>`;
    });
    if (lines.length === 0) return [];
    lines[0] = `<table>${lines[0]}`;
    lines.push(`${lines.pop()}</table>`);
    return lines;
  }

  #cell(cell: XmlNode): string {
    const [columns, rows] = [countIn(cell, "number-columns-spanned"), countIn(cell, "number-rows-spanned")];
    const { fill } = this.lookOf("table-cell", cell);
    const attributes = [
      ...(columns > 1 ? [` colspan="${columns}"`] : []),
      ...(rows > 1 ? [` rowspan="${rows}"`] : []),
      ...(fill === null ? [] : [` bgcolor="${fill}"`]),
    ];
    const html = `<td${attributes.join("")}>${this.contentOf(cell)}</td>`;
    return html.repeat(countIn(cell, "number-columns-repeated"));
  }
}

/** Rows of a table, also those in groups and those that are repeated on each page. */
export function rowsOf(node: XmlNode): XmlNode[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === "table-row") return [child];
    return /^table-(?:header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}

export function countIn(node: XmlNode, name: string, most = MOST_REPEATS): number {
  const count = Number(node.attributes.get(name) ?? "1");
  return Number.isInteger(count) && count > 0 ? Math.min(most, count) : 1;
}
