import { describe, expect, it } from "vitest";
import type { ExampleUpdate } from "../../src/audit/example-rows.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import type { Rag } from "../../src/schema/values.js";
import { follow, raisedIn, reportOf } from "./followed.js";

const DAYS = ["2019-05-14", "2019-08-20", "2019-11-05", "2020-02-11"];

/** Reports of successive quarters with one row of these statuses, each with an update of its quarter. */
const withStatuses = (rags: readonly (Rag | null)[]) =>
  rags.map((rag, index) => reportOf(index + 1, { rows: [{ rag, updates: [{ date: DAYS[index] ?? "" }] }] }));

describe("status-regressed", () => {
  it.each<[Rag | null, Rag | null, boolean]>([
    ["green", "amber", true],
    ["green", "red", true],
    ["amber", "red", true],
    ["amber", "green", false],
    ["red", "amber", false],
    ["green", "blue", false],
    ["green", "white", false],
    ["blue", "amber", false],
    ["white", "red", false],
    ["green", null, false],
    [null, "red", false],
  ])("from %s to %s: %s", async (from, to, isRaised) => {
    expect(await raisedIn("status-regressed", withStatuses([from, to]))).toEqual(isRaised ? ["q2 1"] : []);
  });

  it("compares with the last status that could be read, and says so", async () => {
    const { results, events } = await follow(withStatuses(["green", null, "amber"]));
    expect(events).toEqual(["q3 status-regressed 1"]);
    const message = results[2]?.reports[0]?.findings.find(({ rule }) => rule === "status-regressed")?.message;
    expect(message).toBe(
      "Row 1 is amber, but was green in the report for Q1 2019-20; no status could be read in between.",
    );
  });

  it("is not raised again while the status stays", async () => {
    expect(await raisedIn("status-regressed", withStatuses(["green", "red", "red"]))).toEqual(["q2 1"]);
  });
});

describe("status-unexplained", () => {
  const change = (before: readonly ExampleUpdate[], after: readonly ExampleUpdate[]) =>
    raisedIn("status-unexplained", [
      reportOf(1, { rows: [{ rag: "amber", updates: before }] }),
      reportOf(2, { rows: [{ rag: "green", updates: after }] }),
    ]);
  const may = { date: "2019-05-14", text: "The paint was ordered." };

  it.each<[string, readonly ExampleUpdate[], readonly ExampleUpdate[], boolean]>([
    ["nothing but the old update", [may], [may], true],
    ["no update at all", [may], [], true],
    ["an older update", [may], [{ date: "2019-04-02", text: "A paint was chosen." }], true],
    ["an update of the new quarter", [may], [{ date: "2019-08-20" }, may], false],
    ["a month of the new quarter", [may], [{ date: "2019-07" }, may], false],
    ["a later update of the old quarter", [may], [{ date: "2019-06-20" }, may], false],
    ["an undated update of new words", [may], [{ text: "The shelters are painted." }, may], false],
    ["an undated update of old words", [may, { text: "It is on its way." }], [{ text: "It is on its way." }], true],
    ["a first dated update", [{ text: "It is on its way." }], [{ date: "2019-05-30" }], false],
  ])("with %s", async (_, before, after, isRaised) => {
    expect(await change(before, after)).toEqual(isRaised ? ["q2 1"] : []);
  });

  it("is not raised where the status stayed or cannot be read", async () => {
    const rows = (rag: Rag | null) => ({ rows: [{ rag, updates: [may] }] });
    expect(await raisedIn("status-unexplained", [reportOf(1, rows("green")), reportOf(2, rows("green"))])).toEqual([]);
    expect(await raisedIn("status-unexplained", [reportOf(1, rows("green")), reportOf(2, rows(null))])).toEqual([]);
  });
});

