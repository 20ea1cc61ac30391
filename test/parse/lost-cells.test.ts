/** Text that has lost its cells: rows come from the order of the columns, and what fits none of them is doubted, not guessed. */
import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../src/layout/text-blocks.js";
import { parseReports } from "../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const readText = (text: string) => parseReports(blocksOfText(text, BUILTIN_PROFILE), BUILTIN_PROFILE);

const HEAD = ["HARTWELL COAST PLAN (2021-23)", "THEME 2 UPDATE - QRT 3 UPDATE (January 2022)", ""];
const rowsOf = (...lines: string[]) =>
  (readText([...HEAD, ...lines].join("\n"))[0]?.rows ?? []).map(
    ({ number, organisations, title, rag, others, updates }) => ({
      number,
      organisations,
      title,
      rag,
      others: others.map(({ heading, text }) => `${heading}: ${text}`),
      dates: updates.map(({ date }) => date),
    }),
  );

describe("a cell a line", () => {
  it("gives wrapped cells, dates and statuses to their columns", () => {
    const rows = rowsOf(
      ...["Ref", "", "Action", "", "Owner", "", "Due date", "", "RAG", "", "Comments", ""],
      ...["1.1", "", "Repair the sea wall before", "the autumn tides", "", "EA", "", "March 2022", "", "A", ""],
      ...["12.12.21: The tender is out.", ""],
      ...["1.2", "", "Open the lifeboat house", "", "RNLI", "", "May 2022", "", "G", "", "14.12.21: It is open.", ""],
    );
    expect(rows).toEqual([
      {
        number: "1.1",
        organisations: ["EA"],
        title: "Repair the sea wall before the autumn tides",
        rag: "amber",
        others: ["Due date: March 2022"],
        dates: ["2021-12-12"],
      },
      {
        number: "1.2",
        organisations: ["RNLI"],
        title: "Open the lifeboat house",
        rag: "green",
        others: ["Due date: May 2022"],
        dates: ["2021-12-14"],
      },
    ]);
  });

  it("starts no row at a label that has a line of its own where labels have their titles beside them", () => {
    const rows = rowsOf(
      ...["Actions", "", "Owner", "", "Links", "", "RAG", ""],
      ...["1.1 Repair the sea wall", "", "EA", "", "1.2", "", "A", ""],
      ...["1.2 Open the lifeboat house", "", "RNLI", "", "", "G", ""],
      ...["1.3 Count the seals each spring", "", "EA", "", "", "R", ""],
    );
    expect(rows.map(({ number, title, rag }) => [number, title, rag])).toEqual([
      ["1.1", "Repair the sea wall", "amber"],
      ["1.2", "Open the lifeboat house", "green"],
      ["1.3", "Count the seals each spring", "red"],
    ]);
  });
});

describe("a row a line", () => {
  it("cuts rows that wrap within their cells, with headings that do so too", () => {
    const rows = rowsOf(
      "Ref Action Lead Due date RAG",
      "now",
      "RAG last",
      "quarter",
      "Comments",
      "1a Repair the sea wall before",
      "the autumn tides",
      "EA 01/03/2022 A G 12.12.21: The tender is out.",
      "1b Open the lifeboat house RNLI 01/05/2022 G A 14.12.21: It is open.",
    );
    expect(rows.map(({ number, title, organisations, rag }) => [number, title, organisations, rag])).toEqual([
      ["1a", "Repair the sea wall before the autumn tides", ["EA"], "amber"],
      ["1b", "Open the lifeboat house", ["RNLI"], "green"],
    ]);
  });

  it("marks a row for review where a name and a title share a line and nothing else shows the edge", () => {
    const [report] = readText(
      [...HEAD, "No Lead Action RAG", "1 Harbour Trust Mend the slipway G", "2 Coast Watch Paint the tower A"].join(
        "\n",
      ),
    );
    for (const row of report?.rows ?? []) expect(row.reasons.length).toBeGreaterThan(0);
  });
});

describe("a list of labelled entries", () => {
  it("reads a label a line, several labels a line, and labels in brackets behind the title", () => {
    const rows = rowsOf(
      "2.1 Repair the sea wall",
      "Responsible officer: EA",
      "Status: At risk",
      "Target date: 03/08/2022",
      "Comments: The tender is out.",
      "2.2 Open the lifeboat house",
      "Responsible officer: RNLI  Status: On track  Target date: 03/09/2022",
      "Comments: It is open.",
    );
    expect(rows.map(({ number, title, organisations, rag }) => [number, title, organisations, rag])).toEqual([
      ["2.1", "Repair the sea wall", ["EA"], "amber"],
      ["2.2", "Open the lifeboat house", ["RNLI"], "green"],
    ]);
  });

  it("takes a coloured glyph before each title for its status", () => {
    const rows = rowsOf(
      "🟢 **1.1 Repair the sea wall** (Lead: EA)",
      "",
      "🔴 **1.2 Open the lifeboat house** (Lead: RNLI)",
    );
    expect(rows.map(({ number, title, organisations, rag }) => [number, title, organisations, rag])).toEqual([
      ["1.1", "Repair the sea wall", ["EA"], "green"],
      ["1.2", "Open the lifeboat house", ["RNLI"], "red"],
    ]);
  });

  it("keeps the heading of a group out of the entry above it", () => {
    const entry = (label: string, title: string) => [
      `${label} ${title}`,
      "Lead: EA",
      "Status: Green",
      "Comments: Done.",
    ];
    const [report] = readText(
      [
        ...HEAD,
        ...entry("1.1", "Repair the wall"),
        "",
        "Strategy: Safer beaches",
        ...entry("1.2", "Paint the tower"),
      ].join("\n"),
    );
    expect(report?.rows.flatMap(({ updates }) => updates.map(({ text }) => text))).toEqual(["Done.", "Done."]);
  });
});

