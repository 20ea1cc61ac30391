/**
 * How cells of a spreadsheet look. In: the parts with its styles and its theme. Out: by the number of a style, the format of its values,
 * the colour of the cell and of its text, and whether the text is struck out.
 */
import { childOf, childrenOf, elementsOf, isOn, type XmlNode } from "./read-xml.js";

export interface CellLook {
  /** The code of the format in which values are shown. */
  readonly format: string | number;
  readonly fill: string | null;
  readonly colour: string | null;
  readonly isStruck: boolean;
}

export const PLAIN_LOOK: CellLook = { format: 0, fill: null, colour: null, isStruck: false };

/** Colours of a theme, in the order in which styles number them; light and dark are exchanged in the theme itself. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** Of the colours that old programs number, those from 8 to 15, which are repeated before, and those of the palette that are hues. */
const INDEXED: ReadonlyMap<number, string> = new Map([
  [2, "#ff0000"],
  [3, "#00ff00"],
  [4, "#0000ff"],
  [5, "#ffff00"],
  [10, "#ff0000"],
  [11, "#00ff00"],
  [12, "#0000ff"],
  [13, "#ffff00"],
  [17, "#008000"],
  [42, "#ccffcc"],
  [43, "#ffff99"],
  [50, "#99cc00"],
  [51, "#ffcc00"],
  [52, "#ff9900"],
  [53, "#ff6600"],
  [57, "#339966"],
]);

export class CellLooks {
  readonly #looks: CellLook[] = [];
  readonly #theme: readonly (string | null)[];

  constructor(stylesXml: string | null, themeXml: string | null) {
    this.#theme = themeXml === null ? [] : themeColours(themeXml);
    if (stylesXml === null) return;
    const formats = new Map<string, string>();
    for (const { attributes } of childrenOf(stylesXml, "numFmts"))
      formats.set(attributes.get("numFmtId") ?? "", attributes.get("formatCode") ?? "");
    const fonts = [...childrenOf(stylesXml, "fonts")];
    const fills = [...childrenOf(stylesXml, "fills")].map((fill) => this.#fillOf(fill));
    for (const { attributes } of childrenOf(stylesXml, "cellXfs")) {
      const id = attributes.get("numFmtId") ?? "0";
      const font = fonts[Number(attributes.get("fontId") ?? "0")];
      this.#looks.push({
        format: formats.get(id) ?? Number(id),
        fill: fills[Number(attributes.get("fillId") ?? "0")] ?? null,
        colour: this.colourOf(childOf(font, "color")),
        isStruck: isOn(font, "strike"),
      });
    }
  }

  lookOf(style: string | undefined): CellLook {
    return this.#looks[Number(style ?? "0")] ?? PLAIN_LOOK;
  }

  /** "#rrggbb"; null for none, and for what is not known. */
  colourOf(node: XmlNode | undefined): string | null {
    const attributes = node?.attributes;
    const rgb = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(attributes?.get("rgb") ?? "")?.[1];
    const theme = attributes?.get("theme");
    const indexed = attributes?.get("indexed");
    const plain =
      rgb !== undefined
        ? `#${rgb.toLowerCase()}`
        : theme !== undefined
          ? (this.#theme[Number(theme)] ?? null)
          : indexed !== undefined
            ? (INDEXED.get(Number(indexed)) ?? null)
            : null;
    return plain === null ? null : tinted(plain, Number(attributes?.get("tint") ?? "0"));
  }

  #fillOf(fill: XmlNode): string | null {
    const pattern = childOf(fill, "patternFill");
    return pattern?.attributes.get("patternType") === "solid" ? this.colourOf(childOf(pattern, "fgColor")) : null;
  }
}

function themeColours(xml: string): (string | null)[] {
  const byName = new Map<string, string>();
  for (const node of childrenOf(xml, "clrScheme")) {
    const colour = elementsOf(node)[0]?.attributes;
    const value = colour?.get("lastClr") ?? colour?.get("val");
    if (value !== undefined && /^[0-9a-f]{6}$/i.test(value)) byName.set(node.name, `#${value.toLowerCase()}`);
  }
  return THEME_ORDER.map((name) => byName.get(name) ?? null);
}

/** Lighter for a tint above 0, darker below, each channel in proportion: enough to tell hues apart. */
function tinted(colour: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return colour;
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const share = Math.min(1, Math.abs(tint));
  return `#${channels
    .map((channel) => Math.round(tint > 0 ? channel + (255 - channel) * share : channel * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}
