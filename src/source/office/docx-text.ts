/**
 * The text of a Word paragraph. In: its element. Out: markup on one line, with what is struck out, raised, coloured and painted, and the
 * paragraphs of text boxes that hang on it. Hidden text and instructions of fields are not read, deletions are struck out.
 */
import { colourOf, escapeHtml } from "./html-lines.js";
import { childOf, elementsOf, isOn, settingOf, type XmlNode } from "./read-xml.js";
import { symbolOf } from "./word-symbols.js";

export interface ParagraphText {
  readonly html: string;
  /** Paragraphs and tables of text boxes. */
  readonly boxes: readonly XmlNode[];
}

/** Colours that Word's marker pens have. */
const MARKERS: ReadonlyMap<string, string> = new Map([
  ["yellow", "#ffff00"],
  ["green", "#00ff00"],
  ["cyan", "#00ffff"],
  ["magenta", "#ff00ff"],
  ["blue", "#0000ff"],
  ["red", "#ff0000"],
  ["darkBlue", "#000080"],
  ["darkCyan", "#008080"],
  ["darkGreen", "#008000"],
  ["darkMagenta", "#800080"],
  ["darkRed", "#800000"],
  ["darkYellow", "#808000"],
]);

/** Longest description of a picture that stands for a word, as that of a status lamp does. */
const LONGEST_DESCRIPTION = 40;

export function paragraphText(paragraph: XmlNode): ParagraphText {
  const boxes: XmlNode[] = [];
  return { html: inline(paragraph, boxes), boxes };
}

const inline = (node: XmlNode, boxes: XmlNode[]): string =>
  elementsOf(node)
    .map((child) => piece(child, boxes))
    .join("");

function piece(node: XmlNode, boxes: XmlNode[]): string {
  switch (node.name) {
    case "r":
      return run(node, boxes);
    case "del":
    case "moveFrom":
      return `<del>${inline(node, boxes)}</del>`;
    case "AlternateContent":
      // The same content again, for programs that do not know the first form.
      return inline(childOf(node, "Choice") ?? childOf(node, "Fallback") ?? node, boxes);
    case "t":
    case "delText":
      return escapeHtml(node.children.filter((child) => typeof child === "string").join(""));
    case "tab":
    case "ptab":
      return "\t";
    case "br":
      return node.attributes.has("type") && node.attributes.get("type") !== "textWrapping" ? " " : "<br>";
    case "cr":
      return "<br>";
    case "noBreakHyphen":
      return "-";
    case "sym":
      return escapeHtml(symbolOf(node.attributes.get("font") ?? "", node.attributes.get("char") ?? ""));
    case "drawing":
    case "pict":
    case "object":
      return picture(node, boxes);
    case "pPr":
    case "rPr":
    case "sdtPr":
    case "instrText":
    case "delInstrText":
      return "";
    default:
      return inline(node, boxes);
  }
}

function run(node: XmlNode, boxes: XmlNode[]): string {
  const look = childOf(node, "rPr");
  if (isOn(look, "vanish")) return "";
  let html = inline(node, boxes);
  if (html === "") return "";
  if (settingOf(look, "vertAlign") === "superscript") html = `<sup>${html}</sup>`;
  if (isOn(look, "strike") || isOn(look, "dstrike")) html = `<s>${html}</s>`;
  const style = styleOf(colourOf(settingOf(look, "color")), fillOf(look));
  return style === "" ? html : `<span style="${style}">${html}</span>`;
}

/** Declarations for a colour of text and one behind it. */
export const styleOf = (colour: string | null, fill: string | null): string =>
  [...(colour === null ? [] : [`color:${colour}`]), ...(fill === null ? [] : [`background-color:${fill}`])].join(";");

/** The colour behind text or a cell: a fill, a pattern of one colour, or a marker pen. */
export function fillOf(properties: XmlNode | undefined): string | null {
  const shading = childOf(properties, "shd")?.attributes;
  const isSolid = shading?.get("val") === "solid";
  return (
    colourOf(shading?.get(isSolid ? "color" : "fill")) ?? MARKERS.get(settingOf(properties, "highlight") ?? "") ?? null
  );
}

/** What a picture says: its text boxes, which follow the paragraph, and else a short description, as of a lamp. */
function picture(node: XmlNode, boxes: XmlNode[]): string {
  let description = "";
  const search = (inner: XmlNode): void => {
    if (inner.name === "Fallback") return;
    if (inner.name === "docPr") description ||= inner.attributes.get("descr") ?? "";
    if (inner.name === "txbxContent") boxes.push(...elementsOf(inner));
    else for (const child of elementsOf(inner)) search(child);
  };
  search(node);
  const isWord = description !== "" && description.length <= LONGEST_DESCRIPTION;
  return isWord ? `<img alt="${escapeHtml(description)}">` : "";
}
