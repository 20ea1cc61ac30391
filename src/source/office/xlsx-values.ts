/**
 * What a cell of a spreadsheet shows. In: its element, the shared texts and the format of its values. Out: markup of its text: numbers as
 * they are displayed, days as a text that leaves no doubt which figure is the month.
 */
import { format as formatValue, getFormatDateInfo, getFormatFromId, isDateFormat } from "numfmt";
import { escapeHtml } from "./html-lines.js";
import { childOf, elementsOf, isOn, type XmlNode } from "./read-xml.js";
import type { CellLook } from "./xlsx-styles.js";

/** Days between the first day of the calendar that Excel had on the Macintosh and that of the other. */
const DAYS_TO_1904 = 1462;
/** A day is shown so where its format has figures for the month: their order depends on the reader's computer. */
const ISO_DAY = "yyyy-mm-dd";
const GENERAL = "General";

export interface ValueContext {
  readonly shared: readonly string[];
  readonly is1904: boolean;
}

export function cellText(cell: XmlNode, look: CellLook, { shared, is1904 }: ValueContext): string {
  const type = cell.attributes.get("t") ?? "n";
  if (type === "inlineStr") return richText(childOf(cell, "is"));
  const value = textOf(childOf(cell, "v"));
  if (value === "") return "";
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  const number = Number(value);
  if (type !== "n" || Number.isNaN(number)) return escapeHtml(value.trim());
  return escapeHtml(shown(number, look.format, is1904));
}

function shown(value: number, format: string | number, is1904: boolean): string {
  const code = typeof format === "number" ? (getFormatFromId(format) ?? GENERAL) : format;
  try {
    if (!isDateFormat(code)) return formatValue(code, value).trim();
    const serial = is1904 ? value + DAYS_TO_1904 : value;
    const { day, month } = getFormatDateInfo(code);
    const isInFigures = day && month && !/mmm/i.test(code);
    return formatValue(isInFigures ? ISO_DAY : code, serial).trim();
  } catch {
    // A format of another program's own: the plain number is better than nothing.
    return String(value);
  }
}

/** Text in one piece or in several with looks of their own; the phonetic text beside it is not read. */
export function richText(node: XmlNode | undefined): string {
  return elementsOf(node)
    .map((piece) => {
      if (piece.name === "t") return breaks(textOf(piece));
      if (piece.name !== "r") return "";
      const text = breaks(textOf(childOf(piece, "t")));
      return isOn(childOf(piece, "rPr"), "strike") && text !== "" ? `<s>${text}</s>` : text;
    })
    .join("");
}

const breaks = (text: string): string => text.split(/\r?\n/).map(escapeHtml).join("<br>");

const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? []).filter((child) => typeof child === "string").join("");
