/** What a review shows of decisions, and which it takes: of doubtful fields, of corrections that do not fit, and of findings. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { type ExampleContent, example } from "../../src/audit/example.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import { addDisposition, DispositionConflict } from "../../src/pipeline/add-disposition.js";
import type { Report } from "../../src/schema/dataset.js";
import { readCorrections } from "../../src/source/corrections.js";
import { SETTINGS } from "../audit/raised.js";
import { makeCorrection, openReview, type SmallReview, writeCorrections } from "./small-review.js";

const WHO = { window: "one", by: "A. Lee" };
const reviews: SmallReview[] = [];
afterEach(() => {
  for (const review of reviews.splice(0)) review.remove();
});

const open: typeof openReview = async (...given) => {
  const review = await openReview(...given);
  reviews.push(review);
  return review;
};

function reportOf(content: ExampleContent): Report {
  const { report, facts } = example(content);
  return { ...report, findings: auditReport(report, facts, SETTINGS) };
}

const records = ({ folder }: SmallReview, name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { columns: true });

/** Rows with the reasons, and no findings. */
const doubtful = (...rows: ExampleContent["rows"]): Report => ({ ...example({ rows }).report, findings: [] });

describe("a doubtful row", () => {
  const report = doubtful({ title: "Mend the weir", reasons: ["status-doubtful", "column-doubtful"] });
  const isDone = async ({ session }: SmallReview) => (await session.queue("one")).items.map((item) => item.isDone);

  it("is done once each field that is in doubt was corrected, and not after another one", async () => {
    const review = await open([report]);
    const { writer } = review.session;
    const about = { ...WHO, report_id: "example", deliverable: "example#1", why: "seen", expected: null };
    await writer.correct({ ...about, field: "organisations", value: "MC" });
    expect(await isDone(review)).toEqual([false]);
    await writer.correct({ ...about, field: "title", value: "Mend the weirs" });
    expect(await isDone(review)).toEqual([false]);
    await writer.correct({ ...about, field: "rag", value: "red" });
    expect(await isDone(review)).toEqual([true]);
  });

  it("is confirmed by a correction of each of these fields to the same value, and of no other", async () => {
    const review = await open([report]);
    const { id, version, fields } = await review.session.item("row:example#1");
    expect(fields.filter((field) => field.isDoubted).map(({ field }) => field)).toEqual(["rag", "title"]);
    await review.session.writer.confirm({ ...WHO, id, version });
    expect(records(review, "corrections.csv").map(({ field, value, printed }) => [field, value, printed])).toEqual([
      ["rag", "green", "green"],
      ["title", "Mend the weir", "Mend the weir"],
    ]);
    expect(await isDone(review)).toEqual([true]);
  });

  it("whose date may be another one is confirmed by that date, and keeps its status", async () => {
    const updates = [{ raw: "03.04.22" }, { date: "2022-05-06" }];
    const review = await open([doubtful({ reasons: ["update-date-unsure"], updates })]);
    const { id, version } = await review.session.item("row:example#1");
    await review.session.writer.confirm({ ...WHO, id, version });
    expect(records(review, "corrections.csv").map(({ deliverable, field }) => [deliverable, field])).toEqual([
      ["example#1/1", "date"],
    ]);
    expect(await isDone(review)).toEqual([true]);
  });
});

it("confirms what a window shows after another window decided about another row, but not about this one", async () => {
  const row = { reasons: ["status-doubtful"] } as const;
  const { session } = await open([doubtful({ title: "Mend the weir", ...row }, { title: "Light the path", ...row })]);
  const shown = await session.item("row:example#1");
  const other = { window: "two", by: "J. Ogden", report_id: "example", field: "rag", why: "seen", expected: null };
  await session.writer.correct({ ...other, deliverable: "example#2", value: "red" });
  await session.writer.confirm({ ...WHO, id: shown.id, version: shown.version });
  const again = await session.item("row:example#2");
  await session.writer.correct({ ...other, deliverable: "example#2", value: "amber", expected: "red" });
  const late = session.writer.confirm({ ...WHO, id: again.id, version: again.version });
  await expect(late).rejects.toMatchObject({ isConflict: true });
});

