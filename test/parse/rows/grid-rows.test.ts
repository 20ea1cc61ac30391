/** Rows of tables whose columns are known: which of them are deliverables, and what each cell gives. */
import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import type { Block, Cell } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const place = { page: 1, lineFirst: null, lineLast: null, bbox: null };
const line = (text: string): Block => ({ kind: "line", text, indent: 0, gapBefore: false, pageStart: false, place });
const row = (cells: readonly (string | Cell)[], first = false): Block => ({
  kind: "row",
  cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  borders: "sure",
  gapBefore: first,
  pageStart: false,
  place,
});
const rowOf = (text: string): Block => row(text.split("|"));
const HEAD = [line("STOWE WATER DELIVERY PLAN (2031-32)"), line("THEME 1 UPDATE - QRT 2 UPDATE (September 2031)")];

/** The report of a table: its headings and rows, cells with bars between them. */
const reportOf = (headings: string, ...rows: (string | Block)[]) =>
  parseReports(
    [...HEAD, row(headings.split("|"), true), ...rows.map((each) => (typeof each === "string" ? rowOf(each) : each))],
    BUILTIN_PROFILE,
  )[0];
const rowsOf = (...given: Parameters<typeof reportOf>) =>
  reportOf(...given)?.rows.map(({ number, title, rag }) => [number, title, rag]);
const residueOf = (reason: string, ...given: Parameters<typeof reportOf>) =>
  reportOf(...given)
    ?.residue.filter((each) => each.reason === reason)
    .map(({ text }) => text);

const HEADINGS = "No|Organisation|Deliverable|Update|RAG";
const LIMES = "1|PARKS|Plant a row of limes|12.09.31: Ten stand.|A";
const POND = "2|EA|Dredge the mill pond|13.09.31: It is clear.|G";
const BOTH = [
  ["1", "Plant a row of limes", "amber"],
  ["2", "Dredge the mill pond", "green"],
];

describe("rows that are no deliverables", () => {
  it.each(["Total|||2|", "Grand total||||2", "Totals|2|||", "Overall average||||50%"])("%s is a total", (total) => {
    expect(rowsOf(HEADINGS, LIMES, POND, total)).toEqual(BOTH);
    expect(residueOf("total-row", HEADINGS, LIMES, POND, total)?.join(" ")).toContain(total.split("|")[0]);
  });

  it("are totals that count each status: the counts are the report's", () => {
    const rows = [LIMES, POND, "|TOTAL Green 1/2 (50%), Amber 1/2 (50%)|||"];
    expect(rowsOf(HEADINGS, ...rows)).toEqual(BOTH);
    const report = reportOf(HEADINGS, ...rows);
    expect(report?.rows[1]?.updates.map(({ text }) => text)).toEqual(["It is clear."]);
    expect(report?.statements.map(({ rag, count }) => [rag, count])).toEqual([
      ["green", 1],
      ["amber", 1],
    ]);
  });

  it("are totals below rows separated by tabs, whose own cells are missing", () => {
    const text = [
      "STOWE WATER DELIVERY PLAN (2031-32)",
      "THEME 1 UPDATE - QRT 2 UPDATE (September 2031)",
      "",
      "No\tAction\tLead\tRAG\tUpdate",
      "1\tPlant a row of limes\tPARKS\tA\t12.09.31: Ten stand.",
      "2\tDredge the mill pond\tEA\tG\t13.09.31: It is clear.",
      "3\tMend the sluice\tEA\tG\t14.09.31: It holds.",
      "Total\t3 actions\t\t\t",
    ].join("\n");
    const [report] = parseReports(blocksOfText(text, BUILTIN_PROFILE), BUILTIN_PROFILE);
    expect(report?.rows.at(-1)?.updates.map((update) => update.text)).toEqual(["It holds."]);
    expect(report?.residue.filter(({ reason }) => reason === "total-row").map((each) => each.text)).toEqual([
      "Total\t3 actions",
    ]);
  });

  it("are not those whose title begins with the word of a total", () => {
    expect(rowsOf(HEADINGS, LIMES, "2|EA|Total dredging of the pond|13.09.31: Clear.|G")?.[1]).toEqual([
      "2",
      "Total dredging of the pond",
      "green",
    ]);
  });

  it.each(["Example|PARKS|Write what you will do|What was done|G", "e.g. 1|PARKS|Write what you will do||A"])(
    "%s is an example",
    (example) => {
      expect(rowsOf(HEADINGS, example, LIMES, POND)).toEqual(BOTH);
      expect(residueOf("example", HEADINGS, example, LIMES, POND)).not.toEqual([]);
    },
  );

  it("are those of a form that have a number alone", () => {
    expect(rowsOf(HEADINGS, LIMES, POND, "3||||", "4||||")).toEqual(BOTH);
    expect(residueOf("template", HEADINGS, LIMES, POND, "3||||")?.join("")).toBe("3");
  });
});

