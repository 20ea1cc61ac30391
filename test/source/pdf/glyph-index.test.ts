/** Glyphs that are painted twice: shadows, and bold text made by painting again. */
import { expect, it } from "vitest";
import { GlyphIndex } from "../../../src/source/pdf/glyph-index.js";
import type { PlacedGlyph } from "../../../src/source/pdf/glyphs.js";

const glyph = (text: string, x: number, y: number, more: Partial<PlacedGlyph> = {}): PlacedGlyph =>
  ({ text, x, y, endX: x + 6, endY: y, size: 12, covered: false, ...more }) as PlacedGlyph;

it("finds the earliest of the same letter at nearly the same place, over the edges of the squares that it looks in", () => {
  const index = new GlyphIndex();
  const first = glyph("a", 3.9, 7.9);
  expect(index.twinOf(first)).toBeNull();
  expect(index.twinOf(glyph("a", 4.1, 8.1))).toBe(first);
});

it.each([
  ["another letter", glyph("b", 10, 10)],
  ["another size", glyph("a", 10, 10, { size: 14 })],
  ["another place, as of double letters that are narrow", glyph("a", 11.2, 10, { endX: 13.2 })],
])("finds no twin of %s", (_, other) => {
  const index = new GlyphIndex();
  index.twinOf(glyph("a", 10, 10));
  expect(index.twinOf(other)).toBeNull();
});

it("finds no twin that something covers", () => {
  const index = new GlyphIndex();
  index.twinOf(glyph("a", 10, 10, { covered: true }));
  expect(index.twinOf(glyph("a", 10, 10))).toBeNull();
});

it("finds twins among more glyphs than it began with room for", () => {
  const index = new GlyphIndex();
  const all = Array.from({ length: 5000 }, (_, at) => glyph("a", (at % 100) * 10, Math.floor(at / 100) * 10));
  expect(all.every((each) => index.twinOf(each) === null)).toBe(true);
  expect(all.every((each) => index.twinOf(glyph("a", each.x + 0.2, each.y)) === each)).toBe(true);
});
