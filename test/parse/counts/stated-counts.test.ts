import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import type { Block, Cell } from "../../../src/model/block.js";
import { readCounts } from "../../../src/parse/counts/stated-counts.js";
import { Ledger } from "../../../src/parse/ledger.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";
import { HEADER, reportOf } from "../read-text.js";

/** The report with these lines at its end. */
function closed(...lines: string[]) {
  return reportOf(
    ...HEADER,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    "1\tFORCE\tReopen the front counter\tG",
    "Update 12.09.22: Open.",
    "2\tMC\tLight the river path\tA",
    "Update 12.09.22: Lit.",
    "3\tMC\tPrint the leaflet\tG",
    "Update 12.09.22: Printed.",
    ...lines,
  );
}

function keyOf(text: string, body = "") {
  const header = blocksOfText(text, BUILTIN_PROFILE);
  const blocks = body === "" ? header : blocksOfText(`${text}\n${body}`, BUILTIN_PROFILE);
  const span = {
    from: 0,
    bodyFrom: header.length,
    rowsEnd: blocks.length,
    end: blocks.length,
    skip: new Set<number>(),
  };
  const key = readCounts(blocks, span, BUILTIN_PROFILE);
  const words = key.statements.map(
    (one) => `${one.rag} ${one.count ?? "-"}/${one.total ?? "-"} ${one.percent ?? "-"}%`,
  );
  return { key, words, residue: new Ledger(blocks, [key.uses]).close(0, blocks.length).residue };
}

const FOUR = ["green 8/14 57%", "amber 4/14 29%", "red 1/14 7%", "white 1/14 7%"];
const SHORT = ["green 8/- 57%", "amber 4/- 29%", "red 1/- 7%", "white 1/- 7%"];