describe("a row that says whose continuation it is", () => {
  const more = (number: string, title: string) => `${number}|EA|${title}|The sluice is next.|G`;

  it.each(["Dredge the mill pond", "Dredge the mill pond (continued)", "Dredge the mill pond (cont.)"])(
    "is no row of its own though it repeats title and status: %s",
    (title) => {
      const [, pond, ...others] = reportOf(HEADINGS, LIMES, POND, more("2 (cont.)", title))?.rows ?? [];
      expect(others).toEqual([]);
      expect(pond).toMatchObject({ number: "2", title: "Dredge the mill pond", rag: "green" });
      expect(pond?.updates.map(({ text }) => text).join(" ")).toContain("The sluice is next.");
    },
  );

  it("is one where the row above has another number", () => {
    const rows = rowsOf(HEADINGS, LIMES, POND, more("3 (cont.)", "Mend the sluice"));
    expect(rows).toEqual([...BOTH, ["3", "Mend the sluice", "green"]]);
  });
});

describe("the rest of a row on the next page, painted as its status is", () => {
  const painted = (text: string, fill: string): Cell => ({ text, fill });
  const rowWith = (title: string, lead: string, update: string, status: Cell): Block =>
    row([title, lead, update, status]);
  const HEAD_ROW = "Deliverable|Organisation|Update|RAG";
  const more = rowWith("and plant its banks", "", "and the reeds are in.", painted("", "#00b050"));

  it.each([
    ["titles begin with labels", ["A.1 ", "A.2 ", "A.3 "]],
    ["rows have no labels", ["", "", ""]],
  ])("is no row of its own where %s", (_, [first = "", second = "", third = ""]) => {
    const rows = reportOf(
      HEAD_ROW,
      rowWith(`${first}Plant a row of limes`, "PARKS", "12.09.31: Ten stand.", painted("A", "#ffc000")),
      rowWith(`${second}Mend the sluice`, "EA", "13.09.31: It holds.", painted("G", "#00b050")),
      rowWith(`${third}Dredge the mill pond`, "EA", "13.09.31: It is clear", painted("G", "#00b050")),
      more,
    )?.rows;
    expect(rows).toHaveLength(3);
    expect(rows?.at(-1)?.title).toMatch(/Dredge the mill pond and plant its banks$/);
    expect(rows?.at(-1)?.updates.map(({ text }) => text.replace(/\s+/g, " "))).toEqual([
      "It is clear and the reeds are in.",
    ]);
  });
});

describe("more of a row", () => {
  it.each(["2 (cont.)", "2 (cont’d)", "2 continued", "2 (con\ntinued)", "2 ctd"])("%s goes on with row 2", (number) => {
    const report = reportOf(HEADINGS, LIMES, POND, `${number}|||14.09.31: A heron came.|`);
    expect(report?.rows.map((each) => each.number)).toEqual(["1", "2"]);
    expect(report?.rows[1]?.updates.map(({ text }) => text)).toEqual(["It is clear.", "A heron came."]);
  });

  it("has its cells go on each under its own column's", () => {
    const report = reportOf(
      `${HEADINGS}|Next steps`,
      `${LIMES}|Water them`,
      `${POND}|Mend the`,
      "|||and full of eels.||sluice",
    );
    expect(report?.rows[1]?.updates[0]?.text.replace(/\s+/g, " ")).toBe("It is clear. and full of eels.");
    expect(report?.rows[1]?.others[0]?.text.replace(/\s+/g, " ")).toBe("Mend the sluice");
  });
});

describe("cells over several rows", () => {
  const shared = (text: string): Cell => ({ text: "", above: text });
  it("give each row their number, with the reason that it is shared", () => {
    const report = reportOf(
      HEADINGS,
      LIMES,
      row([shared("1"), "EA", "Dredge the mill pond", "13.09.31: It is clear.", "G"]),
    );
    expect(report?.rows.map(({ number }) => number)).toEqual(["1", "1"]);
    expect(report?.rows.map(({ reasons }) => reasons.includes("number-shared"))).toEqual([false, true]);
  });

  it("give each row their organisation, with the reason that it is shared", () => {
    const report = reportOf(
      HEADINGS,
      LIMES,
      row(["2", shared("PARKS"), "Dredge the mill pond", "13.09.31: It is clear.", "G"]),
    );
    expect(report?.rows.map(({ organisations }) => organisations)).toEqual([["PARKS"], ["PARKS"]]);
    expect(report?.rows.map(({ reasons }) => reasons.includes("organisation-shared"))).toEqual([false, true]);
  });
});

