/** The roles of a table's columns, decided from headings and cells together. */
import { describe, expect, it } from "vitest";
import { readColumns } from "../../../src/parse/columns/assign-roles.js";
import { CLEAR_MARGIN } from "../../../src/parse/columns/weights.js";
import { statusReader } from "../../../src/parse/status.js";
import { headingGrammar } from "../../../src/parse/update-heading.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const GRAMMARS = {
  profile: BUILTIN_PROFILE,
  status: statusReader(BUILTIN_PROFILE),
  update: headingGrammar(BUILTIN_PROFILE),
};
const columnsOf = (headings: string, rows: readonly string[], options = {}) =>
  readColumns(
    headings.split("|"),
    rows.map((row) => row.split("|").map((text) => ({ text }))),
    GRAMMARS,
    options,
  ).columns;
const rolesOf = (...given: Parameters<typeof columnsOf>) => columnsOf(...given).map(({ role }) => role);

describe("headings that are known", () => {
  const ROWS = [
    "1|Plant a row of limes|PARKS|A|12.09.31: Ten stand.|14.09.31",
    "2|Dredge the mill pond|EA|G|13.09.31: It is clear.|15.09.31",
    "3|Mend the weir at Stowe|EA|R|14.09.31: No bids.|16.09.31",
  ];

  it("give each column its role in whatever order", () => {
    expect(rolesOf("No|Deliverable|Organisation|RAG|Update|Last updated", ROWS)).toEqual([
      "number",
      "title",
      "organisation",
      "status",
      "update",
      "date",
    ]);
    const turned = ROWS.map((row) => row.split("|").reverse().join("|"));
    expect(rolesOf("Last updated|Update|RAG|Organisation|Deliverable|No", turned)).toEqual([
      "date",
      "update",
      "status",
      "organisation",
      "title",
      "number",
    ]);
  });

  it("are not believed of an empty column where another one has titles", () => {
    const rows = ["1||Plant a row of limes|A", "2||Dredge the mill pond|G", "3||Mend the weir at Stowe|R"];
    expect(rolesOf("No|Deliverable|Action|RAG", rows)).toEqual(["number", "other", "title", "status"]);
  });

  it("are found with words before and after what they name, and misspelt", () => {
    expect(rolesOf("Ref. no.|Key deliverable|Responsible Organisations|RAG status at Q2", ROWS)).toEqual([
      "number",
      "title",
      "organisation",
      "status",
    ]);
    expect(rolesOf("No|Delivarable|Organsation|RAG", ROWS)).toEqual(["number", "title", "organisation", "status"]);
  });
});

describe("columns known by what they hold", () => {
  const ROWS = [
    "K 1|Dredge the mill pond below the weir|Head of Parks|May 2032|Red|12.09.31: No bids.",
    "K 2|Plant a row of limes along the lane|Head of Trees|June 2032|Green|13.09.31: Ten stand.",
    "K 3|Mend the weir at Stowe before winter|Head of Parks|July 2032|Amber|14.09.31: It leaks.",
  ];

  it("give titles where no heading is known for them, and the heading of another kind is not the whole heading", () => {
    const roles = ["number", "title", "organisation", "other", "status", "update"];
    expect(rolesOf("Ref|Area of concern|Lead|Due date|Status|Progress", ROWS)).toEqual(roles);
    expect(rolesOf("Ref|Inspectors saw|Lead|Due date|Status|Progress", ROWS)).toEqual(roles);
  });

  it("give no titles where their heading is known for something else, or groups come again", () => {
    expect(rolesOf("Ref|Ward|Lead|Due date|Status|Progress", ROWS)).not.toContain("title");
    const grouped = ROWS.map((row) => row.replace(/\|[^|]*\|/, "|Brooks and mill ponds|"));
    expect(rolesOf("Ref|Area of concern|Lead|Due date|Status|Progress", grouped)).not.toContain("title");
  });

  it("give statuses under the heading of updates, also with a share of completion after each", () => {
    const rows = ["1|Dredge the pond|Delayed (45%)|No bids.", "2|Plant limes|On track (75%)|Ten stand."];
    expect(rolesOf("No|Action|Progress|Comment", rows)).toEqual(["number", "title", "status", "update"]);
  });

  it("give no titles to counts under a heading of titles", () => {
    expect(rolesOf("Symbol|Meaning|Actions|%", ["✔|Completed|3|60%", "●|On track|2|40%"])).not.toContain("title");
  });

  it("are owners under the plural of a known heading", () => {
    const rows = ["1|Dredge the pond|Ministry of Rivers|Red", "2|Plant the limes|Ministry of Works|Green"];
    expect(rolesOf("No|Action|Agencies|Status", rows)).toEqual(["number", "title", "organisation", "status"]);
  });
});