describe("doubt where cells are lost", () => {
  const rowsRead = (...lines: string[]) => readText([...HEAD, ...lines].join("\n"))[0]?.rows ?? [];
  const isDoubted = (row: ReturnType<typeof rowsRead>[number] | undefined) => (row?.reasons.length ?? 0) > 0;

  it("takes a name that always goes on in the same way as a whole", () => {
    const rows = rowsRead(
      "No Lead Action RAG Update",
      "1 Harbour Team Dredge the inner basin G Update 12.12.21: It is done.",
      "2 Highways Paint the crossing A Update 12.12.21: The paint is ordered.",
      "3 Harbour Team Replace the slipway lamps R Update 12.12.21: No bids came.",
    );
    expect(rows.map(({ organisations, title }) => [organisations, title])).toEqual([
      [["HARBOUR TEAM"], "Dredge the inner basin"],
      [["HIGHWAYS"], "Paint the crossing"],
      [["HARBOUR TEAM"], "Replace the slipway lamps"],
    ]);
  });

  it("doubts a known name whose next word may be its own", () => {
    const rows = rowsRead(
      "No Organisation Deliverable RAG Update",
      "1 Police Survey the quay G Update 12.12.21: It is done.",
      "2 Fire Authority Inspect forty boats A Update 12.12.21: Ten are left.",
      "3 Police Count the moorings R Update 12.12.21: Nobody was free.",
    );
    expect(rows.map(isDoubted)).toEqual([false, true, false]);
  });

  it("doubts every update where a column of text beside it stays empty", () => {
    const rows = rowsRead(
      "No Action owner Recommendation Status Management response Next steps",
      "1 EA Repair the sea wall A 2021-12-12: Bids are in. Choose a builder by May",
      "2 RNLI Open the lifeboat house G 2021-12-12: It opened. Hold a summer fair",
    );
    expect(rows).toHaveLength(2);
    expect(rows.every(isDoubted)).toBe(true);
  });

  it.each(["Action No Owner Agreed action Status Latest update", "Ref Lead Action RAG rating Latest update"])(
    "tells headings of several words apart: %s",
    (headings) => {
      expect(
        rowsOf(
          headings,
          "1 EA Repair the sea wall A December 2021: Bids are in.",
          "2 RNLI Open the lifeboat house G December 2021: It opened.",
        ).map(({ number, organisations, title, rag }) => [number, organisations, title, rag]),
      ).toEqual([
        ["1", ["EA"], "Repair the sea wall", "amber"],
        ["2", ["RNLI"], "Open the lifeboat house", "green"],
      ]);
    },
  );

  it("divides no heading between which period it is of and the period", () => {
    const rows = rowsRead(
      "Ref Lead Action RAG rating Last quarter's status Progress",
      "1 EA Repair the sea wall A Red 12/12/2021 - Bids are in.",
      "2 RNLI Open the lifeboat house G Amber 12/12/2021 - It opened.",
    );
    expect(rows.map(({ statuses }) => statuses.map(({ heading }) => heading))).toEqual([
      ["RAG rating", "status"],
      ["RAG rating", "status"],
    ]);
  });

  it("keeps a dash and a word that nothing explains in the status, and a total out of the last update", () => {
    const rows = rowsOf(
      ...["No", "Organisation", "Deliverable", "RAG", "Update"],
      ...["1", "EA", "Repair the sea wall", "Shelved", "Update 12.12.21: Bids are in."],
      ...["2", "RNLI", "Open the lifeboat house", "-", "Update 13.12.21: Not begun."],
      ...["3", "EA", "Count the seals", "G", "Update 14.12.21: Done.", "Total", "3 deliverables"],
    );
    expect(rows.map(({ title, rag, dates }) => [title, rag, dates])).toEqual([
      ["Repair the sea wall", null, ["2021-12-12"]],
      ["Open the lifeboat house", null, ["2021-12-13"]],
      ["Count the seals", "green", ["2021-12-14"]],
    ]);
  });

  it("reads a list of titles and statuses alone", () => {
    const rows = rowsOf(
      ...["Commitment", "RAG", "Repair the sea wall", "A", "Open the lifeboat house", "G"],
      ...["Count the seals each spring", "R"],
    );
    expect(rows.map(({ title, rag }) => [title, rag])).toEqual([
      ["Repair the sea wall", "amber"],
      ["Open the lifeboat house", "green"],
      ["Count the seals each spring", "red"],
    ]);
  });

  it("begins rows with who they are for where labels stand before the titles", () => {
    const rows = rowsOf(
      "Responsible Commitment BRAG Comments",
      "EA 2.1 Repair the sea wall A 12 Dec 2021: Bids are in.",
      "RNLI/EA 2.2 Open the lifeboat house G 12 Dec 2021: It opened.",
      "EA 2.3 Count the seals R 12 Dec 2021: Nobody was free.",
    );
    expect(rows.map(({ number, organisations, title }) => [number, organisations, title])).toEqual([
      ["2.1", ["EA"], "Repair the sea wall"],
      ["2.2", ["RNLI", "EA"], "Open the lifeboat house"],
      ["2.3", ["EA"], "Count the seals"],
    ]);
  });

  it("begins no organisation after a sign that joins it to the line before", () => {
    const [first] = rowsOf(
      "Ref Action Lead Due RAG Update",
      ...["1a Repair the sea wall", "before autumn", "EA/", "RNLI", "Mar", "2022", "A 12 December 2021: Bids are in."],
      ...["1b Open the lifeboat", "house", "RNLI May", "2022", "G 13 December 2021: It is open."],
    );
    expect(first?.organisations).toEqual(["EA", "RNLI"]);
  });
});
