/**
 * The colours of a page's small pictures: icons of lamps and smileys. In: a page of pdf.js with its operators. Out: for each
 * picture the colour that most of its coloured points share, or null where there is no such colour.
 */
import { OPS, type PDFPageProxy } from "./open.js";
import type { OperatorList, PictureColours } from "./operator-list.js";

/** Difference between a point's channels from which it is coloured, and share of the points that must be. */
const COLOURED = 0x40;
const LEAST_COLOURED = 0.1;
/** Share of the coloured points that must have the same hue, or one near it, for a picture to have a colour. */
const ONE_HUE = 0.8;
/** Width of a class of hues, as a share of the circle. */
const CLASSES = 12;
/** Opacity from which a point shows. */
const OPAQUE = 0x80;
/** Most pictures of a page that are examined. */
const MOST_PICTURES = 2000;

export async function coloursOfPictures(page: PDFPageProxy, list: OperatorList): Promise<PictureColours> {
  const colours = new Map<string, string | null>();
  for (let at = 0; at < list.fnArray.length && colours.size < MOST_PICTURES; at += 1) {
    if (list.fnArray[at] !== OPS.paintImageXObject) continue;
    const name = list.argsArray[at]?.[0];
    if (typeof name !== "string" || colours.has(name)) continue;
    const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
    colours.set(name, colourOf(await new Promise((resolve) => objects.get(name, resolve))));
  }
  return colours;
}

/** The layouts of pdf.js: three or four bytes for each point. */
const RGB = 2;
const RGBA = 3;

/** @param source an image of pdf.js, or what it returns if decoding failed */
export function colourOf(source: unknown): string | null {
  const { data, kind } = (typeof source === "object" && source !== null ? source : {}) as {
    data?: ArrayLike<number> | null;
    kind?: number;
  };
  if (!data || (kind !== RGB && kind !== RGBA)) return null;
  const { hues, points } = sortPoints(data, kind === RGB ? 3 : 4);
  const coloured = hues.reduce((sum, { count }) => sum + count, 0);
  const most = hues.reduce((best, hue, at) => (hue.count > (hues[best]?.count ?? 0) ? at : best), 0);
  const near = [-1, 0, 1]
    .map((by) => hues[(most + by + CLASSES) % CLASSES]?.count ?? 0)
    .reduce((one, two) => one + two);
  if (coloured < LEAST_COLOURED * points || coloured === 0 || near < ONE_HUE * coloured) return null;
  const { count = 1, red = 0, green = 0, blue = 0 } = hues[most] ?? {};
  return `#${[red, green, blue].map((sum) => byte(sum / count)).join("")}`;
}

interface Hue {
  count: number;
  red: number;
  green: number;
  blue: number;
}

/** The coloured points by hue, with sums of their channels, and the number of all that show. */
function sortPoints(data: ArrayLike<number>, step: 3 | 4): { readonly hues: readonly Hue[]; readonly points: number } {
  const hues = Array.from({ length: CLASSES }, (): Hue => ({ count: 0, red: 0, green: 0, blue: 0 }));
  let points = 0;
  for (let at = 0; at + step <= data.length; at += step) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (step === 4 && (data[at + 3] ?? 0) < OPAQUE) continue;
    points += 1;
    const hue = hues[classOf(red, green, blue)];
    if (hue === undefined) continue;
    hue.count += 1;
    hue.red += red;
    hue.green += green;
    hue.blue += blue;
  }
  return { hues, points };
}

const byte = (value: number): string => Math.round(value).toString(16).padStart(2, "0");

/** The class of a point's hue; -1 where it is grey. */
function classOf(red: number, green: number, blue: number): number {
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = high - low;
  if (spread < COLOURED) return -1;
  const turn =
    high === red
      ? ((green - blue) / spread + 6) % 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return Math.floor((turn / 6) * CLASSES) % CLASSES;
}
