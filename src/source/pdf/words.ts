/**
 * Joins glyphs to words. In: placed glyphs and painted boxes in painting order. Out: words with boxes, separated at spaces, at
 * gaps wider than those between letters, and at changes of line or direction. A glyph that is painted twice counts once; one
 * that a later box covers, or that has the colour of what is under it, does not count.
 */
import type { Ruling, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { GlyphIndex } from "./glyph-index.js";
import type { PlacedGlyph } from "./glyphs.js";
import { setMarksAside } from "./raised-marks.js";
import { angleOf, boxOf, continues, type Run } from "./runs.js";
import { isFaint, isPicture, isWhole, shownParts, shows } from "./shown-glyphs.js";
import { markStruck } from "./strikes.js";
import { Surface } from "./surface.js";

const round = (value: number): number => Math.round(value * 100) / 100;

/** A painted soft hyphen is a hyphen; at a word's end it is one that may have been added there. */
const hyphensIn = (text: string): string =>
  text.includes("\u00ad") ? text.replace(/(?<=.)\u00ad$/u, "\u2010").replace(/\u00ad/gu, "-") : text;

function wordOf(first: PlacedGlyph, glyphs: readonly PlacedGlyph[], printed: string): Word {
  const text = hyphensIn(printed);
  const box = boxOf(glyphs);
  const angle = angleOf(first);
  return {
    text: /^[\u0020-\u02ff]*$/u.test(text) ? text : text.normalize("NFC"),
    bbox: [round(box[0]), round(box[1]), round(box[2]), round(box[3])],
    sizePt: round(first.size),
    colour: first.colour,
    bold: first.bold,
    invisible: first.invisible,
    ...(angle === 0 ? {} : { angle }),
    ...(isFaint(first) ? { faint: true } : {}),
    ...(first.struck ? { aside: "struck" } : {}),
  };
}

/** Adds the words of a run: one, or one for each part of it that shows. */
function addWords({ glyphs, text }: Run, words: Word[]): void {
  const [first] = glyphs;
  if (first !== undefined && isWhole(glyphs)) {
    words.push(wordOf(first, glyphs, text));
    return;
  }
  for (const part of shownParts(glyphs)) {
    const [start] = part;
    if (start !== undefined) words.push(wordOf(start, part, part.map((glyph) => glyph.text).join("")));
  }
}

export class WordBuilder {
  readonly #runs: Run[] = [];
  readonly #seen = new GlyphIndex();
  #run: Run | null = null;
  readonly #surface: Surface;

  constructor(bounds: Bbox) {
    this.#surface = new Surface(bounds);
  }

  add(glyph: PlacedGlyph): void {
    if (glyph.text === " ") this.#close();
    if (glyph.text === " " || glyph.text === "" || glyph.size <= 0 || this.#isPaintedTwice(glyph)) return;
    if (this.#run !== null && !continues(this.#run, glyph)) this.#close();
    this.#surface.place(glyph);
    if (isPicture(glyph.text)) this.#surface.paint(boxOf([glyph]), null, false);
    this.#run ??= { text: "", glyphs: [], last: glyph };
    this.#run.text += glyph.text;
    this.#run.last = glyph;
    this.#run.glyphs.push(glyph);
  }

  /** The glyphs of each run, in painting order. */
  *runs(): Generator<readonly PlacedGlyph[]> {
    this.#close();
    for (const { glyphs } of this.#runs) yield glyphs;
  }

  /** A box painted on top of all glyphs so far; see `Surface`. */
  paint(box: Bbox, colour: string | null, hides: boolean): void {
    if (hides) this.#close();
    this.#surface.paint(box, colour, hides);
  }

  /** Marks what a page's rulings strike out. Returns those that strike nothing. */
  strike(rulings: readonly Ruling[]): Ruling[] {
    this.#close();
    return markStruck(
      this.#runs.map(({ glyphs }) => glyphs),
      rulings,
      shows,
    );
  }

  /** Colours are read last, because painting a glyph a second time changes them. */
  words(): Word[] {
    this.#close();
    const words: Word[] = [];
    for (const run of this.#runs) addWords(run, words);
    return setMarksAside(words);
  }

  #close(): void {
    if (this.#run !== null) this.#runs.push(this.#run);
    this.#run = null;
  }

  /** If so, the earlier glyph gets the colour of this one, which is on top. */
  #isPaintedTwice(glyph: PlacedGlyph): boolean {
    const twin = this.#seen.twinOf(glyph);
    if (twin === null) return false;
    if (glyph.invisible) return true;
    if (!twin.invisible && Math.hypot(twin.x - glyph.x, twin.y - glyph.y) > 0.01) twin.bold = true;
    twin.colour = glyph.colour;
    twin.invisible = false;
    return true;
  }
}