describe("a row that is added", () => {
  const twice = doubtful({ number: "1", title: "Mend the weir" }, { number: "1", title: "Light the path" });
  const [first, second] = twice.deliverables;
  const named = [
    { ...first, deliverable_id: "example#1" },
    { ...second, deliverable_id: "example#1~2" },
    { ...second, number: null, deliverable_id: "example#unnumbered" },
  ] as Report["deliverables"];
  const ASKED = { ...WHO, report_id: "example", organisations: "", rag: "", page: null, line: null, why: "missing" };

  it("names the row before it by what no other row is named by", async () => {
    const review = await open([{ ...twice, deliverables: named }]);
    for (const [at, { deliverable_id: after }] of named.entries())
      await review.session.writer.addRow({ ...ASKED, after, number: `9${at}`, title: "Paint the bridge" });
    const values = records(review, "corrections.csv").filter(({ field }) => field === "row");
    expect(values.map(({ value }) => value)).toEqual([
      ...["add after example#1", "add after example#1~2", "add after example#unnumbered"],
    ]);
    const corrections = await readCorrections(join(review.folder, "corrections.csv"));
    const { outcomes, report } = correctReport({ ...twice, deliverables: named }, corrections);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["applied"]));
    expect(report.deliverables.map(({ number }) => number)).toEqual(["1", "90", "1", "91", null, "92"]);
  });

  it("without a number has none, and a name that no other row has", async () => {
    const report = doubtful({ number: "new-1", title: "Mend the weir" });
    const review = await open([report]);
    for (const title of ["Paint the bridge", "Print the leaflet"])
      await review.session.writer.addRow({ ...ASKED, after: "example#new-1", number: " ", title });
    const corrections = await readCorrections(join(review.folder, "corrections.csv"));
    const { deliverables } = correctReport(report, corrections).report;
    expect(deliverables.slice(1).map(({ deliverable_id, number, title }) => [deliverable_id, number, title])).toEqual([
      ["example#new-3", null, "Print the leaflet"],
      ["example#new-2", null, "Paint the bridge"],
    ]);
    expect((await review.session.queue("one")).unfit).toBe(0);
  });
});

describe("a correction that is stale", () => {
  const report = doubtful({ title: "Mend the weir", reasons: ["status-doubtful"] });
  const stale = makeCorrection("1", "rag", "red", "amber");

  it("leaves the row to be done, and is shown as stale in queue, item and sign-off", async () => {
    const { session } = await open([report], [stale]);
    const queue = await session.queue("one");
    expect([queue.items[0]?.isDone, queue.unfit, queue.unapplied]).toEqual([false, 1, 0]);
    const { fields } = await session.item("row:example#1");
    expect(fields[0]).toMatchObject({ field: "rag", value: "green", correction: { value: "red", isStale: true } });
    expect((await session.signOff()).unfit).toEqual([
      'Correction on line 2: now "green" is read as printed, not "amber"',
    ]);
  });

  it("gives way where the row is confirmed", async () => {
    const review = await open([report], [stale]);
    const { id, version } = await review.session.item("row:example#1");
    await review.session.writer.confirm({ ...WHO, id, version });
    expect(records(review, "corrections.csv").map(({ value, printed }) => [value, printed])).toEqual([
      ["green", "green"],
    ]);
    expect(await review.session.queue("one")).toMatchObject({ unfit: 0, unapplied: 1 });
  });
});

describe("the corrections that are not applied", () => {
  const report = doubtful({ title: "Mend the weir" }, { title: "Light the path" });
  const made = [
    makeCorrection("1", "rag", "red", "green"),
    makeCorrection("1b", "row", "add after 1", ""),
    makeCorrection("1b", "title", "Paint the bridge", ""),
    makeCorrection("2", "row", "remove", "Light the path"),
    makeCorrection("", "version", "2", ""),
  ];
  const corrected = correctReport(report, made).report;
  const unapplied = async ({ session }: SmallReview) => (await session.queue("one")).unapplied;

  it("are none of a dataset that was written with them, and all of one that was not", async () => {
    expect(await unapplied(await open([corrected], made))).toBe(0);
    expect(await unapplied(await open([report], made))).toBe(made.length);
  });

  it("know two rows that were removed for the same reason from one another", async () => {
    const blank = doubtful({ title: null }, { title: null });
    const removed = [makeCorrection("1", "row", "remove", ""), makeCorrection("2", "row", "remove", "")];
    const without = correctReport(blank, removed).report;
    expect(await unapplied(await open([without], removed))).toBe(0);
    expect(await unapplied(await open([without], removed.slice(1)))).toBe(1);
  });

  it("count those that were taken out or changed since", async () => {
    const review = await open([corrected], made);
    writeCorrections(review.folder, [makeCorrection("1", "rag", "amber", "green"), ...made.slice(1)]);
    expect(await unapplied(review)).toBe(1);
    writeCorrections(review.folder, made.slice(1));
    expect(await unapplied(review)).toBe(1);
    writeCorrections(review.folder, []);
    expect(await unapplied(review)).toBe(made.length);
  });
});

