/** A page's operators to the fonts that they set. In: a page of pdf.js. Out: fonts by name, fetched once a document. */
import { fontFace } from "./fonts.js";
import type { FontFace } from "./graphics-state.js";
import { OPS } from "./open.js";
import type { LoadedPage } from "./printed-page.js";

/**
 * Fetches the fonts that a page sets and that no earlier page has.
 * @returns whether it sets one that does not say which letters its glyphs show
 */
export async function loadFonts({ page, list }: LoadedPage, fonts: Map<string, FontFace>): Promise<boolean> {
  let isUnmapped = false;
  for (let index = 0; index < list.fnArray.length; index += 1) {
    const code = list.fnArray[index];
    if (code !== OPS.setFont && code !== OPS.setGState) continue;
    const first = list.argsArray[index]?.[0];
    const name = code === OPS.setFont ? first : fontOfState(first);
    if (typeof name !== "string") continue;
    const face = fonts.get(name) ?? fontFace(await new Promise((resolve) => page.commonObjs.get(name, resolve)));
    fonts.set(name, face);
    isUnmapped ||= face.unmapped;
  }
  return isUnmapped;
}

/** The font that a state dictionary sets, if it does. */
function fontOfState(entries: unknown): unknown {
  const font = (entries as [string, unknown][]).find(([key]) => key === "Font")?.[1];
  return Array.isArray(font) ? font[0] : undefined;
}
