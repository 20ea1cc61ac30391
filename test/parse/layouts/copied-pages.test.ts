/** Lists as web pages, plain mails and scans give them once their text is copied: emphasis, marks, menus and page heads among the entries. */
import { describe, expect, it } from "vitest";
import { reportOf, reportsOf, rowsOf, rowsWithUpdatesOf } from "../read-text.js";

describe("entries of a copied page", () => {
  it("begin at the title above the label of their number", () => {
    const entry = (title: string, ref: string, status: string) => [title, `Reference: ${ref}`, `Status: ${status}`, ""];
    const report = reportOf(
      ...["Isle Recovery Plan 2024-2026", "", ...entry("Lay a cable to the islets", "K1", "Red")],
      ...entry("Mend the school roof", "K2", "Green"),
    );
    expect(rowsOf(report)).toEqual([
      ["K1", "", "Lay a cable to the islets", "red"],
      ["K2", "", "Mend the school roof", "green"],
    ]);
  });

  it("keep the title that comes after the label of their number", () => {
    const entry = (ref: string, title: string, status: string) => [
      ...["Steering group", `Reference: ${ref}`, `Action: ${title}`, `Status: ${status}`, ""],
    ];
    const report = reportOf(
      ...["Isle Recovery Plan 2024-2026", "", ...entry("K1", "Lay a cable to the islets", "Red")],
      ...entry("K2", "Mend the school roof", "Green"),
    );
    expect(rowsOf(report)?.map((row) => row[2])).toEqual(["Lay a cable to the islets", "Mend the school roof"]);
  });

  it("are titles in single asterisks", () => {
    const report = reportOf(
      ...["Orchard actions", "", "*1) Prune the old trees* (LM) - Green", "  - 03/10/2024: Half are pruned.", ""],
      ...["*2) Buy a press* (KT) - Amber", "  - 04/10/2024: Two offers came.", ""],
    );
    expect(rowsWithUpdatesOf(report)).toEqual([
      ["1", "LM", "Prune the old trees", "green", "Half are pruned."],
      ["2", "KT", "Buy a press", "amber", "Two offers came."],
    ]);
  });

  it("have their glyph beside the number alone, and a key of glyphs above them is none", () => {
    const entry = (number: number, glyph: string, title: string, text: string) => [
      ...[`Promise ${number}\t${glyph}`, title, "Who: Parks", `May 2024: ${text}`, "Tell a friend", ""],
    ];
    const report = reportOf(
      ...["Harbour promises", "", "🟢 Fine   🟠 Some trouble   🔴 Needs help", "", "Updated May 2024", ""],
      ...entry(1, "🔴", "Clear the slipway", "No diver was found."),
      ...entry(2, "🟢", "Paint the lamps", "All are painted."),
      ...entry(3, "🟠", "Move the moorings", "Three are left."),
      ...["Sign up for news", "Contact"],
    );
    expect(rowsWithUpdatesOf(report)).toEqual([
      ["1", "PARKS", "Clear the slipway", "red", "No diver was found."],
      ["2", "PARKS", "Paint the lamps", "green", "All are painted."],
      ["3", "PARKS", "Move the moorings", "amber", "Three are left."],
    ]);
  });

  it("begin with the label that all of them have, and not with a word of the page's menu", () => {
    const entry = (number: number, title: string, status: string, text: string) => [
      ...[`Action ${number}: ${title}`, "Lead", "Parks team", "Status", status, "Update", text, "Back to start", ""],
    ];
    const report = reportOf(
      ...["Menu", "Search", "", "Dunes plan: where we are", "Last updated: 6 June 2025", ""],
      ...["On this page", "Summary", "Actions", "Contact", "", "Summary", "We look after the dunes.", "", "Actions"],
      ...["Show all", ""],
      ...entry(1, "Plant the north slope", "On track", "14 May 2025: Seed is sown."),
      ...entry(2, "Fence the south slope", "At risk", "15 May 2025: Posts are late."),
      ...entry(3, "Count the lizards", "On track", "16 May 2025: Four were seen."),
      ...["Contact", "dunes@example.org"],
    );
    expect(report?.deliverables.map(({ title, rag }) => [title, rag])).toEqual([
      ["Plant the north slope", "green"],
      ["Fence the south slope", "amber"],
      ["Count the lizards", "green"],
    ]);
    expect(report?.deliverables.map(({ updates }) => updates.map(({ text }) => text).join(" / "))).toEqual([
      "Seed is sown.",
      "Posts are late.",
      "Four were seen.",
    ]);
  });
});