describe("counts in a table", () => {
  it.each([
    [
      "wide, with definitions and a heading before each count",
      "Green\tAchieved\tAmber\tStarted but late\tRed\tSerious concerns\tWhite (NS)\tNot started\nNumber & %\t8/14 (57%)\tNumber & %\t4/14 (29%)\tNumber & %\t1/14 (7%)\t\t1/14 (7%)",
      FOUR,
    ],
    [
      "wide, whose definitions are status words themselves",
      "Green\tCompleted\tAmber\tAt risk\tRed\tOff track\tNot started\tNot yet due\nNumber & %\t8/14 (57%)\tNumber & %\t4/14 (29%)\tNumber & %\t1/14 (7%)\tNumber & %\t1/14 (7%)",
      FOUR,
    ],
    [
      "tall, with definitions that repeat status words",
      "Status\tMeaning\tNumber & %\nGreen\tCompleted\t8/14 (57%)\nAmber\tAt risk\t4/14 (29%)\nRed\tOff track\t1/14 (7%)\nNot started\tNot due\t1/14 (7%)",
      FOUR,
    ],
    [
      "tall in Markdown, with number and percentage apart",
      "| Rating | Definition | Number | % |\n|---|---|---|---|\n| Green | Achieved | 8 | 57% |\n| Amber | Late | 4 | 29% |\n| Red | Serious concerns | 1 | 7% |\n| Not started | Not begun yet | 1 | 7% |",
      SHORT,
    ],
    [
      "tall in HTML, with number, total and percentage apart",
      "<table><tr><th>Status</th><th>Number</th><th>Total</th><th>%</th></tr><tr><td>Green</td><td>8</td><td>14</td><td>57%</td></tr><tr><td>Amber</td><td>4</td><td>14</td><td>29%</td></tr><tr><td>Red</td><td>1</td><td>14</td><td>7%</td></tr><tr><td>White</td><td>1</td><td>14</td><td>7%</td></tr></table>",
      FOUR,
    ],
    [
      "tall, with a total's row",
      "Status\tNumber\t%\nGreen\t8\t57%\nAmber\t4\t29%\nRed\t1\t7%\nNot started\t1\t7%\nTotal\t14\t100%",
      FOUR,
    ],
    [
      "wide, with rows of counts and percentages",
      "\tGreen\tAmber\tRed\tWhite\nCount\t8\t4\t1\t1\nPercentage\t57%\t29%\t7%\t7%",
      SHORT,
    ],
    [
      "wide, with a total's column",
      "\tGreen\tAmber\tRed\tNot started\tTotal\nNumber\t8\t4\t1\t1\t14\n%\t57%\t29%\t7%\t7%\t100%",
      FOUR,
    ],
    [
      "wide, laid out by spaces",
      "             Green (G)    Amber (A)    Red (R)    White (W)\nCount        8            4            1          1\nPercentage   57%          29%          7%         7%",
      SHORT,
    ],
    [
      "wide, with a line for each row and single spaces",
      "Green Amber Red Not started\nCount 8 4 1 1\nPercentage 57% 29% 7% 7%",
      SHORT,
    ],
    [
      "wide, with single spaces and the halves of a five-point scale",
      "Green Amber Green Amber Amber Red Red\nCount 3 2 4 1 2",
      ["green 3/- -%", "amber-green 2/- -%", "amber 4/- -%", "amber-red 1/- -%", "red 2/- -%"],
    ],
    [
      "with a cell on each line",
      "Status\n\nMeaning\n\nNumber & %\n\nGreen (On Track)\n\nCompleted\n\n8/14 (57%)\n\nAmber (At Risk)\n\nLate\n\n4/14 (29%)\n\nRed (Off Track)\n\nToo late\n\n1/14 (7%)\n\nWhite (Not Started)\n\nNot due yet\n\n1/14 (7%)",
      FOUR,
    ],
    [
      "with a cell on each line, labels first",
      "Green (G)\n\nAmber (A)\n\nRed (R)\n\nWhite (W)\n\nCount\n\n8\n\n4\n\n1\n\n1\n\nPercentage\n\n57%\n\n29%\n\n7%\n\n7%",
      SHORT,
    ],
    [
      "with definitions that wrap before a line of all counts",
      "Green (On Track) Progress on\nschedule, no\nconcerns\nAmber (At Risk) Started, but behind\nRed (Off Track) Significantly off\ntarget\nWhite (Not Started) Not started: planned\nfor a later quarter\nNumber & % 8 (57%) Number & % 4 (29%) Number & % 1 (7%) Number & % 1 (7%)",
      SHORT,
    ],
    [
      "after a status key with definitions only",
      "Key\nGreen\tOn target\nAmber\tLate\nRed\tFailing\nNot started\tLater\n\nStatus\tNumber & %\nGreen\t8/14 (57%)\nAmber\t4/14 (29%)\nRed\t1/14 (7%)\nNot started\t1/14 (7%)",
      FOUR,
    ],
    [
      "with a meaning behind each label of a line, and their counts on the next",
      "Green - done as planned Amber - a little late Red - will not be done White - not yet due\n8/14 (57%) 4/14 (29%) 1/14 (7%) 1/14 (7%)",
      FOUR,
    ],
    [
      "in one cell",
      "\tGreen - done: 8/14 (57%) Amber - late: 4/14 (29%) Red - stuck: 1/14 (7%) White - not due: 1/14 (7%)\t",
      FOUR,
    ],
    [
      "with a column of counts above a column of percentages",
      "Status\nGreen\nAmber\nRed\nWhite\n\nNumber\n8 of 14\n4 of 14\n1 of 14\n1 of 14\n\n%\n57%\n29%\n7%\n7%",
      FOUR,
    ],
    [
      "with words for statuses instead of colours",
      "On track\t8/14 (57%)\nAt risk\t4/14 (29%)\nOff track\t1/14 (7%)\nNot started\t1/14 (7%)",
      FOUR,
    ],
  ])("%s", (_, text, expected) => {
    expect(keyOf(text).words).toEqual(expected);
  });

  it("leaves out a status without a count, and keeps the others in their columns", () => {
    const text = "Green\tDone\tAmber\tLate\tRed\tFailing\nNumber & %\t8/14 (57%)\t\t\tNumber & %\t6/14 (43%)";
    expect(keyOf(text).words).toEqual(["green 8/14 57%", "red 6/14 43%"]);
  });
});

