/** Lines of a file of corrections: added all or none, taken out, and put back, with the other lines byte for byte as they were. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { example } from "../../src/audit/example.js";
import { OutputError } from "../../src/export/output-error.js";
import {
  addCorrection,
  addCorrections,
  CorrectionConflict,
  type CorrectionRequest,
  removeCorrection,
  revertCorrections,
} from "../../src/pipeline/add-correction.js";
import { Decisions } from "../../src/pipeline/review/decisions.js";
import { ReviewHistory } from "../../src/pipeline/review/history.js";
import { readCorrections } from "../../src/source/corrections.js";

const { report } = example({
  stated: { green: "2/2 (100%)" },
  rows: [
    { number: "1", rag: "green", title: "Reopen the counter" },
    { number: "2", rag: "green", title: "Light the path" },
  ],
});
const dataset = { reports: [report] };
const DAY = "2024-01-31";
const HEADING = "report,deliverable,field,value,printed,by,why,date";

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-add-correction-"));
  file = join(folder, "corrections.csv");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
});

/** The path of a file beside which none can be made to replace it: the name would be too long. */
function unwritable(content?: string): string {
  const path = join(folder, "c".repeat(LONGEST_NAME - ADDED));
  if (content !== undefined) writeFileSync(path, content);
  return path;
}
/** Of a file, on Linux and macOS. */
const LONGEST_NAME = 255;
/** What is more in the name of the file's lock, which can be made. */
const ADDED = "..lock".length;

const text = (): string => readFileSync(file, "utf8");
const ask = (deliverable: string, field: string, value: string, more: Partial<CorrectionRequest> = {}) => ({
  ...{ report: report.report_id, deliverable, field, value, by: "J. Ogden", why: "seen" },
  ...more,
});
const add = (...requests: CorrectionRequest[]) => addCorrections(file, requests, dataset, DAY);
const values = async (): Promise<string[]> =>
  (await readCorrections(file)).map(({ deliverable, field, value }) => `${deliverable} ${field} ${value}`);

describe("a line that is taken out", () => {
  const line = (number: string, why: string): string => `r,${number},rag,red,G,A,${why},2026-01-01`;
  it.each([
    ["CR LF", "\r\n", `"two\r\nlines"`],
    ["CR LF, and LF within", "\r\n", `"two\nlines"`],
    ["LF, and CR LF within", "\n", `"two\r\nlines"`],
    ["CR", "\r", `"two\rlines"`],
  ])("is the one that is meant where cells have line breaks: %s", async (_, end, why) => {
    const lines = [HEADING, line("1", why), line("2", "x"), "", line("3", why), line("4", "x")];
    writeFileSync(file, lines.join(end));
    await removeCorrection(file, { report: "r", deliverable: "2", field: "rag" });
    expect(text()).toBe(lines.toSpliced(2, 1).join(end));
    await removeCorrection(file, { report: "r", deliverable: "3", field: "rag" });
    expect(text()).toBe(lines.toSpliced(2, 1).toSpliced(3, 1).join(end));
  });

  it("leaves the file its byte order mark, its mode and its links", async () => {
    const target = join(folder, "kept.csv");
    writeFileSync(target, `\ufeff${HEADING}\r\n${line("1", "x")}\r\n${line("2", "x")}\r\n`);
    chmodSync(target, 0o640);
    symlinkSync(target, file);
    await removeCorrection(file, { report: "r", deliverable: "1", field: "rag" });
    expect(readFileSync(target, "utf8")).toBe(`\ufeff${HEADING}\r\n${line("2", "x")}\r\n`);
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["corrections.csv", "kept.csv"]);
  });
});