describe("entries of a scan's text", () => {
  const entry = (number: string, title: string, outcome: string, text: string) => [
    ...[`${number} ${title}`, "", "Officer: Head of Parks", `Verdict: ${outcome}`, `May 2021: ${text}`, ""],
  ];
  const head = ["Valley Plan 2017-2021", "", "Achieved (blue) - done with", "On target (green) - no worry", ""];

  it("have their status at a label whose values are statuses", () => {
    const report = reportOf(
      ...[...head, ...entry("1.1", "Seal the track", "Achieved", "Sealed.")],
      ...[...entry("1.2", "Drain the oval", "On target", "Pipes are in."), ...entry("1.3", "Roof", "On target", "Up.")],
    );
    expect(rowsOf(report)?.map((row) => row[3])).toEqual(["blue", "green", "green"]);
  });

  it("have no status at such a label where another one says it", () => {
    const rated = (title: string, risk: string, status: string) => [title, `Status: ${status}`, `Danger: ${risk}`, ""];
    const report = reportOf(
      ...["Valley Plan 2017-2021", "", ...rated("1.1 Seal the track", "Red", "Green")],
      ...[...rated("1.2 Drain the oval", "Red", "Green"), ...rated("1.3 Roof the stand", "Red", "Amber")],
    );
    expect(rowsOf(report)?.map((row) => row[3])).toEqual(["green", "green", "amber"]);
  });

  it.each([
    ["Spend", "Time"],
    ["Cost", "Time"],
  ])("have no status where '%s' and '%s' have such values: nothing says which of them it is", (one, other) => {
    const rated = (title: string, values: readonly string[]) => [
      ...[title, "Officer: Head of Parks", `${one}: ${values[0]}`, `${other}: ${values[1]}`, ""],
    ];
    const report = reportOf(
      ...["Valley Plan 2017-2021", "", ...rated("1.1 Seal the track", ["Green", "Red"])],
      ...[...rated("1.2 Drain the oval", ["Red", "Green"]), ...rated("1.3 Roof the stand", ["Green", "Red"])],
    );
    expect((rowsOf(report) ?? []).filter((row) => row[3] !== null)).toEqual([]);
  });

  it("leave a page's number and running head out of the update that they interrupt", () => {
    const page = (number: number) => ["", String(number), "\fVALLEY SHIRE", ""];
    const report = reportOf(
      ...["VALLEY SHIRE", "", ...head, "1.1 Seal the track", "", "Officer: Head of Parks", "Status: On target"],
      ...["May 2021: Half is sealed,", ...page(1), "and the rest waits for frost to end.", ""],
      ...["1.2 Drain the oval", "", "Officer: Head of Works", "Status: On target"],
      ...["May 2021: Pipes are in,", ...page(2), "and turf comes next.", "", "3"],
    );
    expect(rowsWithUpdatesOf(report)?.map((row) => row[4])).toEqual([
      "Half is sealed, and the rest waits for frost to end.",
      "Pipes are in, and turf comes next.",
    ]);
  });
});

it("takes goods with single asterisks and labels for no report", () => {
  expect(reportsOf("*Pump*", "Price: 12", "", "*Hose*", "Price: 3", "")).toEqual([]);
});

describe("what comes after a title", () => {
  it("may be a name that a dash sets apart, where nearly all titles have one", () => {
    const report = reportOf(
      ...["# Isle Recovery Plan 2024-2026", "", "**1. Lay a cable to the islets** — Head of Roads — *green*", ""],
      ...["March 2024: Half is laid.", "", "**2. Mend the school roof** — Service Manager, Schools — *red*", ""],
      "April 2024: No slates were found.",
    );
    expect(rowsOf(report)).toEqual([
      ["1", "HEAD OF ROADS", "Lay a cable to the islets", "green"],
      ["2", "SERVICE MANAGER, SCHOOLS", "Mend the school roof", "red"],
    ]);
  });

  it("is the title's own where only a few titles have it, as it is printed", () => {
    const entries = [
      "1. Mend a roof - Red",
      "",
      "2. Lay a cable to the islets - North Sound - Green",
      "",
      "3. Dig a well - Amber",
    ];
    const titles = rowsOf(reportOf("Isle Recovery Plan 2024-2026", "", ...entries))?.map((row) => row[2]);
    expect(titles).toEqual(["Mend a roof", "Lay a cable to the islets - North Sound", "Dig a well"]);
  });

  it("may be a word of the list's own, which comes again beside known statuses and says no colour", () => {
    const report = reportOf(
      ...["Orchard actions", "", "*1) Prune the old trees* (LM) - Done", "  - 03/10/2024: All are pruned.", ""],
      ...[
        "*2) Buy a press* (KT) - Amber",
        "  - 04/10/2024: Two offers came.",
        "",
        "*3) Sell the cider* (KT) - Done",
        "",
      ],
      ...["*4) Mend the gate* (LM) - Green", "  - 05/10/2024: Wood is here."],
    );
    expect(report?.deliverables.map(({ title, rag, rag_raw }) => [title, rag, rag_raw])).toEqual([
      ["Prune the old trees", null, "Done"],
      ["Buy a press", "amber", "Amber"],
      ["Sell the cider", null, "Done"],
      ["Mend the gate", "green", "Green"],
    ]);
  });
});