describe("counts in lines", () => {
  it.each([
    ["Green (G): 8/14 (57%)\nAmber (A): 4/14 (29%)\nRed (R): 1/14 (7%)\nNot started (NS): 1/14 (7%)", FOUR],
    ["Green = 8 of 14 (57%)\nAmber = 4 of 14 (29%)\nRed = 1 of 14 (7%)\nWhite = 1 of 14 (7%)", FOUR],
    [
      "Green - 8 out of 14 (57%)\nAmber - 4 out of 14 (29%)\nRed - 1 out of 14 (7%)\nNot started - 1 out of 14 (7%)",
      FOUR,
    ],
    [
      "- Green (G): On target – 8/14 (57%)\n- Amber (A): Some slippage – 4/14 (29%)\n- Red (R): Serious concerns – 1/14 (7%)\n- White (W): Not due to begin yet – 1/14 (7%)",
      FOUR,
    ],
    ["* **Green:** 8 (57%)\n* **Amber:** 4 (29%)\n* **Red:** 1 (7%)\n* **Not started:** 1 (7%)", SHORT],
    [
      "<ul>\n<li>Green: 8 (57%)</li>\n<li>Amber: 4 (29%)</li>\n<li>Red: 1 (7%)</li>\n<li>White: 1 (7%)</li>\n</ul>",
      SHORT,
    ],
    ["Green: 8 (57%), Amber: 4 (29%), Red: 1 (7%), White: 1 (7%)", SHORT],
    ["Green 8 (57%) | Amber 4 (29%) | Red 1 (7%) | Not started 1 (7%)", SHORT],
    ["Green: 8\nAmber: 4\nRed: 1\nNot started: 1\nTotal: 14", FOUR.map((each) => each.replace(/\d+%/, "-%"))],
    [
      "Green (On Track): 8 (57%)\nAmber (At Risk): 4 (29%)\nRed (Off Track): 1 (7%)\nWhite (Not Started): 1 (7%)",
      SHORT,
    ],
    [
      "Complete (Blue): 2 (14%)\nOn Track (Green): 8 (57%)\nAt Risk (Amber): 4 (29%)",
      ["blue 2/- 14%", "green 8/- 57%", "amber 4/- 29%"],
    ],
    ["G: 8 (57%)\nA: 4 (29%)\nR: 1 (7%)\nNS: 1 (7%)", SHORT],
  ])("%s", (text, expected) => {
    expect(keyOf(text).words).toEqual(expected);
  });

  it("reads a summary at the end of the report, and does not add it to a row's update", () => {
    const summary = ["Of the 3 deliverables, 2 (67%) are rated Green and 1 (33%) is", "rated Amber."];
    const report = closed("", ...summary, "", "Prepared by the board's office");
    expect(report?.stated_counts.map((one) => [one.rag, one.stated_count, one.stated_total, one.line_first])).toEqual([
      ["green", 2, 3, 12],
      ["amber", 1, 3, 12],
    ]);
    expect(
      report?.deliverables
        .at(-1)
        ?.updates.map(({ text }) => text)
        .join(),
    ).not.toContain("deliverables");
    expect(closed(...summary)?.stated_counts).toEqual([]);
    expect(closed("", "Members heard that 2 (67%) are Green and 1 (33%) Amber.")?.stated_counts).toEqual([]);
  });

  it("has the place of the lines that state it, not of titles or text above", () => {
    const { key, residue } = keyOf(
      [
        "WENLOCK VALLEY PARTNERSHIP",
        "ACTION PLAN 2022-23",
        "Final",
        "Of the 8 actions that the partners have begun, 4 (50%) are on track and 2 (25%)",
        "are at risk, while work is done by all. Two more, which is to say 2 of 8 (25%),",
        "are off track.",
      ].join("\n"),
    );
    expect(key.statements.map(({ rag, place }) => [rag, place.lineFirst, place.lineLast])).toEqual([
      ["green", 4, 4],
      ["amber", 4, 5],
    ]);
    expect([...key.blocks]).toEqual([3, 4, 5]);
    expect(residue.filter(({ reason }) => reason === "key").map(({ text }) => text)).not.toContain("Final");
  });

  it("reads a sentence that continues over lines", () => {
    const text =
      "Of the 14 actions, 8 (57%) are rated Green, 4 (29%) are\nrated Amber, 1 (7%) Red and 1 (7%) has not started.";
    expect(keyOf(text).words).toEqual(FOUR);
  });

  it("keeps the statement as printed, with the percentage's decimals", () => {
    expect(keyOf("Green: 4 of 7 (57.1%)\nAmber: 3 of 7 (42.9%)").key.statements.map((one) => one.raw)).toEqual([
      "4 of 7 (57.1%)",
      "3 of 7 (42.9%)",
    ]);
  });
});