describe("a value that is expected in the file", () => {
  it("is compared with what is there when the file is written", async () => {
    const both = await Promise.allSettled([
      add(ask("1", "rag", "red", { expected: null })),
      add(ask("1", "rag", "amber", { expected: null })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(CorrectionConflict) });
    expect(await readCorrections(file)).toHaveLength(1);
  });

  it("gives way to the new one where it is there still", async () => {
    await add(ask("1", "rag", "red"));
    await expect(add(ask("1", "rag", "amber", { expected: "blue" }))).rejects.toThrow(CorrectionConflict);
    await add(ask("1", "rag", "amber", { expected: "red" }));
    expect(await values()).toEqual(["1 rag amber"]);
    await expect(add(ask("2", "rag", "amber", { expected: "red" }))).rejects.toThrow(CorrectionConflict);
  });
});

describe("several corrections", () => {
  it("are written together, also those of a row that one of them adds", async () => {
    const { added } = await add(
      ask("3", "row", "add after 2"),
      ask("3", "title", "Print\na leaflet".replace("\n", " ")),
    );
    expect(added.map(({ line }) => line)).toEqual([2, 3]);
    expect(await values()).toEqual(["3 row add after 2", "3 title Print a leaflet"]);
  });

  it("tell the line of each, also after cells with line breaks", async () => {
    const { added } = await add(ask("1", "rag", "red", { why: "two\r\nlines" }), ask("2", "rag", "red"));
    expect(added.map(({ line }) => line)).toEqual([2, 4]);
    expect((await readCorrections(file)).map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ["a value is not valid", ask("3", "rag", "G")],
    ["there is no such row", ask("7", "rag", "green")],
    ["two are of one field", ask("3", "row", "add after 1")],
    ["one is of a field that was decided about", ask("1", "rag", "amber", { expected: null })],
  ])("are not written at all where %s", async (_, wrong) => {
    await add(ask("1", "rag", "red"));
    const before = text();
    await expect(add(ask("3", "row", "add after 2"), ask("3", "title", "Leaflet"), wrong)).rejects.toThrow();
    expect(text()).toBe(before);
  });

  it("replace others in one step where they are meant to", async () => {
    await add(ask("1", "rag", "red"));
    const before = text();
    await addCorrection(file, ask("1", "rag", "amber"), dataset, DAY, { replace: true });
    expect(await values()).toEqual(["1 rag amber"]);
    await expect(add(ask("1", "rag", "blue"))).rejects.toThrow("--replace");
    expect(text()).toBe(before.replace("red", "amber"));
  });
});

describe("a file that cannot be written", () => {
  it("is as it was, with no other beside it", async () => {
    symlinkSync(unwritable(`${HEADING}\nr,1,rag,red,G,A,x,2026-01-01\n`), file);
    const before = readdirSync(folder).sort();
    await expect(add(ask("2", "rag", "red"))).rejects.toThrow(OutputError);
    await expect(removeCorrection(file, { report: "r", deliverable: "1", field: "rag" })).rejects.toThrow(OutputError);
    expect([text().split("\n").length, readdirSync(folder).sort()]).toEqual([3, before]);
  });

  it("is not made", async () => {
    const path = unwritable();
    await expect(addCorrection(path, ask("1", "rag", "red"), dataset, DAY)).rejects.toThrow(OutputError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves an undo of a review to be tried again", async () => {
    const change = await add(ask("1", "rag", "red"));
    const content = text();
    rmSync(file);
    symlinkSync(unwritable(content), file);
    const decisions = new Decisions(file, join(folder, "dispositions.csv"));
    const history = new ReviewHistory();
    history.add("window", [{ kind: "correction", change }]);
    await expect(history.undo("window", decisions)).rejects.toThrow(OutputError);
    expect(history.canUndo("window")).toBe(true);
    rmSync(file);
    writeFileSync(file, content);
    expect(await history.undo("window", decisions)).toBeNull();
    expect(await readCorrections(file)).toEqual([]);
    expect(history.canUndo("window")).toBe(false);
  });
});

describe("a row that the file adds", () => {
  it("is not added a second time", async () => {
    await add(ask("3", "row", "add after 2", { expected: null }), ask("3", "title", "Leaflet", { expected: null }));
    await expect(
      add(ask("3", "row", "add after 1", { expected: null }), ask("3", "rag", "red", { expected: null })),
    ).rejects.toThrow(CorrectionConflict);
    expect(await values()).toEqual(["3 row add after 2", "3 title Leaflet"]);
  });

  it.each(["taken out", "removed"])("takes its fields with it when it is %s, and they come back", async (how) => {
    await add(ask("1", "rag", "red"), ask("3", "row", "add after 2"));
    await add(ask(`${report.report_id}#3`, "title", "Leaflet"), ask("3", "rag", "red"));
    const before = await values();
    const target = { report: report.report_id, deliverable: "3", field: "row" } as const;
    const change =
      how === "removed"
        ? await add(ask("3", "row", "remove", { expected: "add after 2" }))
        : await removeCorrection(file, target);
    expect(change.added).toEqual([]);
    expect(await values()).toEqual(["1 rag red"]);
    await revertCorrections(file, change);
    expect(await values()).toEqual(before);
  });

  it.each(["unnumbered", "7~2"])("cannot be named %s where that is another row's deliverable_id", async (name) => {
    const [first, ...others] = report.deliverables.map((row) => ({ ...row }));
    const deliverables = [{ ...first, number: null, deliverable_id: `${report.report_id}#${name}` }, ...others];
    const reports = [{ ...report, deliverables }] as (typeof report)[];
    await expect(addCorrection(file, ask(name, "row", "add after 2"), { reports }, DAY)).rejects.toThrow("already");
  });
});

describe("a change that is undone", () => {
  it("leaves what was there before", async () => {
    await add(ask("1", "rag", "red", { why: "=SUM(1)" }));
    const before = text();
    await revertCorrections(file, await add(ask("1", "rag", "amber", { expected: "red" }), ask("2", "rag", "red")));
    expect(text()).toBe(before);
  });

  it("is known by its line, also where what is printed has line breaks and spaces around it", async () => {
    const deliverables = report.deliverables.map((row) => ({ ...row, title: " Light\r\nthe path " }));
    const request = ask("2", "title", "Light the path");
    const change = await addCorrection(file, request, { reports: [{ ...report, deliverables }] }, DAY);
    await revertCorrections(file, change);
    expect(await readCorrections(file)).toEqual([]);
  });

  it("is refused where the same value is another person's by now", async () => {
    const change = await add(ask("1", "rag", "red"));
    await removeCorrection(file, { report: report.report_id, deliverable: "1", field: "rag" });
    await add(ask("1", "rag", "red", { by: "M. Lowe" }));
    await expect(revertCorrections(file, change)).rejects.toThrow(CorrectionConflict);
    expect((await readCorrections(file)).map(({ by }) => by)).toEqual(["M. Lowe"]);
  });

  it("is refused where what it took out is decided about again", async () => {
    await add(ask("1", "rag", "red"));
    const change = await removeCorrection(file, { report: report.report_id, deliverable: "1", field: "rag" });
    await add(ask("1", "rag", "amber"));
    await expect(revertCorrections(file, change)).rejects.toThrow(CorrectionConflict);
    expect(await values()).toEqual(["1 rag amber"]);
  });
});
