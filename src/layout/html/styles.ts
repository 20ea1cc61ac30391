/**
 * How the elements of an HTML text look, as far as that says something of a status: background, colour of text, and whether the text is struck
 * through. In: style elements, and an element's name and attributes. Out: its look. Only simple selectors count: an
 * element, a class, or both; everything else of a style sheet is passed over.
 */
import { hueOnly } from "../text-colour.js";

export interface Look {
  /** "#rrggbb"; null for white, none, or what is not known. */
  readonly fill: string | null;
  /** "#rrggbb"; null for black, white and greys. */
  readonly colour: string | null;
  readonly isStruck: boolean;
}

export const PLAIN: Look = { fill: null, colour: null, isStruck: false };

/** The names of colours that reports paint with. */
const NAMED: Readonly<Record<string, string>> = {
  red: "#ff0000",
  darkred: "#8b0000",
  crimson: "#dc143c",
  firebrick: "#b22222",
  tomato: "#ff6347",
  orangered: "#ff4500",
  orange: "#ffa500",
  darkorange: "#ff8c00",
  gold: "#ffd700",
  yellow: "#ffff00",
  green: "#008000",
  darkgreen: "#006400",
  lime: "#00ff00",
  limegreen: "#32cd32",
  lightgreen: "#90ee90",
  forestgreen: "#228b22",
  seagreen: "#2e8b57",
  blue: "#0000ff",
  darkblue: "#00008b",
  navy: "#000080",
  royalblue: "#4169e1",
  dodgerblue: "#1e90ff",
  lightblue: "#add8e6",
  purple: "#800080",
  grey: "#808080",
  gray: "#808080",
  lightgrey: "#d3d3d3",
  lightgray: "#d3d3d3",
  silver: "#c0c0c0",
  black: "#000000",
};

const HEX = /#([0-9a-f]{6}|[0-9a-f]{3})\b/i;
const RGB = /rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})/i;

/** A colour as style sheets write it, as "#rrggbb"; null for white, none, and names that are not known. */
function readColour(value: string): string | null {
  const hex = HEX.exec(value)?.[1]?.toLowerCase();
  if (hex !== undefined)
    return unlessWhite(`#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex}`);
  const rgb = RGB.exec(value);
  if (rgb !== null) {
    const channels = rgb.slice(1, 4).map((channel) => Math.min(255, Number(channel)));
    return unlessWhite(`#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`);
  }
  const words = value.toLowerCase().split(/[\s,()!]+/);
  return words.map((word) => NAMED[word]).find((named) => named !== undefined) ?? null;
}

const unlessWhite = (colour: string): string | null => (colour === "#ffffff" ? null : colour);

/** What declarations say; of what they do not speak, `before` holds. */
function declared(declarations: string, before: Look): Look {
  let { fill, colour, isStruck } = before;
  for (const declaration of declarations.split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration.slice(colon + 1);
    if (name === "background-color" || name === "background") fill = readColour(value);
    else if (name === "color") colour = hueOnly(readColour(value));
    else if (name.startsWith("text-decoration")) isStruck = value.includes("line-through");
  }
  return { fill, colour, isStruck };
}

/** A style sheet without its comments: what follows the end of each. */
const withoutComments = (sheet: string): string =>
  sheet
    .split("/*")
    .map((part, at) => {
      const end = part.indexOf("*/");
      return at === 0 ? part : end < 0 ? "" : part.slice(end + 2);
    })
    .join(" ");

const SELECTOR = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

export class Styles {
  /** Declarations by selector: "td", ".done", "td.done". */
  readonly #rules = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#rules.size === 0;
  }

  /** Notes the rules of a style sheet. */
  add(sheet: string): void {
    const text = withoutComments(sheet);
    let at = 0;
    for (let open = text.indexOf("{", at); open >= 0; open = text.indexOf("{", at)) {
      const close = text.indexOf("}", open);
      if (close < 0) return;
      // Rules within "@media" are read as if they always held; its own bracket is no rule's.
      const selectors = text.slice(at, open);
      if (selectors.trimStart().startsWith("@") && text.slice(open + 1, close).includes("{")) at = open + 1;
      else {
        for (const selector of selectors.split(",")) this.#addRule(selector, text.slice(open + 1, close));
        at = close + 1;
      }
    }
  }

  #addRule(selector: string, declarations: string): void {
    const compounds = selector
      .replace(/^(?:[\s}]|<!--)+/, "")
      .trim()
      .split(/[\s>+~]+/);
    const last = compounds.at(-1) ?? "";
    const [whole, , className] = SELECTOR.exec(last) ?? [];
    // Below another element, only a class is certain to mean this one.
    if (whole === undefined || whole === "" || (compounds.length > 1 && className === undefined)) return;
    const key = last.toLowerCase();
    this.#rules.set(key, `${this.#rules.get(key) ?? ""};${declarations}`);
  }

  /** @param base the look that the element has from what it is in */
  lookOf(name: string, attributes: ReadonlyMap<string, string>, base: Look = PLAIN): Look {
    let look = base;
    const apply = (declarations: string | undefined): void => {
      if (declarations !== undefined) look = declared(declarations, look);
    };
    const classes = (attributes.get("class") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .filter((each) => each !== "");
    if (this.#rules.size > 0) {
      apply(this.#rules.get(name));
      for (const each of classes) apply(this.#rules.get(`.${each}`));
      for (const each of classes) apply(this.#rules.get(`${name}.${each}`));
    }
    const painted = attributes.get("bgcolor");
    if (painted !== undefined) look = { ...look, fill: readColour(painted) };
    if (name === "font") look = { ...look, colour: hueOnly(readColour(attributes.get("color") ?? "")) };
    apply(attributes.get("style"));
    return look;
  }
}