describe("titles that begin with labels", () => {
  const titlesOf = (...titles: string[]) =>
    rowsOf("Deliverable|Organisation|RAG", ...titles.map((title) => `${title}|EA|G`))?.map((each) => each.slice(0, 2));

  it("are split where the labels are a sequence, or codes", () => {
    expect(titlesOf("1. Plant a row of limes", "2. Dredge the mill pond", "3. Mend the weir")).toEqual([
      ["1", "Plant a row of limes"],
      ["2", "Dredge the mill pond"],
      ["3", "Mend the weir"],
    ]);
    expect(titlesOf("W7 Plant a row of limes", "W2 Dredge the mill pond", "W5 Mend the weir")?.[1]).toEqual([
      "W2",
      "Dredge the mill pond",
    ]);
  });

  it.each([
    ["are in no order", ["700 Limes for the wards", "20 Ponds to be dredged", "5 Weirs to be mended"]],
    ["are the same", ["24 Hours at the mill", "24 Boats for the pond", "24 Weirs to be mended"]],
    ["stand before one title of several", ["700 Limes for the wards", "Dredge the mill pond", "Mend the weir"]],
  ])("are whole where the figures %s", (_name, titles) => {
    expect(titlesOf(...titles)).toEqual(titles.map((title) => [null, title]));
  });
});

describe("a column of dates beside one of texts", () => {
  it("gives each text its date", () => {
    const report = reportOf(
      "No|Deliverable|Last updated|Update|RAG",
      "1|Plant a row of limes|12.09.31|Ten stand.|A",
      "2|Dredge the mill pond|13.09.31|It is clear.|G",
    );
    expect(report?.rows.map(({ updates }) => updates.map(({ date, text }) => [date, text]))).toEqual([
      [["2031-09-12", "Ten stand."]],
      [["2031-09-13", "It is clear."]],
    ]);
    expect(report?.rows.map(({ others }) => others)).toEqual([[], []]);
  });

  it("is kept with its heading where a text has a date of its own", () => {
    const report = reportOf(
      "No|Deliverable|Last updated|Update|RAG",
      "1|Plant a row of limes|01.08.31|12.09.31: Ten stand.|A",
      "2|Dredge the mill pond|13.09.31|It is clear.|G",
    );
    expect(report?.rows[0]?.updates.map(({ date }) => date)).toEqual(["2031-09-12"]);
    expect(report?.rows[0]?.others).toEqual([{ heading: "Last updated", text: "01.08.31" }]);
  });
});

describe("titles and updates in one column", () => {
  const headings = "No|Commitment and progress|Lead|Status";
  const [limes, pond] = [
    "1|Plant a row of limes\nalong the lane\nAugust 2031: Ten stand.\nJuly 2031: Ten are ordered.|PARKS|On track",
    "2|Dredge the mill pond\nAugust 2031: It is clear.|EA|At risk",
  ];
  const rowsWithUpdates = (...rows: (string | Block)[]) =>
    reportOf(headings, ...rows)?.rows.map(({ title, updates }) => [
      title,
      updates.map(({ date, text }) => [date, text]),
    ]);

  it("are apart: the updates begin at the first line with a date", () => {
    expect(rowsWithUpdates(limes, pond)).toEqual([
      [
        "Plant a row of limes along the lane",
        [
          ["2031-08", "Ten stand."],
          ["2031-07", "Ten are ordered."],
        ],
      ],
      ["Dredge the mill pond", [["2031-08", "It is clear."]]],
    ]);
  });

  it("go on with the last update on the next page", () => {
    expect(rowsWithUpdates(limes, pond, "|The bank is firm.||")?.[1]).toEqual([
      "Dredge the mill pond",
      [["2031-08", "It is clear.\nThe bank is firm."]],
    ]);
  });

  it("go on with the title on the next page where the row has no update yet", () => {
    const cut = "3|Mend the weir and|EA|Complete";
    expect(rowsWithUpdates(limes, pond, cut, "|the sluice\nAugust 2031: It is tight.||")?.[2]).toEqual([
      "Mend the weir and the sluice",
      [["2031-08", "It is tight."]],
    ]);
    expect(rowsWithUpdates(limes, pond, cut, "|the sluice||", "|August 2031: It is tight.||")?.[2]).toEqual([
      "Mend the weir and the sluice",
      [["2031-08", "It is tight."]],
    ]);
    expect(rowsWithUpdates(limes, pond, "|The bank is firm.\nJuly 2031: It is not.||")?.[1]).toEqual([
      "Dredge the mill pond",
      [
        ["2031-08", "It is clear.\nThe bank is firm."],
        ["2031-07", "It is not."],
      ],
    ]);
  });

  it("are one title where a date within it is the exception", () => {
    const dated = "3|Mend the weir\n1 May 2031: the day of the fair|EA|Complete";
    expect(rowsWithUpdates("1|Plant limes|PARKS|On track", "2|Dredge the pond|EA|At risk", dated)?.[2]?.[0]).toContain(
      "May",
    );
  });
});