it("what a command decided about a finding meanwhile is not overwritten", async () => {
  const report = reportOf({ stated: { green: "3/3 (100%)" }, rows: [{ rag: "green" }, { rag: "amber" }] });
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the example has a finding");
  const { finding_id, message } = finding;
  const path = join((await open([report])).folder, "dispositions.csv");
  const request = { finding_id, disposition: "false", note: "", by: "J. Ogden" };
  await addDisposition(path, request, { message }, "2024-01-31");
  const again = addDisposition(path, { ...request, expected: null }, { message }, "2024-01-31");
  await expect(again).rejects.toThrow(DispositionConflict);
  await addDisposition(path, { ...request, expected: "false" }, { message }, "2024-01-31");
  // It says something else now: what was decided before is not about this.
  await addDisposition(path, { ...request, expected: null }, { message: `${message} Now.` }, "2024-01-31");
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(4);
});

describe("what is undone", () => {
  const report = reportOf({ stated: { green: "3/3 (100%)" }, rows: [{ rag: "green" }, { rag: "amber" }] });
  const finding_id = report.findings[0]?.finding_id ?? "";
  const rag = { report_id: "example", deliverable: "example#1", field: "rag", value: "red", why: "seen" };
  const one = { window: "one", by: "A. Lee" };
  const two = { window: "two", by: "J. Ogden" };

  it("is a window's own last decision, and no line of another person that says the same", async () => {
    const review = await open([report]);
    const { writer } = review.session;
    await writer.correct({ ...one, ...rag, expected: null });
    await writer.correct({ ...two, ...rag, expected: "red" });
    await writer.dispose({ ...one, finding_id, disposition: "accepted", note: "", expected: null });
    await writer.dispose({ ...two, finding_id, disposition: "accepted", note: "", expected: "accepted" });
    await expect(writer.undo("one")).rejects.toThrow("something else was decided since");
    await expect(writer.undo("one")).rejects.toThrow("something else was decided since");
    expect(records(review, "corrections.csv").map(({ by }) => by)).toEqual(["J. Ogden"]);
    expect(records(review, "dispositions.csv").map(({ by }) => by)).toEqual(["A. Lee", "J. Ogden"]);
    await writer.undo("two");
    await writer.undo("two");
    expect(records(review, "corrections.csv").map(({ by }) => by)).toEqual(["A. Lee"]);
    expect(records(review, "dispositions.csv").map(({ by }) => by)).toEqual(["A. Lee"]);
    await expect(writer.undo("three")).rejects.toThrow("has done nothing that can be undone");
  });

  it("can be tried again where the file could not be read", async () => {
    const review = await open([report]);
    const { writer } = review.session;
    await writer.correct({ ...one, ...rag, expected: null });
    const path = join(review.folder, "corrections.csv");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, "no such columns\n");
    await expect(writer.undo("one")).rejects.toThrow(path);
    writeFileSync(path, text);
    await writer.undo("one");
    expect(records(review, "corrections.csv")).toEqual([]);
  });
});

it("the version of a review changes with every line in its files, and with nothing else", async () => {
  const report = doubtful({ title: "Mend the weir" });
  const { session, folder } = await open([report]);
  const first = await session.version();
  writeCorrections(folder, [makeCorrection("1", "rag", "red", "green")]);
  const second = await session.version();
  expect(second).not.toBe(first);
  expect([await session.version(), (await session.queue("one")).version]).toEqual([second, second]);
  writeCorrections(folder, []);
  expect(await session.version()).toBe(first);
});

it("a finding that says something else since it was decided about is decided about again", async () => {
  const report = reportOf({ stated: { green: "3/3 (100%)" }, rows: [{ rag: "green" }, { rag: "amber" }] });
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the example has a finding");
  const { finding_id } = finding;
  const before = { ...report, findings: [{ ...finding, message: "Two of three." }] };
  const review = await open([before]);
  const decision = { ...WHO, finding_id, note: "", expected: null };
  await review.session.writer.dispose({ ...decision, disposition: "accepted" });
  const later = await open([{ ...report, findings: [finding] }]);
  copyFileSync(join(review.folder, "dispositions.csv"), join(later.folder, "dispositions.csv"));
  const [item] = (await later.session.queue("one")).items;
  expect(item?.isDone).toBe(false);
  expect((await later.session.item(item?.id ?? "")).findings[0]?.disposition).toBeNull();
  await later.session.writer.dispose({ ...decision, disposition: "false" });
  expect(records(later, "dispositions.csv").map(({ disposition }) => disposition)).toEqual(["accepted", "false"]);
  expect((await later.session.queue("one")).items[0]?.isDone).toBe(true);
});