describe("several columns that could be of titles", () => {
  it("leave one, and the group's is the one whose texts are repeated", () => {
    const roles = rolesOf("No|Objective|Action|RAG", [
      "1|Cleaner water|Dredge the mill pond|G",
      "2|Cleaner water|Mend the weir at Stowe|A",
      "3|Cleaner water|Fence off the brook|R",
      "4|Greener streets|Plant a row of limes|G",
      "5|Greener streets|Water the new limes|G",
    ]);
    expect(roles.filter((role) => role === "title")).toHaveLength(1);
    expect(roles[2]).toBe("title");
  });

  it("leave doubt where nothing tells two of them apart", () => {
    const rows = [
      "Dredge the mill pond|Clear the silt below|G",
      "Mend the weir at Stowe|Lay new stones there|A",
      "Plant a row of limes|Find ten young trees|R",
    ];
    const titleOf = (headings: string) => columnsOf(headings, rows).find(({ role }) => role === "title");
    expect(titleOf("Alpha|Beta|RAG")?.margin).toBeLessThan(CLEAR_MARGIN);
    expect(titleOf("Deliverable|Beta|RAG")?.margin).toBeGreaterThan(CLEAR_MARGIN);
  });
});

describe("headings that nobody knows", () => {
  it("are no obstacle where the cells leave no doubt", () => {
    expect(
      rolesOf("Kennung|Vorhaben|Ampel", [
        "W-01|Dredge the mill pond|Green",
        "W-02|Mend the weir at Stowe|Amber",
        "W-03|Plant a row of limes|Red",
      ]),
    ).toEqual(["number", "title", "status"]);
  });

  it("leave figures, and kinds of things that are repeated, without a field of a deliverable's own", () => {
    const roles = rolesOf("No|Deliverable|Spent|RAG", [
      "1|Dredge the mill pond|£1,200|Green",
      "2|Mend the weir at Stowe|£300|Amber",
      "3|Plant a row of limes|£45|Red",
    ]);
    expect(roles).toEqual(["number", "title", "other", "status"]);
  });
});

describe("a heading against its cells", () => {
  it("is not believed where its column holds another kind of thing throughout", () => {
    const roles = rolesOf("No|Deliverable|Status|Zwirn", [
      "1|Dredge the mill pond|01/05/2032|Green",
      "2|Mend the weir at Stowe|01/06/2032|Amber",
      "3|Plant a row of limes|01/07/2032|Red",
      "4|Water the new limes|01/08/2032|Red",
    ]);
    expect(roles[2]).not.toBe("status");
    expect(roles[3]).toBe("status");
  });

  it("counts for more where the cells are trusted less", () => {
    const rows = [
      "1|Dredge the mill pond|01/05/2032",
      "2|Mend the weir at Stowe|01/06/2032",
      "3|Plant a row of limes|01/07/2032",
    ];
    expect(rolesOf("No|Deliverable|Status", rows, { trust: 0 })[2]).toBe("status");
    expect(rolesOf("No|Deliverable|Status", rows)[2]).not.toBe("status");
  });
});

describe("a first column without a heading", () => {
  const HEADINGS = "|Reference|Deliverable|RAG";
  const ROWS = ["0|W7|Dredge the pond|G", "1|W3|Mend the weir at Stowe|A", "2|W9|Plant a row of limes|R"];

  it("is the row index of an export, and no number, where the headings begin the file", () => {
    expect(rolesOf(HEADINGS, ROWS, { isExport: true })).toEqual(["other", "number", "title", "status"]);
    expect(rolesOf("|Deliverable|RAG", ["5|Dredge the pond|G", "6|Mend the weir|A", "7|Plant limes|R"])[0]).toBe(
      "number",
    );
    expect(
      rolesOf("|Deliverable|RAG", ["5|Dredge the pond|G", "6|Mend the weir|A", "7|Plant limes|R"], {
        isExport: true,
      })[0],
    ).toBe("other");
  });
});

describe("columns of statuses", () => {
  it("are read from what is painted where no text is", () => {
    const cells = ["#00b050", "#ffc000", "#ff0000"].map((fill, at) => [
      { text: ["Dredge the mill pond", "Mend the weir at Stowe", "Plant a row of limes"][at] ?? "" },
      { text: "", fill },
    ]);
    const { columns } = readColumns(["Deliverable", "Zwirn"], cells, GRAMMARS);
    expect(columns.map(({ role }) => role)).toEqual(["title", "status"]);
  });

  it.each([
    ["Previous RAG", "other", null, null],
    ["Current RAG", "current", null, null],
    ["RAG", null, null, null],
    ["RAG Q2 2031/32", null, "Q2 2031/32", 2],
    ["2nd quarter RAG", null, "2nd quarter", 2],
    ["Q3 RAG", null, "Q3", 3],
    ["Target status", "other", null, null],
    ["Cost RAG", "other", null, null],
    ["RAG (previously status)", null, null, null],
    ["Autumn RAG", null, "Autumn", null],
    ["RAG\nAutu\nmn", null, "Autumn", null],
    ["RAG 2031/32", null, "2031/32", null],
  ])("“%s” says which time they are about", (heading, qualifier, label, quarter) => {
    const [, column] = columnsOf(`Deliverable|${heading}`, ["Dredge the pond|G", "Mend the weir|A", "Plant limes|R"]);
    expect(column?.role).toBe("status");
    expect(column?.qualifier).toBe(qualifier);
    expect(column?.period?.label ?? null).toBe(label);
    expect(column?.period?.quarter ?? null).toBe(quarter);
  });

  it.each([
    ["June 2032 RAG", "2032-06"],
    ["RAG 14th June 2032", "2032-06"],
    ["RAG Sept", "09"],
    ["RAG after the march of the bands", null],
  ])("“%s” names the month %s", (heading, month) => {
    const [, column] = columnsOf(`Deliverable|${heading}`, []);
    expect(column?.period?.month ?? null).toBe(month);
  });
});
