/** A plan's title that takes two lines of a page: the first is as wide as the page's text allows. */
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { planAt } from "../../../src/parse/header/find-plan.js";
import { headerReader } from "../../../src/parse/header/header-reader.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

/** A line of type whose characters are half as wide as high. */
const line = (text: string, top: number, height: number, gapBefore = false): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore,
  pageStart: false,
  place: {
    page: 1,
    lineFirst: null,
    lineLast: null,
    bbox: [50, top, 50 + (text.length * height) / 2, top + height],
  },
});
const titleOf = (...blocks: Block[]) => planAt(blocks, 0, headerReader(BUILTIN_PROFILE))?.title;
/** Text that shows how wide the page is: 80 characters of 10 points. */
const BODY = line("x".repeat(80), 200, 10);
const UPPER = "Wexmouth Harbour Board Coast and";
const LONG = "Wexmouth Harbour Board Community";

describe("a title over two lines", () => {
  it("is one where the next word had no room on the first", () => {
    expect(titleOf(line(LONG, 50, 20), line("Protection Plan 2031-34", 72, 20), BODY)).toBe(
      "Wexmouth Harbour Board Community Protection Plan",
    );
  });

  it.each([
    ["the first has room for more", line("Wexmouth Harbour", 50, 20), line("Coast Plan 2031-34", 72, 20)],
    ["the second is in smaller type", line(LONG, 50, 20), line("Protection Plan 2031-34", 72, 14)],
    ["white space is between", line(LONG, 50, 20), line("Protection Plan 2031-34", 90, 20, true)],
  ])("is none where %s", (_, first, second) => {
    expect(titleOf(first, second, BODY)).toBeUndefined();
  });

  it("is one on any page where the first ends with a joining word", () => {
    expect(titleOf(line(UPPER, 50, 8), line("Protection Plan 2031-34", 72, 8), BODY)).toBe(`${UPPER} Protection Plan`);
  });
});
