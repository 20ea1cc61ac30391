import { describe, expect, it } from "vitest";
import type { ExampleContent } from "../../src/audit/example.js";
import type { Report } from "../../src/schema/dataset.js";
import { follow, raisedIn, reportOf, titled } from "./followed.js";

const TITLES = [
  "Repaint the night bus shelters",
  "Light the river path",
  "Train door staff to spot drink spiking",
  "Review the hate crime policy",
  "Review the missing persons policy",
];
const withTitles = (quarter: number, titles: readonly (string | null)[], changes: Partial<Report> = {}): Report =>
  reportOf(quarter, { rows: titled(titles) }, changes);

describe("a deliverable", () => {
  it("is followed by its title when a new first row moves all numbers", async () => {
    const { chains, events } = await follow([
      withTitles(1, TITLES.slice(0, 3)),
      withTitles(2, ["Open a help desk", ...TITLES.slice(0, 3)]),
    ]);
    expect(chains).toEqual(["q1#1 q2#2", "q1#2 q2#3", "q1#3 q2#4"]);
    expect(events).toEqual([
      "q2 deliverable-added 1",
      "q2 deliverable-renumbered 2",
      "q2 deliverable-renumbered 3",
      "q2 deliverable-renumbered 4",
    ]);
  });

  it.each([
    ["Repaint all the night bus shelters by March", "longer"],
    ["Repaint night bus shelters", "shorter"],
    ["Refurbish the night bus shelters", "with another verb"],
    ["Rcpaint the nigt bus she1ters", "misread"],
    ["REPAINT THE NIGHT-BUS SHELTERS.", "in other type"],
  ])("is recognised as %s (%s)", async (title) => {
    const { chains, events } = await follow([withTitles(1, TITLES), withTitles(2, [title, ...TITLES.slice(1)])]);
    expect(chains).toHaveLength(TITLES.length);
    expect(events.filter((event) => event.includes("deliverable"))).toEqual([]);
  });

  it("is another one when only its place and organisation are the same", async () => {
    const { events } = await follow([withTitles(1, TITLES), withTitles(2, ["Buy a boat", ...TITLES.slice(1)])]);
    expect(events).toEqual(["q2 deliverable-dropped 1", "q2 deliverable-added 1"]);
  });

  it("is not mistaken for its neighbour of nearly the same words", async () => {
    const before = [
      "Review the hate crime policy",
      "Review the missing persons policy",
      "Review the complaints policy",
    ];
    const after = [
      "Review the missing persons procedure",
      "Review the complaints policy",
      "Review the hate crime policy",
    ];
    const { chains } = await follow([withTitles(1, before), withTitles(2, after)]);
    expect(chains).toEqual(["q1#1 q2#3", "q1#2 q2#1", "q1#3 q2#2"]);
  });

  it("is paired so that all pairs together are best, not with the row most similar to it", async () => {
    // The first titles are most similar to each other, but pairing them would leave the second ones without a match.
    const before = [
      "Review the taxi licensing policy in towns",
      "Review the taxi licensing policy in the northern towns",
    ];
    const after = ["Review the taxi licensing policy in northern towns", "Review taxi licensing policies in towns"];
    const { chains } = await follow([withTitles(1, before), withTitles(2, after)]);
    expect(chains).toEqual(["q1#1 q2#2", "q1#2 q2#1"]);
  });

  it("is tracked across a quarter without a report", async () => {
    const { chains } = await follow([withTitles(1, TITLES), withTitles(3, TITLES)]);
    expect(chains).toHaveLength(TITLES.length);
  });

  it("that is missing once keeps its track, and is reported as dropped in that report", async () => {
    const without = TITLES.filter((_, index) => index !== 1);
    const { chains, events } = await follow([withTitles(1, TITLES), withTitles(2, without), withTitles(3, TITLES)]);
    expect(chains).toContain("q1#2 q3#2");
    expect(events.filter((event) => !event.includes("renumbered"))).toEqual([
      "q2 deliverable-dropped 2",
      "q3 deliverable-added 2",
    ]);
  });

  it("is dropped once, not in every later report", async () => {
    const { events } = await follow([
      withTitles(1, TITLES),
      withTitles(2, TITLES.slice(0, 4)),
      withTitles(3, TITLES.slice(0, 4)),
    ]);
    expect(events).toEqual(["q2 deliverable-dropped 5"]);
  });

  it("whose title was not read is matched by number and position, and is reported neither as dropped nor as new", async () => {
    const lost = TITLES.map((title, index) => (index === 2 ? null : title));
    const { results, chains, events } = await follow([
      withTitles(1, TITLES),
      withTitles(2, lost),
      withTitles(3, TITLES),
    ]);
    expect(chains).toContain("q1#3 q2#3 q3#3");
    expect(events).toEqual([]);
    const members = results.flatMap(({ tracks }) => tracks).find(({ track_id }) => track_id === "q1#3")?.members;
    expect(members?.map(({ match, similarity }) => [match, similarity])).toEqual([
      ["first", null],
      ["place", null],
      ["title", 1],
    ]);
  });

  it("whose title was not read is matched by an update that both reports have", async () => {
    const updates = [{ date: "2019-05-14", text: "The board met in May and agreed the next steps." }];
    const { results } = await follow([
      reportOf(1, { rows: [...titled(TITLES), { title: "Buy a boat", updates }] }),
      reportOf(2, { rows: [{ title: null, updates }, ...titled(TITLES)] }),
    ]);
    const boat = results.flatMap(({ tracks }) => tracks).find(({ track_id }) => track_id === "q1#6");
    expect(boat?.members.map(({ deliverable_id, match }) => [deliverable_id, match])).toEqual([
      ["q1#6", "first"],
      ["q2#1", "updates"],
    ]);
  });

  it("in one report only has a track of its own if its report was compared with another", async () => {
    const { results } = await follow([withTitles(1, TITLES), withTitles(2, [...TITLES, "Buy a boat"])]);
    const tracks = results.flatMap((result) => result.tracks);
    expect(tracks.map(({ track_id }) => track_id)).toEqual(["q1#1", "q1#2", "q1#3", "q1#4", "q1#5", "q2#6"]);
    const alone = await follow([withTitles(1, TITLES)]);
    expect(alone.results.flatMap((result) => result.tracks)).toEqual([]);
  });
});

