import { describe, expect, it } from "vitest";
import { blocksOf, shapeOf } from "../blocks.js";

const cellsOf = (html: string) => blocksOf(html).flatMap((block) => (block.kind === "row" ? [block.cells] : []));

describe("cells over several rows or columns", () => {
  it("leave their text for the rows below", () => {
    const rows = cellsOf(
      "<table><tr><td>1</td><td rowspan=2>NW</td><td>Repaint</td></tr><tr><td>2</td><td>Plant</td></tr></table>",
    );
    expect(rows[1]).toEqual([{ text: "2" }, { text: "", above: "NW" }, { text: "Plant" }]);
  });

  it("keep the cells behind them in their columns", () => {
    const rows = cellsOf("<table><tr><td colspan=3>April</td><td>x</td></tr><tr><td>1</td><td>a</td></tr></table>");
    expect(rows[0]).toEqual([{ text: "April", span: 3 }, { text: "" }, { text: "" }, { text: "x" }]);
  });

  it("do not go on into the next group of rows", () => {
    const rows = cellsOf(
      "<table><thead><tr><th rowspan=3>No</th><th>RAG</th></tr></thead><tbody><tr><td>1</td><td>G</td></tr></tbody></table>",
    );
    expect(rows[1]).toEqual([{ text: "1" }, { text: "G" }]);
  });

  it("are limited, whatever they claim", () => {
    const rows = cellsOf("<table><tr><td colspan=999999>a</td><td>b</td></tr></table>");
    expect(rows[0]?.length).toBeLessThan(100);
  });
});

describe("the colour of a cell", () => {
  const fillOf = (html: string) => cellsOf(`<table><tr><td>1</td>${html}</tr></table>`)[0]?.[1]?.fill;

  it.each([
    ["its style", '<td style="width:2em; background-color: #00B050">&nbsp;</td>'],
    ["its shorthand style", "<td style='background:#00b050 none;color:#fff'></td>"],
    ["three digits", '<td style="background:#0a5"></td>', "#00aa55"],
    ["three channels", '<td style="background-color:rgb(0, 176, 80)"></td>'],
    ["bgcolor", "<td bgcolor=#00B050></td>"],
    ["a name", "<td bgcolor=green></td>", "#008000"],
    ["an element at the start of a short cell", '<td><span style="background:#00b050">On track</span></td>'],
  ])("is read from %s", (_, html, fill = "#00b050") => {
    expect(fillOf(html)).toBe(fill);
  });

  it.each([
    ["white", '<td style="background:white"></td>'],
    ["none", '<td style="background:transparent"></td>'],
    ["that of one word in a long text", `<td>All but <span style="background:red">this</span> is done</td>`],
  ])("is absent where it is %s", (_, html) => {
    expect(fillOf(html)).toBeUndefined();
  });

  it("comes from a style sheet's elements and classes, the closer one last", () => {
    const html = `<style>/* td { background: red } */ td { background: #eee } .done, td.on { background: #00b050 }
      @media print { .late { background: #ff0000 } } table.plan td { background: #123456 } td:hover { background: #fff }</style>
      <table><tr><td>1</td><td class="x done"></td><td class=on></td><td class=late></td></tr></table>`;
    expect(cellsOf(html)[0]?.map(({ fill }) => fill)).toEqual(["#eeeeee", "#00b050", "#00b050", "#ff0000"]);
  });

  it("is its row's where it has none", () => {
    expect(
      cellsOf('<table><tr style="background:#ffc000"><td>1</td></tr><tr><td>a</td><td>b</td></tr></table>'),
    ).toEqual([[{ text: "a" }, { text: "b" }]]);
    expect(cellsOf('<table><tr bgcolor="#ffc000"><td>1</td><td>b</td></tr></table>')[0]).toEqual([
      { text: "1", fill: "#ffc000" },
      { text: "b", fill: "#ffc000" },
    ]);
  });

  it("is that of its text apart, but for black and greys", () => {
    const [row] = cellsOf(
      '<table><tr><td style="color:#c00000">a</td><td><font color=green>b</font></td><td style="color:#333">c</td></tr></table>',
    );
    expect(row?.map(({ colour }) => colour)).toEqual(["#c00000", "#008000", undefined]);
  });
});

