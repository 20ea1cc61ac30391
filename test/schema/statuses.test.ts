import { describe, expect, it } from "vitest";
import { STYLE } from "../../src/audit-page/style.js";
import { ragOfColour } from "../../src/language/colours.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { coloursOf, RAGS, STATUSES, STATUSES_AND_NONE, UNREADABLE } from "../../src/schema/statuses.js";
import { ragSchema } from "../../src/schema/values.js";

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("the table of statuses", () => {
  it("gives each status, and a row without one, a letter of its own", () => {
    const letters = [...RAGS.map((rag) => STATUSES[rag].letter), UNREADABLE.letter];
    expect(new Set(letters).size).toBe(letters.length);
  });

  it("claims no hue for two statuses", () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const claiming = RAGS.filter((rag) => STATUSES[rag].hues.some(([from, to]) => hue >= from && hue < to));
      expect(claiming.length, `hue ${hue}: ${claiming}`).toBeLessThan(2);
    }
  });

  it.each(RAGS)("is what the schema, the profile and the page's style know of %s", (rag) => {
    expect(ragSchema.parse(rag)).toBe(rag);
    expect(BUILTIN_PROFILE.statuses[rag].words).toEqual(expect.arrayContaining([...STATUSES[rag].colourNames]));
    expect(STYLE).toContain(`.light.${rag} {`);
    expect(STYLE).toContain(`.chart .status-${rag} {`);
  });

  it.each(STATUSES_AND_NONE)("has text on %s that stands out enough to be read", (status) => {
    const { fill, onFill } = coloursOf(status);
    expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(RAGS.filter((rag) => STATUSES[rag].hues.length > 0))(
    "draws %s in a colour that reads as that status",
    (rag) => {
      expect(ragOfColour(STATUSES[rag].colours.drawing)).toBe(rag);
      expect(ragOfColour(STATUSES[rag].colours.fill)).toBe(rag);
    },
  );
});