describe("reports", () => {
  it.each([
    ["of another plan", { plan_title: "Another plan" }],
    ["of the plan's other years", { plan_start_year: 2016 }],
    ["of another theme", { theme_number: 2 }],
    ["without a period or month", { period_start: null, period_end: null }],
    ["without a plan's name", { plan_title: null }],
  ])("%s are compared with none", async (_, changes) => {
    const { chains, events } = await follow([withTitles(1, TITLES), withTitles(2, TITLES.slice(1), changes)]);
    expect({ chains, events }).toEqual({ chains: [], events: [] });
  });

  it("without a period are ordered by their month of publication", async () => {
    const none = { period_start: null, period_end: null };
    const { chains } = await follow([
      withTitles(1, TITLES.slice(0, 1), { ...none, report_id: "b", published_month: "2019-09" }),
      withTitles(1, TITLES.slice(0, 1), { ...none, report_id: "a", published_month: "2019-06" }),
    ]);
    expect(chains).toEqual(["a#1 b#1"]);
  });

  it("published in a quarter's first month are no version of that quarter's report", async () => {
    const july = { period_start: null, period_end: null, published_month: "2019-07", report_id: "july" };
    const { chains } = await follow([withTitles(2, TITLES.slice(0, 1)), withTitles(1, TITLES.slice(0, 1), july)]);
    expect(chains).toEqual(["july#1 q2#1"]);
  });

  it.each([
    [["Draft", "V1"], 1],
    [["V2", "V10"], 1],
    [["Final", "V3"], 0],
    [[null, "Draft"], 0],
    [["Final", "Draft 2"], 0],
  ])("of one period in the versions %j are one, the latest", async (versions, latest) => {
    const ofVersion = (version: string | null, index: number) =>
      withTitles(1, TITLES, { report_id: `v${index}`, version });
    const { chains } = await follow([...versions.map(ofVersion), withTitles(2, TITLES)]);
    expect(chains).toEqual(TITLES.map((_, index) => `v${latest}#${index + 1} q2#${index + 1}`));
  });

  it("of two plans of the same name are separated by their titles", async () => {
    const others = [
      "Mend the potholes",
      "Plant a thousand trees",
      "Open the swimming pool on Sundays",
      "Clear the canal",
    ];
    const { chains, events } = await follow([
      withTitles(1, TITLES, { report_id: "a1" }),
      withTitles(1, others, { report_id: "b1" }),
      withTitles(2, others, { report_id: "b2" }),
      withTitles(2, TITLES, { report_id: "a2" }),
    ]);
    expect(chains).toHaveLength(TITLES.length + others.length);
    expect(chains.every((chain) => /^(?:a1#(\d) a2#\1|b1#(\d) b2#\2)$/.test(chain))).toBe(true);
    expect(events).toEqual([]);
  });

  it("of a plan that skips a quarter are not mixed with those of another of its name, though they share many words", async () => {
    const subjects = ["hate crime", "missing persons", "complaints", "estates", "volunteer"];
    const one = subjects.map((subject) => `Review the ${subject} policy with partners across the county`);
    const other = subjects.map(
      (subject) => `Publish the ${subject} plan and report to the board by the end of the year`,
    );
    const { chains } = await follow([
      withTitles(1, one, { report_id: "a1" }),
      withTitles(1, other, { report_id: "b1" }),
      withTitles(2, other, { report_id: "b2" }),
      withTitles(3, one, { report_id: "a3" }),
      withTitles(4, other, { report_id: "b4" }),
    ]);
    expect(chains).toEqual([
      ...subjects.map((_, index) => `a1#${index + 1} a3#${index + 1}`),
      ...subjects.map((_, index) => `b1#${index + 1} b2#${index + 1} b4#${index + 1}`),
    ]);
  });

  it("give the same tracks and findings in whatever order they come", async () => {
    const reports = [
      withTitles(1, TITLES),
      withTitles(2, [TITLES[1] ?? "", "Buy a boat", ...TITLES.slice(2)]),
      withTitles(2, TITLES.slice(0, 2), { report_id: "draft", version: "Draft" }),
      withTitles(3, [...TITLES].reverse()),
    ];
    const forwards = await follow(reports);
    const backwards = await follow([...reports].reverse());
    expect([...backwards.events].sort()).toEqual([...forwards.events].sort());
    expect([...backwards.chains].sort()).toEqual([...forwards.chains].sort());
    expect(forwards.events.length).toBeGreaterThan(3);
  });

  it("that share no title are all dropped and added, without a guess", async () => {
    const { chains, events } = await follow([withTitles(1, ["Buy a boat"]), withTitles(2, ["Plant trees"])]);
    expect(chains).toEqual([]);
    expect(events).toEqual(["q2 deliverable-dropped 1", "q2 deliverable-added 1"]);
  });
});

describe("a report of which rows may not have been read", () => {
  const [both, one] = [
    [{ title: "Dredge the mill pond" }, { title: "Plant a row of limes" }],
    [{ title: "Plant a row of limes" }],
  ];
  const dropped = (content: Partial<ExampleContent>) =>
    raisedIn("deliverable-dropped", [reportOf(1, { rows: both }), reportOf(2, { rows: one, ...content })]);
  const added = (content: Partial<ExampleContent>) =>
    raisedIn("deliverable-added", [reportOf(1, { rows: one, ...content }), reportOf(2, { rows: both })]);

  it.each([{ lostRows: 1 }, { unreadPages: [2] }, { rows: [] }])("drops nothing: %o", async (content) => {
    expect(await dropped({})).toHaveLength(1);
    expect(await dropped(content)).toEqual([]);
  });

  it.each([{ lostRows: 1 }, { unreadPages: [2] }])("makes no row of the next one new: %o", async (content) => {
    expect(await added({})).toHaveLength(1);
    expect(await added(content)).toEqual([]);
  });
});
