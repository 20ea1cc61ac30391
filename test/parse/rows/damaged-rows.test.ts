/** Rows whose cells text recognition fused, cut, lost or doubled: they are given to their columns, and what was repaired says so. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf } from "../read-text.js";

const HEADING = "No\tOrganisation\tDeliverable\tRAG";
const FIRST = ["1\tHCC\tRepair the sea wall\tA", "Update 12.09.22: The tender is out."];
const LAST = ["3\tEA\tCount the seals each spring\tG", "Update 14.09.22: There were forty."];

const rowsOf = (...lines: string[]) =>
  (reportOf(...HEADER, HEADING, ...FIRST, ...lines, ...LAST)?.deliverables ?? []).map((row) => ({
    values: [row.number, row.organisations.join(), row.title, row.rag],
    reasons: row.review_reasons,
    repairs: row.repairs.map(({ field, raw, value }) => [field, raw, value]),
    updates: row.updates.map(({ text }) => text),
  }));

const WHOLE = ["2", "HCC", "Open the boat house to schools", "green"];
const UPDATE = "Update 13.09.22: Two schools came.";

describe("a damaged row between two others", () => {
  it.each([
    ["its number printed twice", "2\t2 HCC Open the boat house to schools\tG", "number-repaired"],
    ["its number and organisation in one cell", "2 HCC\tOpen the boat house to schools\tG", "number-repaired"],
    ["its organisation at the title's start", "2\tHCC Open the boat house to schools\tG", "title-repaired"],
    ["its status at the title's end", "2\tHCC\tOpen the boat house to schools G", "rag-repaired"],
    ["its title cut in two", "2\tHCC\tOpen the boat\thouse to schools\tG", "title-repaired"],
    ["all its cells in one", "2 HCC Open the boat house to schools G", "rag-repaired"],
  ])("with %s is read in full, and marked", (_, line, reason) => {
    const rows = rowsOf(line, UPDATE);
    expect(rows.map(({ values }) => values[0])).toEqual(["1", "2", "3"]);
    expect(rows[1]?.values).toEqual(WHOLE);
    expect(rows[1]?.reasons).toContain(reason);
    expect(rows[1]?.updates).toEqual(["Two schools came."]);
  });

  it.each([
    ["number", "\tHCC\tOpen the boat house to schools\tG", ["2", ...WHOLE.slice(1)], "number-inferred"],
    ["number with its cell", "HCC\tOpen the boat house to schools\tG", ["2", ...WHOLE.slice(1)], "number-inferred"],
    ["organisation", "2\tOpen the boat house to schools\tG", ["2", "", WHOLE[2], "green"], "organisation-missing"],
    ["status", "2\tHCC\tOpen the boat house to schools", ["2", "HCC", WHOLE[2], null], "status-missing"],
  ])("without its %s has all else, and says what is missing", (_, line, values, reason) => {
    const row = rowsOf(line, UPDATE)[1];
    expect(row?.values).toEqual(values);
    expect(row?.reasons).toContain(reason);
  });

  it("is put together where its title's beginning and its status stand on a row of their own above", () => {
    const rows = rowsOf("\t\tOpen the boat house\tG", "2\tHCC\tto schools", UPDATE);
    expect(rows.map(({ values }) => values)[1]).toEqual(WHOLE);
    expect(rows[1]?.repairs).toContainEqual(["title", "Open the boat house\nto schools", WHOLE[2]]);
  });

  it("is a row to be reviewed where all its cells have run together and only its missing number tells it", () => {
    const rows = rowsOf("2 Wardens Open the boat house to schools G", UPDATE);
    expect(rows.map(({ values }) => values[0])).toEqual(["1", "2", "3"]);
    expect(rows[1]?.reasons).toContain("column-doubtful");
    expect(rows[0]?.updates).toEqual(["The tender is out."]);
  });

  it("keeps what was printed beside each repair", () => {
    expect(rowsOf("2\t2 HCC Open the boat house to schools\tG", UPDATE)[1]?.repairs).toEqual([
      ["title", "2 HCC Open the boat house to schools", WHOLE[2]],
      ["number", "2\t2", "2"],
    ]);
  });
});

describe("what is no row, or no damage", () => {
  it("is a numbered list within an update", () => {
    const rows = rowsOf(
      "2\tHCC\tOpen the boat house to schools\tG",
      UPDATE,
      "1.\tBriefed the crew.",
      "2.\tBought oars.",
    );
    expect(rows.map(({ values }) => values[0])).toEqual(["1", "2", "3"]);
    expect(rows[1]?.updates.join()).toContain("2. Bought oars.");
  });

  it("is a number that begins a title after the row's own", () => {
    const row = rowsOf("2\tHCC\t2 day sailing courses\tG", UPDATE)[1];
    expect(row?.values).toEqual(["2", "HCC", "2 day sailing courses", "green"]);
  });

  it("is an organisation that nobody knows at a title's start", () => {
    const row = rowsOf("2\tHarbour safety signs are put up\tG", UPDATE)[1];
    expect(row?.values).toEqual(["2", "", "Harbour safety signs are put up", "green"]);
  });
});

describe("damage at random", () => {
  const TITLES = [
    "Open the slipway",
    "Dredge the east basin",
    "Hire two lifeguards",
    "Paint the pier head",
    "Light the mole",
  ];
  const ORGANISATIONS = ["HCC", "EA", "RNLI"];
  const STATUSES = { G: "green", A: "amber", R: "red" } as const;

  /** Numbers from 0 to 1 that are the same for a seed. */
  const random = (seed: number) => {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x80000000;
    };
  };
  const damaged = (cells: readonly string[], next: () => number): string[] => {
    const at = Math.floor(next() * (cells.length - 1));
    const words = (cells[2] ?? "").split(" ");
    const ways: (() => string[])[] = [
      () => [...cells.slice(0, at), `${cells[at]} ${cells[at + 1]}`, ...cells.slice(at + 2)],
      () => [...cells.slice(0, 2), words.slice(0, 2).join(" "), words.slice(2).join(" "), ...cells.slice(3)],
      () => cells.map((cell, index) => (index === at && at !== 2 ? "" : cell)),
      () => [cells[0] ?? "", `${cells[0]} ${cells[1]}`, ...cells.slice(2)],
    ];
    return ways[Math.floor(next() * ways.length)]?.() ?? [...cells];
  };

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    "gives no wrong value without a reason (seed %i)",
    (seed) => {
      const next = random(seed * 7919);
      const truth = TITLES.map((title, at) => {
        const status = (Object.keys(STATUSES) as (keyof typeof STATUSES)[])[Math.floor(next() * 3)] ?? "G";
        return { number: String(at + 1), organisation: ORGANISATIONS[Math.floor(next() * 3)] ?? "", title, status };
      });
      const lines = truth.flatMap(({ number, organisation, title, status }) => {
        const cells = [number, organisation, title, status];
        return [(next() < 0.5 ? damaged(cells, next) : cells).join("\t"), `Update 1${number}.09.22: Work goes on.`];
      });
      const rows = reportOf(...HEADER, HEADING, ...lines)?.deliverables ?? [];
      expect(rows.map(({ number }) => number)).toEqual(truth.map(({ number }) => number));
      rows.forEach((row, at) => {
        const { organisation, title, status } = truth[at] ?? { organisation: "", title: "", status: "G" };
        const isRight =
          row.organisations.join() === organisation && row.title === title && row.rag === STATUSES[status];
        expect(isRight || row.review_reasons.length > 0).toBe(true);
      });
    },
  );
});
