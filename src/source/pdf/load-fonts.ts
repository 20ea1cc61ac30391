/** Loads the fonts that a page uses. In: a page of pdf.js with its operators. Out: fonts by name, loaded once per document. */
import { fontFace } from "./fonts.js";
import type { FontFace } from "./graphics-state.js";
import { OPS } from "./open.js";
import type { LoadedPage } from "./printed-page.js";

/**
 * Loads the fonts that this page uses and no earlier page has.
 * @returns whether it uses a font without a map from its glyphs to characters
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

/** The name of the font that a state dictionary sets; undefined if it sets none. */
function fontOfState(entries: unknown): unknown {
  const font = (entries as [string, unknown][]).find(([key]) => key === "Font")?.[1];
  return Array.isArray(font) ? font[0] : undefined;
}