describe("text that is printed and is not meant", () => {
  it("is kept apart where it is struck through", () => {
    const [row] = blocksOf("<tr><td>1</td><td><del>A</del> G</td><td><s>Old</s> <ins>New</ins> text</td></tr>");
    expect(row).toMatchObject({ cells: [{ text: "1" }, { text: "G" }, { text: "New text" }] });
    expect(row?.asides).toEqual([
      { text: "A", reason: "struck" },
      { text: "Old", reason: "struck" },
    ]);
  });

  it("is kept apart where a style strikes it", () => {
    const [line] = blocksOf('<p><span style="text-decoration: line-through">old <span>and</span> gone</span> new</p>');
    expect(line).toMatchObject({ text: expect.stringMatching(/^ ?new$/), asides: [{ text: "old and gone" }] });
  });

  it("does not strike the rest of a text where a tag is missing", () => {
    expect(shapeOf("<p>a <s>b</p>\n<p>c</p>\n<table><tr><td><del>x</td><td>y</td></tr></table>")).toEqual([
      "a",
      "c",
      { sure: ["", "y"] },
    ]);
  });

  it("is kept apart where it marks a footnote", () => {
    const [row] = blocksOf(
      "<tr><td>4<sup>2</sup></td><td>G<sup><a href='#n'>[1]</a></sup></td><td>Lay 9 m<sup>2</sup></td></tr>",
    );
    expect(row).toMatchObject({ cells: [{ text: "4" }, { text: "G" }, { text: "Lay 9 m2" }] });
    expect(row?.asides?.map(({ text }) => text)).toEqual(["2", "[1]"]);
  });

  it("stays where it is raised and no mark: the ending of a number", () => {
    expect(shapeOf("<p>by the 1<sup>st</sup> of May</p>")).toEqual(["by the 1st of May"]);
  });
});

describe("what is no text", () => {
  it("is passed over: comments, scripts and styles", () => {
    const html = "<p>one</p><!-- <p>no</p>\n--><script>if (a < b) '<p>no</p>'</script><STYLE>p{}</STYLE>\n<p>two</p>";
    expect(shapeOf(html)).toEqual(["one", "two"]);
  });

  it("stays text where its end is missing", () => {
    expect(shapeOf("<!-- one\n<script> two")).toEqual(["<!-- one", "<script> two"]);
  });

  it("is a title that the page repeats", () => {
    const html = (heading: string) => `<html><head><title>A plan</title></head><body><h1>${heading}</h1></body></html>`;
    expect(shapeOf(html("A plan"))).toEqual(["A plan"]);
    expect(shapeOf(html("Another"))).toEqual(["A plan", "Another"]);
  });

  it("is no name in brackets within a fragment", () => {
    expect(shapeOf("<p>Ask <name of officer> for a <5% share</p>")).toEqual(["Ask <name of officer> for a <5% share"]);
  });
});