describe("rows whose last cells are missing", () => {
  const FIRST = "No|RAG|Deliverable|Organisation|Update";
  const FULL = [
    "1|G|Plant a row of limes|PARKS|12.09.31: Ten stand.",
    "2|A|Dredge the mill pond|EA|13.09.31: It is clear.",
  ];
  it.each([
    ["3|Green|Mend the weir|EA", "4|Amber|Count the swans|EA"],
    ["SW-3|Green|Mend the weir", "SW-4|Amber|Count the swans"],
    ["3|Green|Mend the weir|EA", "4|Amber|Count the swans"],
  ])("are no key at the table's end, though a status is second: %s", (...short) => {
    expect(rowsOf(FIRST, ...FULL, ...short)?.slice(2)).toEqual(
      short.map((text) => [text.split("|")[0], text.split("|")[2], text.includes("Green") ? "green" : "amber"]),
    );
    expect(residueOf("key", FIRST, ...FULL, ...short)).toEqual([]);
  });

  it("are a key's in a table of their own", () => {
    const key = [row(["Green", "Going to plan"], true), row(["Amber", "Slower than planned"])];
    expect(rowsOf(FIRST, ...FULL, ...key)).toHaveLength(2);
    const scale = reportOf(FIRST, ...FULL, ...key)?.scale.filter(({ definedBy }) => definedBy === "key");
    expect(scale?.map(({ label }) => label)).toEqual(["Green", "Amber"]);
  });
});

describe("rows with a cell more than the table has columns, in markup", () => {
  const table = (...rows: string[]) =>
    reportsOf(
      ["Stowe Water Plan 2031-2032", "", "| No | Action | Lead | RAG |", "|---|---|---|---|", ...rows].join("\n"),
    );
  const reportsOf = (text: string) => parseReports(blocksOfText(text, BUILTIN_PROFILE), BUILTIN_PROFILE)[0]?.rows ?? [];
  const ROWS = ["| 1 | Plant limes | Parks Team | Green |", "| 2 | Dredge ponds | Harbour Office | Red |"];
  const [limes = "", ponds = ""] = ROWS;

  it.each([
    [`${limes} late |`, ponds],
    [limes, `${ponds} late |`],
  ])("keep their fields, and the cell beyond as printed: %s %s", (...rows) => {
    const read = table(...rows, "| 3 | Mend the weir | Parks Team | Amber |");
    expect(read.map(({ number, title, rag }) => [number, title, rag])).toEqual([
      ["1", "Plant limes", "green"],
      ["2", "Dredge ponds", "red"],
      ["3", "Mend the weir", "amber"],
    ]);
    expect(read.flatMap(({ others }) => others)).toEqual([{ heading: "", text: "late" }]);
  });

  it("are to be looked at where the cell may be anywhere", () => {
    const [, , third] = table(...ROWS, "| 3 | Mend the weir | and sluice | Parks Team | Amber |");
    expect(third).toMatchObject({ number: "3", title: "Mend the weir and sluice", rag: "amber" });
    expect(third?.reasons).toContain("column-doubtful");
  });
});

describe("headings of groups between rows", () => {
  it.each(["Objective 2: Clean brooks", "Priority B", "June 2031", "CLEAN BROOKS AND PONDS"])(
    "“%s” is the group of the rows below it, and no title or update",
    (heading) => {
      const report = reportOf(HEADINGS, LIMES, `${heading}||||`, POND);
      expect(report?.rows.map(({ title }) => title)).toEqual(BOTH.map(([, title]) => title));
      expect(report?.rows.map(({ group }) => group)).toEqual([null, heading]);
      expect(report?.rows.map(({ updates }) => updates.map(({ text }) => text))).toEqual([
        ["Ten stand."],
        ["It is clear."],
      ]);
      expect(report?.residue.map(({ text }) => text)).toContain(heading);
    },
  );
});