describe("update-copied", () => {
  const LONG =
    "The board met with the housing team and 14 residents, agreed the order of work and asked for a price from each of the three firms.";
  const copied = (before: readonly ExampleUpdate[], after: readonly ExampleUpdate[]) =>
    raisedIn("update-copied", [
      reportOf(1, { rows: [{ updates: before }] }),
      reportOf(2, { rows: [{ updates: after }] }),
    ]);
  const may = { date: "2019-05-14", text: LONG };

  it.each<[string, ExampleUpdate, boolean]>([
    ["the same words under a later date", { date: "2019-08-20", text: LONG }, true],
    [
      "the same words in other type and lines",
      { date: "2019-08", text: LONG.toUpperCase().replace(", ", ",\n") },
      true,
    ],
    ["nearly the same words", { date: "2019-08-20", text: LONG.replace("agreed", "settled") }, true],
    ["the same words and a remark", { date: "2019-08-20", text: `${LONG} No change since.` }, true],
    ["the same words with a figure lost", { date: "2019-08-20", text: LONG.replace("14 ", "") }, true],
    ["the same words with another figure", { date: "2019-08-20", text: LONG.replace("14", "41") }, false],
    [
      "the same words with as many new ones",
      { date: "2019-08-20", text: `${LONG} ${LONG.split(" ").reverse().join(" ")}` },
      false,
    ],
    ["the same words under their own date", { date: "2019-05-14", text: LONG }, false],
    ["the same words under their own month", { date: "2019-05", text: LONG }, false],
    ["the same words under an earlier date", { date: "2019-04-01", text: LONG }, false],
    ["the same words undated", { text: LONG }, false],
    ["other words", { date: "2019-08-20", text: "The firms gave their prices, and the cheapest was chosen." }, false],
  ])("%s", async (_, update, isRaised) => {
    expect(await copied([may], [update])).toEqual(isRaised ? ["q2 1"] : []);
  });

  it("ignores updates of fewer words than the profile sets", async () => {
    const short = "The paint has not come yet.";
    expect(await copied([{ date: "2019-05-14", text: short }], [{ date: "2019-08-20", text: short }])).toEqual([]);
  });

  it("looks at all reports before, and names the one that had the text", async () => {
    const other = [{ date: "2019-08-20", text: "The firms gave their prices, and the cheapest was chosen." }];
    const { results, events } = await follow([
      reportOf(1, { rows: [{ updates: [may] }] }),
      reportOf(2, { rows: [{ updates: other }] }),
      reportOf(3, { rows: [{ updates: [{ date: "2019-11-05", text: LONG }] }] }),
    ]);
    expect(events).toEqual(["q3 update-copied 1"]);
    expect(results[2]?.reports[0]?.findings.at(-1)?.message).toBe(
      "Row 1 has under 2019-11-05 the text (26 words) that the report for Q1 2019-20 has under 2019-05-14.",
    );
  });

  it("is raised once: the copy that a later report keeps under its date is not copied again", async () => {
    const copy = { date: "2019-08-20", text: LONG };
    const reports = [[may], [copy], [copy]].map((updates, index) => reportOf(index + 1, { rows: [{ updates }] }));
    expect(await raisedIn("update-copied", reports)).toEqual(["q2 1"]);
  });

  it("compares only updates of the same deliverable", async () => {
    const reports = [
      reportOf(1, { rows: [{ title: "Buy a boat", updates: [may] }, { title: "Plant a thousand trees" }] }),
      reportOf(2, {
        rows: [
          { title: "Buy a boat" },
          { title: "Plant a thousand trees", updates: [{ date: "2019-08-20", text: LONG }] },
        ],
      }),
    ];
    expect(await raisedIn("update-copied", reports)).toEqual([]);
  });
});

describe("title-changed", () => {
  it("is not raised by capitals, punctuation or an ampersand", async () => {
    const rows = (title: string) => ({ rows: [{ title }] });
    const reports = [
      reportOf(1, rows("Light the path & the bridge")),
      reportOf(2, rows("LIGHT THE PATH, AND THE BRIDGE.")),
    ];
    expect(await raisedIn("title-changed", reports)).toEqual([]);
  });

  it("quotes long titles from where they differ", async () => {
    const long = "Work with all partners in the county to light the walking routes that lead to the railway stations";
    const { results } = await follow([
      reportOf(1, { rows: [{ title: `${long} by March` }] }),
      reportOf(2, { rows: [{ title: `${long} by June` }] }),
    ]);
    const found = results[1]?.reports[0]?.findings.find(({ rule }) => rule === "title-changed");
    expect(found?.message).toBe(
      'Row 1 reads "… stations by June", but "… stations by March" in the report for Q1 2019-20.',
    );
    expect(found).toMatchObject({ expected: `${long} by March`, actual: `${long} by June` });
  });
});

describe("rating-inconsistent", () => {
  const rated = (quarter: number, letters: string, changes = {}) =>
    reportOf(quarter, { rows: rowsOf(letters), rating: "very good", ratingBasis: "Stated." }, changes);

  it.each([
    ["GGGGG", "GGGGA", true],
    ["GGGGG", "GGGGGGGGAA", true],
    ["GGGGGG", "GGGGGA", false],
    ["GGGAA", "GGGGG", true],
    ["GGGGG", "GGGG?", false],
    ["GGGGG", "GGGA?", true],
  ])("%s and then %s: %s", async (before, after, isRaised) => {
    const found = await raisedIn("rating-inconsistent", [rated(1, before), rated(2, after)]);
    expect(found).toEqual(isRaised ? ["q2"] : []);
  });

  it("compares themes of one plan with each other, but not different plans or ratings", async () => {
    const [good, bad] = ["GGGGG", "GRRRR"];
    const theme = { theme_number: 2 };
    expect(
      await raisedIn("rating-inconsistent", [rated(1, good), rated(1, bad, { ...theme, report_id: "t2" })]),
    ).toEqual(["t2"]);
    expect(await raisedIn("rating-inconsistent", [rated(1, good), rated(2, bad, { plan_title: "Other" })])).toEqual([]);
    expect(await raisedIn("rating-inconsistent", [rated(1, good), rated(2, bad, { overall_rating: "poor" })])).toEqual(
      [],
    );
  });

  it("names the report that differs most", async () => {
    const { results } = await follow([rated(1, "GGGGG"), rated(2, "GGGGG"), rated(3, "RRRRR"), rated(4, "GGGGA")]);
    const found = results[3]?.reports[0]?.findings.find(({ rule }) => rule === "rating-inconsistent");
    expect(found?.message).toBe(
      'The report rates itself "very good" with 80% (4 of 5) green, as the report for Q3 2019-20 does with 0% (0 of 5).',
    );
  });
});