describe("tables in tables", () => {
  it("are text of their cell in a row of several cells", () => {
    const inner = "<table><tr><td>May</td><td>done</td></tr><tr><td>June</td><td>late</td></tr></table>";
    expect(shapeOf(`<table><tr><td>1</td><td>NW</td><td>Plan:${inner}end</td></tr></table>`)).toEqual([
      { sure: ["1", "NW", "Plan:\nMay done\nJune late\nend"] },
    ]);
  });

  it("are tables where the outer one places the parts of a page", () => {
    const inner = "<table>\n<tr><td>1</td><td>Repaint</td></tr>\n<tr><td>2</td><td>Plant</td></tr>\n</table>";
    const html = `<table><tr><td>Home<br>News</td><td><h1>A plan</h1>\n${inner}\n<p>end</p></td></tr></table>\nafter`;
    expect(shapeOf(html)).toEqual([
      "Home",
      "News",
      "A plan",
      { sure: ["1", "Repaint"] },
      { sure: ["2", "Plant"] },
      "end",
      "after",
    ]);
    expect(blocksOf(html).map(({ place }) => place.lineFirst)).toEqual([1, 1, 1, 3, 4, 6, 7]);
  });

  it("are lines where a table has one column", () => {
    expect(shapeOf("<table><tr><td>one</td></tr><tr><td>two<p>three</td></tr></table>")).toEqual([
      "one",
      "two",
      "three",
    ]);
  });
});

describe("a complete document", () => {
  it("breaks lines at its tags only, and covers all lines of a text", () => {
    const html =
      "<!DOCTYPE html>\n<html><body>\n<p>A plan for\n   the <b>city</b></p>\n<td-x>and more</td-x>\n</body></html>";
    expect(shapeOf(html)).toEqual(["A plan for the city", "and more"]);
    expect(blocksOf(html)[0]?.place).toMatchObject({ lineFirst: 3, lineLast: 4 });
  });

  it("keeps the lines of text that is laid out", () => {
    expect(shapeOf("<html><pre>one\ntwo</pre></html>")).toEqual(["one", "two"]);
  });

  it("reads tags whose attributes go over lines or hold brackets", () => {
    const html =
      '<html><table><tr\n class="a>b"\n><td\nstyle="background:\n#00b050">G</td><td>x</td></tr></table></html>';
    expect(cellsOf(html)[0]).toEqual([{ text: "G", fill: "#00b050" }, { text: "x" }]);
  });

  it("reads what a picture in a cell stands for, and no other", () => {
    const html =
      '<html><img alt="Logo"><table><tr><td>1</td><td><img src="g.png" alt="Green"></td></tr></table></html>';
    expect(shapeOf(html)).toEqual([{ sure: ["1", "Green"] }]);
  });
});

describe("description lists", () => {
  it("show each term as the label of its description", () => {
    const html =
      "<html><dl><dt>Owner</dt><dd>Parks</dd><dt>Status:</dt><dd><p>Amber</p><p>for now</p></dd></dl><p>End</p></html>";
    expect(shapeOf(html)).toEqual(["Owner: Parks", "Status: Amber", "for now", "End"]);
    expect(blocksOf("<html><dl>\n<dt>Owner</dt>\n<dd>Parks</dd></dl></html>")[0]?.place).toMatchObject({
      lineFirst: 2,
      lineLast: 3,
    });
  });

  it("keep a term without a description, and one before a table", () => {
    expect(shapeOf("<html><dl><dt>Owner</dt><dt>Status</dt><dd>Amber</dd></dl></html>")).toEqual([
      "Owner",
      "Status: Amber",
    ]);
    const html = "<html><dl><dt>Rows</dt><dd><table><tr><td>1</td><td>Amber</td></tr></table></dd></dl></html>";
    expect(shapeOf(html)).toEqual(["Rows", { sure: ["1", "Amber"] }]);
  });
});

describe("hostile markup", () => {
  it.each([
    ["open brackets", "<p "],
    ["open quotes", '<p a="'],
    ["mixed quotes", `<p a="<p b='" c="`],
    ["open comments", "<!--"],
    ["open scripts", "<script>"],
    ["open cells", "<table><tr><td>"],
    ["open styles", "<style>/*"],
    ["open struck text", "~~a <s>"],
    ["soft hyphens", "\u00ad "],
  ])(
    "of %s is read to its end: a search from each of so many pieces would not end within the test's time",
    (_, piece) => {
      expect(() => blocksOf(`<html>${piece.repeat(200_000)}`)).not.toThrow();
    },
  );
});