describe("counts that are not certain", () => {
  it.each([
    ["counts of several quarters", "Status\tQ1\tQ2\nGreen\t8 (57%)\t9 (64%)\nAmber\t6 (43%)\t5 (36%)"],
    ["two keys with different figures", "Green: 8/14 (57%)\nAmber: 6/14 (43%)\n\nGreen: 9/14 (64%)\nAmber: 5/14 (36%)"],
    ["more counts than statuses", "Green\tAmber\tRed\n8/14 (57%)\t4/14 (29%)\t1/14 (7%)\t1/14 (7%)"],
    ["thresholds", "Green\t90-100%\nAmber\t75 - 89%\nRed\tunder 75%"],
    ["definitions alone", "Green\tAchieved\nAmber\tLate\nRed\tFailing"],
    ["numbers without a heading or a label", "Green\tAmber\tRed\n\nPage\n\n7"],
    ["years of a plan above a key without counts", "2015–2016\nGreen\nAmber"],
    [
      "prose about counts",
      "Contractors made 23/40 (58%) of the visits.\nGreen spaces: see page 4.\nRed routes were introduced.",
    ],
  ])("%s states nothing", (_, text) => {
    expect(keyOf(text).words).toEqual([]);
  });

  it("become residue of the status key", () => {
    const { residue } = keyOf("Green: 8/14 (57%)\nAmber: 6/14 (43%)\n\nGreen: 9/14 (64%)\nAmber: 5/14 (36%)");
    expect(residue.map((piece) => `${piece.reason} ${piece.text.replace(/\D+$/, "")}`)).toEqual([
      "key Green: 8/14 (57",
      "key Amber: 6/14 (43",
      "key Green: 9/14 (64",
      "key Amber: 5/14 (36",
    ]);
  });
});

describe("pieces of a summary after the first row", () => {
  const head = "Green\n\nAchieved as\nplanned\n\nAmber\n\n8/14 (57%)\n\nStarted, but\nbehind\n4/14 (29%)";
  const rows = "1\nLA\nReview the scheme\n\nRed\n\nNot achieved\n\n2/14 (14%)\n\nThe board met.";

  it("are read where they complete the summary", () => {
    const { words, key } = keyOf(head, rows);
    expect(words).toEqual(["green 8/14 57%", "amber 4/14 29%", "red 2/14 14%"]);
    expect([...key.blocks]).toEqual(expect.arrayContaining([11, 12, 13]));
  });

  it("are not read where the summary is complete without them", () => {
    const { words, key } = keyOf(head, "1\nLA\nReview the scheme\n\n9/14 (64%)\n\nThe board met.");
    expect(words).toEqual(["green 8/14 57%", "amber 4/14 29%"]);
    expect(Math.max(...key.blocks)).toBeLessThan(8);
  });
});

