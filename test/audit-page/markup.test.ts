import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/audit-page/excerpt.js";
import { html } from "../../src/audit-page/markup.js";
import { escapeMarkup } from "../../src/language/escape-markup.js";

describe("text in the page", () => {
  it.each([
    [`</style><script>alert("x")</script>`, "&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"],
    [`' onclick=x`, "&#39; onclick=x"],
    ["&lt;", "&amp;lt;"],
    ["a\u0000b\u001b[31m\ud800", "a\ufffdb\ufffd[31m\ufffd"],
    ["tab\tand line\n😀", "tab\tand line\n😀"],
  ])("%j is shown and does nothing", (text, escaped) => {
    expect(escapeMarkup(text)).toBe(escaped);
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it("leaves out what is null, and takes lists and other markup as they are", () => {
    expect(html`<ul>${["<a>", "<b>"].map((one) => html`<li>${one}</li>`)}${null}</ul>${0}`.text).toBe(
      "<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>0",
    );
  });
});

describe("lines around a place", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const shown = (first: number, last: number) => {
    const one = excerpt(lines, first, last);
    if (one.kind !== "lines") throw new Error("no lines");
    return {
      numbers: one.lines.map(({ number, isHighlighted }) => (isHighlighted ? `*${number}` : `${number}`)).join(" "),
      more: one.more,
    };
  };

  it.each([
    [5, 5, "3 4 *5 6 7", 0],
    [1, 1, "*1 2 3", 0],
    [39, 40, "37 38 *39 *40", 0],
    [10, 30, "8 9 *10 *11 *12 *13 *14 *15 *16 *17 *18 *19 *20 *21", 9],
    [38, 99, "36 37 *38 *39 *40", 0],
  ])("%i to %i", (first, last, numbers, more) => {
    expect(shown(first, last)).toEqual({ numbers, more });
  });

  it("cuts a line that is too long to read", () => {
    const one = excerpt(["x".repeat(5000)], 1, 1);
    expect(one.kind === "lines" && one.lines[0]?.text.length).toBe(401);
  });
});
