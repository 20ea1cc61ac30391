import { describe, expect, it } from "vitest";
import { blocksOf, shapeOf } from "./blocks.js";

describe("cells separated by tabs", () => {
  it("are a row whose borders are not to be trusted; trailing tabs are no cells", () => {
    expect(shapeOf("1\tNW\tRepaint the crossings\tG\t\t")).toEqual([
      { loose: ["1", "NW", "Repaint the crossings", "G"] },
    ]);
  });

  it("keep the empty cells before and between", () => {
    expect(shapeOf("\t\tRepaint\tG")).toEqual([{ loose: ["", "", "Repaint", "G"] }]);
  });

  it("are a line where only one of them holds anything", () => {
    expect(shapeOf("Three crossings are done.\t\t\n\tand more")).toEqual(["Three crossings are done.", "and more"]);
  });
});

describe("pipe tables", () => {
  it("are rows with sure borders, without the rule below the head", () => {
    expect(shapeOf("| No | RAG |\n|---|:-:|\n| 1 | **G** |\n\nafter | all")).toEqual([
      { sure: ["No", "RAG"] },
      { sure: ["1", "G"] },
      "after | all",
    ]);
  });

  it("take an escaped bar for text", () => {
    expect(shapeOf("| a \\| b | c |\n|---|---|")).toEqual([{ sure: ["a | b", "c"] }]);
  });

  it("keep what is struck through apart from the cells", () => {
    const [row] = blocksOf("| 1 | ~~A~~ **G** | to ~~the~~ a |\n|---|---|---|\n");
    expect(row).toMatchObject({ cells: [{ text: "1" }, { text: "G" }, { text: "to a" }] });
    expect(row?.asides?.map(({ text }) => text)).toEqual(["A", "the"]);
  });

  it("need a rule: a bar in a sentence makes no table", () => {
    expect(shapeOf("Open | closed | shut")).toEqual(["Open | closed | shut"]);
  });
});

describe("marked-up text", () => {
  it("gives rows of tables, over several lines too, with the lines they cover", () => {
    const blocks = blocksOf("<table>\n<tr>\n<td>1</td><td>Repaint the\ncrossings</td>\n</tr>\n</table>\nafter");
    expect(blocks[0]).toMatchObject({ kind: "row", borders: "sure", place: { lineFirst: 2, lineLast: 5 } });
    expect(shapeOf("<tr><td>1</td><td>Repaint the\ncrossings</td></tr>")).toEqual([
      { sure: ["1", "Repaint the\ncrossings"] },
    ]);
    expect(blocks[1]).toMatchObject({ kind: "line", text: "after", place: { lineFirst: 7 } });
  });

  it("covers the line on which a row's last cell ends", () => {
    const [row] = blocksOf("<tr><td>1</td><td>Repaint the\ncrossings</td></tr>");
    expect(row?.place).toMatchObject({ lineFirst: 1, lineLast: 2 });
  });

  it("has no trace of references to characters that are never seen", () => {
    expect(shapeOf("<p>infirm&shy;ary, Am&#8203;ber, &Eacute;t&eacute; &#xe9;</p>")).toEqual(
      shapeOf("<p>infirmary, Amber, Été é</p>"),
    );
  });

  it("loses its tags and entities, and no other angle bracket", () => {
    expect(shapeOf('<p class="x">Fewer than <5% &amp; more &#8211; <b>all</b> &pound;3 a<b</p>')).toEqual([
      "Fewer than <5% & more – all £3 a<b",
    ]);
  });

  it("separates the text of cells without a row, and joins no words", () => {
    expect(shapeOf("tr><th>Status</th><th>Meaning</th>")).toEqual(["tr>", "Status", "Meaning"]);
  });

  it("separates text between a row's cells", () => {
    expect(shapeOf("<tr><td>1</td>over<td>2</td>board</tr>")).toEqual(["over", "board", { sure: ["1", "2"] }]);
  });

  it("gives lines at breaks, paragraphs and list items", () => {
    expect(shapeOf("<ul><li>one</li><li>two<br>three</li></ul>")).toEqual(["one", "two", "three"]);
  });

  it("separates paragraphs and list items as a blank line does, but not lines at a break", () => {
    const blocks = blocksOf("<p>one</p>\ntwo\n<ul><li>three</li><li>four<br>five</li></ul>\nsix");
    expect(blocks.map(({ gapBefore }) => gapBefore)).toEqual([true, true, true, true, false, true]);
  });

  it("ends a row that is never closed after the longest row's lines", () => {
    const text = `<tr><td>1</td><td>${"word\n".repeat(5000)}`;
    const blocks = blocksOf(text);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.at(-1)).toMatchObject({ kind: "line", text: "word" });
  });
});

describe("plain lines", () => {
  it("keep their indent, gap, page and number", () => {
    expect(blocksOf("a\n\n  b\n\fc")).toMatchObject([
      { text: "a", indent: 0, gapBefore: false, pageStart: false, place: { lineFirst: 1 } },
      { text: "b", indent: 2, gapBefore: true, pageStart: false, place: { lineFirst: 3 } },
      { text: "c", indent: 0, gapBefore: false, pageStart: true, place: { lineFirst: 4 } },
    ]);
  });
});