describe("a long document", () => {
  it.each([
    ["labels", "Complete\n".repeat(20_000)],
    ["numbers", "7\n".repeat(20_000)],
    ["counts", "8/14 (57%)\n".repeat(20_000)],
    ["colours", "Green\n".repeat(20_000)],
    ["cells", "7\t".repeat(200_000)],
    ["mixed cells", "Green\tx\t".repeat(100_000)],
    ["rows", Array.from({ length: 20_000 }, (_, at) => `Green\tx\t${at % 99}\t44%`).join("\n")],
    ["empty cells", `${"\t".repeat(200_000)}7`],
    ["digits", "1".repeat(400_000)],
  ])("of %s states nothing", (_, text) => {
    expect(keyOf(text).words).toEqual([]);
  });
});

describe("a summary at the end of the report", () => {
  const ROWS = "No\tDeliverable\tLead\tRAG\n1\tStart a night bus\tDC\tG\nUpdate 12.10.20: It runs.";

  it.each([
    ["a line a status", "Green 1 (50%)\nAmber 1 (50%)", ["green 1/- 50%", "amber 1/- 50%"]],
    ["cells", "Green\t1/2\t50%\nAmber\t1/2\t50%", ["green 1/2 50%", "amber 1/2 50%"]],
    ["a total's line", "TOTAL Green 1/2 (50%), Amber 1/2 (50%)", ["green 1/2 50%", "amber 1/2 50%"]],
    ["a total's row", "\tTotal: G 1/2 (50%), A 1/2 (50%)\t\t", ["green 1/2 50%", "amber 1/2 50%"]],
  ])("is read from %s, and the lines after it are not the last row's", (_name, closing, words) => {
    const found = keyOf("Town Plan 2020-21", `${ROWS}\n${closing}\nThe chair thanked officers.`);
    expect(found.words).toEqual(words);
    expect(found.residue.map((piece) => piece.text)).toContain("The chair thanked officers.");
    expect(found.key.blocks.size).toBe(closing.split("\n").length + 1);
  });

  it.each([
    ["one status alone", "Green 1 (50%)"],
    ["bare numbers", "Green 1\nAmber 1"],
    ["rows that follow", "Green 1 (50%)\nAmber 1 (50%)\n2\tMark bicycles\tDC\tA"],
    ["sentences", "Green 1 (50%) of the cars were sold\nAmber 1 (50%) of them stay"],
  ])("is not seen in %s", (_name, closing) => {
    expect(keyOf("Town Plan 2020-21", `${ROWS}\n${closing}`).words).toEqual([]);
  });
});

describe("a summary whose definitions end one space before their counts", () => {
  const TOP = "Green     As planned            8/14 (57%)\nAmber     Late                  4/14 (29%)";

  it("gives each status its own count", () => {
    const key = `${TOP}\nRed       Cannot now be done in time 1/14 (7%)\nNot started Due in a later quarter    1/14 (7%)`;
    expect(keyOf(key).words).toEqual(FOUR);
  });

  it("does not give a status the count on another's line", () => {
    const key = `${TOP}\nRed       Cannot now be done: see page 1\nNot started Due in a later quarter    1/1 (100%)`;
    expect(keyOf(key).words).toEqual(["green 8/14 57%", "amber 4/14 29%", "white 1/1 100%"]);
  });
});

it("a label without a colour of its own has that of its cell, but not that of its whole row", () => {
  const place = { page: 1, lineFirst: null, lineLast: null, bbox: null };
  const row = (cells: Cell[]): Block => ({
    kind: "row",
    cells,
    borders: "sure",
    gapBefore: false,
    pageStart: false,
    place,
  });
  const counted = (fill: string, other: string | null) => {
    const blocks = [
      row([
        { text: "On track", fill: "#00b050" },
        { text: "4", fill: other },
      ]),
      row([
        { text: "Delayed", fill },
        { text: "2", fill: other },
      ]),
    ];
    const span = { from: 0, bodyFrom: 2, rowsEnd: 2, end: 2, skip: new Set<number>() };
    return readCounts(blocks, span, BUILTIN_PROFILE).statements.map(({ rag, count }) => [rag, count]);
  };
  expect(counted("#ffc000", null)).toEqual([
    ["green", 4],
    ["amber", 2],
  ]);
  expect(counted("#ffc000", "#ffc000").at(-1)?.[0]).toBeNull();
});
