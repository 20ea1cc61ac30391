/** Rows whose cells stand under their headings, as pages give them: colours, broken codes, other papers around them. */
import { expect, it } from "vitest";
import type { Block, Cell } from "../../src/model/block.js";
import { parseReports } from "../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const place = (page: number) => ({ page, lineFirst: null, lineLast: null, bbox: null });
const line = (text: string, page = 1, pageStart = false): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: false,
  pageStart,
  place: place(page),
});
const row = (cells: readonly (string | Cell)[], first = false, page = 1): Block => ({
  kind: "row",
  cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  borders: "sure",
  gapBefore: first,
  pageStart: false,
  place: place(page),
});
const HEAD = [line("SAFER MELFORD DELIVERY PLAN (2022-23)"), line("THEME 1 UPDATE - QRT 2 UPDATE (September 2022)")];
const HEADING = row(["No", "Organisation", "Deliverable", "RAG"], true);
const rows = (...blocks: Block[]) => parseReports([...HEAD, HEADING, ...blocks], BUILTIN_PROFILE)[0]?.rows ?? [];

const painted = (text: string, fill: string | null, colour: string | null = null): Cell => ({ text, fill, colour });

it("reads a status from the background colour of its cell alone, and records that", () => {
  const [only] = rows(row(["1", "FORCE", "Open a door", painted("", "#00b050")]));
  expect(only).toMatchObject({ rag: "green", ragRaw: null, ragSource: "colour", ragColour: "green" });
});

it("lets the colour of a cell decide where a letter was recognised without being sure of it, and keeps the letter", () => {
  const unsure = { ...painted("R", "#00b050"), confidence: 0.3 };
  const [first, second] = rows(
    row(["1", "FORCE", "Open a door", unsure]),
    row(["2", "FORCE", "Open a window", { ...unsure, confidence: 0.95 }]),
  );
  expect(first).toMatchObject({ rag: "green", ragRaw: "R", ragSource: "colour", ragColour: "green" });
  expect(first?.reasons).toContain("status-doubtful");
  expect(second).toMatchObject({ rag: "red", ragSource: "letter", ragColour: "green" });
  expect(second?.reasons).not.toContain("status-doubtful");
});

it("repairs a label that recognition misread where the rows around it leave one reading, and says what was read", () => {
  const labelled = (label: string, confidence?: number) =>
    row([
      { text: label, fill: null, ...(confidence !== undefined && { confidence }) },
      "FORCE",
      `Open the door of hall ${label}`,
      painted("G", null),
    ]);
  const recognised = rows(...["3.1", "3.2", "33", "3.4"].map((label) => labelled(label, 0.9)));
  expect(recognised.map(({ number }) => number)).toEqual(["3.1", "3.2", "3.3", "3.4"]);
  expect(recognised.map(({ repairs }) => repairs)).toEqual([
    [],
    [],
    [{ field: "number", raw: "33", value: "3.3" }],
    [],
  ]);
  const printed = rows(...["3.1", "3.2", "33", "3.4"].map((label) => labelled(label)));
  expect(printed.map(({ number }) => number)).toEqual(["3.1", "3.2", "33", "3.4"]);
});

it("begins a row at a label that recognition misread and no reading fits, also where the row has no status", () => {
  const labelled = (label: string, at: number, status: string) =>
    row([{ text: label, confidence: 0.9 }, "FORCE", `Open the door of hall ${at}`, status]);
  const read = rows(...["A1", "A2", "43", "A4", "A5"].map((label, at) => labelled(label, at + 1, at === 2 ? "" : "G")));
  expect(read.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5].map((at) => `Open the door of hall ${at}`));
  expect(read.map(({ number }) => number)).toEqual(["A1", "A2", null, "A4", "A5"]);
  expect(read[2]?.reasons).toContain("number-unreadable");
});

it("keeps a letter that was recognised without being sure of it where its cell has no colour, in doubt", () => {
  const [only] = rows(row(["1", "FORCE", "Open a door", { text: "G", fill: null, confidence: 0.3 }]));
  expect(only).toMatchObject({ rag: "green", ragRaw: "G" });
  expect(only?.reasons).toContain("status-doubtful");
});

it("reads a status from the colour of a symbol", () => {
  const [only] = rows(row(["1", "FORCE", "Open a door", painted("●", null, "#c00000")]));
  expect(only).toMatchObject({ rag: "red", ragRaw: "●", ragSource: "colour" });
});

it("keeps the printed status where the colour is of another", () => {
  const [only] = rows(row(["1", "FORCE", "Open a door", painted("G", "#ff0000")]));
  expect(only).toMatchObject({ rag: "green", ragSource: "letter", ragColour: "red" });
});

it("does not read a status from a background colour that the complete row has", () => {
  const zebra = ["1", "FORCE", "Open a door", ""].map((text) => painted(text, "#c6efce"));
  expect(rows(row(zebra), row(["2", "FORCE", "Close a door", "A"]))[0]).toMatchObject({ rag: null, ragColour: null });
});

it("joins a code that a narrow cell broke", () => {
  const [only] = rows(row(["1", "CONSTABULAR\nY", "Open a door", "G"]));
  expect(only?.organisations).toEqual(["CONSTABULARY"]);
});

it("keeps codes above one another separate, and the words of a name together", () => {
  const found = rows(row(["1", "NHS\nCSP", "Open a door", "G"]), row(["2", "County\nCouncil", "Close a door", "G"]));
  expect(found.map((each) => each.organisations)).toEqual([["NHS", "CSP"], ["COUNTY COUNCIL"]]);
});

it("reads nothing from the tables and papers after the report", () => {
  const [report] = parseReports(
    [
      ...HEAD,
      HEADING,
      row(["1", "FORCE", "Open a door", "G"]),
      row(["Update 12.09.22:\nIt is open.", "", "", ""]),
      line("FINANCE REPORT", 2, true),
      row(["No", "Budget line", "Forecast", "RAG"], true, 2),
      row(["1", "Vehicles", "3,935", "6.2"], false, 2),
      line("Members noted the report.", 2),
    ],
    BUILTIN_PROFILE,
  );
  expect(report?.rows.map((each) => each.title)).toEqual(["Open a door"]);
  expect(report?.residue.filter((piece) => piece.reason === "unassigned")).toEqual([]);
});

it("reads a column heading that runs over its cell into the next", () => {
  const heading = row(["No.", "OrganisationMilestone", "", "RAG"], true);
  const [report] = parseReports([...HEAD, heading, row(["1", "FORCE", "Open a door", "G"])], BUILTIN_PROFILE);
  expect(report?.rows[0]).toMatchObject({ organisations: ["FORCE"], title: "Open a door" });
});

it("reads what is under the heading of updates as an update, however it begins and whatever the row lacks", () => {
  const heading = row(["No", "Organisation", "Deliverable", "Update", "RAG"], true);
  const spaced = (...cells: string[]): Block => ({ ...row(cells), borders: "spaced" }) as Block;
  const read = parseReports(
    [
      ...HEAD,
      heading,
      spaced("1", "FORCE", "Reopen the counter on Saturdays", "no change since the summer", "G"),
      spaced("2", "FRS", "Talk to the shops and", "The talks go on", "A"),
      spaced("3", "MC", "Light the path by night", "Complete", ""),
    ],
    BUILTIN_PROFILE,
  )[0]?.rows.map((each) => [each.title, each.rag, each.updates.map(({ text }) => text).join(), each.repairs.length]);
  expect(read).toEqual([
    ["Reopen the counter on Saturdays", "green", "no change since the summer", 0],
    ["Talk to the shops and", "amber", "The talks go on", 0],
    ["Light the path by night", null, "Complete", 0],
  ]);
});

/** A place that a cell over several rows covers, which begins in a row above. */
const covered = (above: string): Cell => ({ text: "", above });

it("gives the number of a cell to every row that the cell covers, and records that", () => {
  const read = rows(
    row(["1", "FORCE", "Open a door", "G"]),
    row([covered("1"), "FRS", "Close a door", "A"]),
    row(["2", "MC", "Paint a door", "R"]),
    row([covered("2"), covered("MC"), "Sell a door", "G"]),
  );
  expect(read.map((each) => [each.number, each.numberSource, each.organisations.join(), each.title, each.rag])).toEqual(
    [
      ["1", "printed", "FORCE", "Open a door", "green"],
      ["1", "printed", "FRS", "Close a door", "amber"],
      ["2", "printed", "MC", "Paint a door", "red"],
      ["2", "printed", "MC", "Sell a door", "green"],
    ],
  );
  expect(read.map((each) => [...each.reasons])).toEqual([
    [],
    ["number-shared"],
    [],
    ["number-shared", "organisation-shared"],
  ]);
});

it("adds a row whose number, title and status cells span from above to the row above", () => {
  const heading = row(["No", "Organisation", "Deliverable", "Update", "RAG"], true);
  const [only, ...more] = parseReports(
    [
      ...HEAD,
      heading,
      row(["1", "FORCE", "Open a door", "It is open.", "G"]),
      row([covered("1"), covered("FORCE"), covered("Open a door"), "It is shut again.", covered("G")]),
    ],
    BUILTIN_PROFILE,
  )[0]?.rows ?? [undefined];
  expect(more).toEqual([]);
  expect(only?.updates.map(({ text }) => text)).toEqual(["It is open.\nIt is shut again."]);
});

it("reads a row with its own title and status as a row without a number where none is printed", () => {
  const spaced = (...cells: string[]): Block => ({ ...row(cells), borders: "spaced" }) as Block;
  const read = rows(
    spaced("1", "FORCE", "Open a door", "G"),
    spaced("", "", "Close a door", "A"),
    spaced("2", "MC", "Paint a door", "R"),
    spaced("", "", "Sell a door", "G"),
  );
  expect(read.map((each) => [each.number, each.title, each.rag])).toEqual([
    ["1", "Open a door", "green"],
    [null, "Close a door", "amber"],
    ["2", "Paint a door", "red"],
    [null, "Sell a door", "green"],
  ]);
  expect(read.filter((each) => each.reasons.includes("number-unreadable"))).toHaveLength(2);
});

it("joins pieces of a code where the lines fill their cell, keeps other lines as printed, and records both", () => {
  const pieces = (text: string, ...lineEnds: ("full" | "near" | "free")[]): Cell => ({ text, lineEnds });
  const read = rows(
    row(["1", pieces("QUX\nTAB\nY", "full", "full"), "Open a door", "G"]),
    row(["2", pieces("QU\nXTABY", "near"), "Close a door", "A"]),
    row(["3", pieces("WXYZA\nUVW", "free"), "Paint a door", "R"]),
    row(["4", pieces("KLM\nQRS", "full"), "Sell a door", "G"]),
    row(["5", "KLM", "Mend a door", "G"]),
  );
  expect(read.map((each) => [each.organisations.join("/"), [...each.reasons].join(), each.repairs])).toEqual([
    ["QUXTABY", "", [{ field: "organisations", raw: "QUX TAB Y", value: "QUXTABY" }]],
    ["QU/XTABY", "organisation-unsure", []],
    ["WXYZA/UVW", "", []],
    ["KLM/QRS", "organisation-unsure", []],
    ["KLM", "", []],
  ]);
});

it("joins a status that its narrow cell breaks, records both, and joins nothing where the line had room", () => {
  const broken = (text: string, end: "full" | "near" | "free"): Cell => ({ text, lineEnds: [end] });
  const read = rows(
    row(["1", "FORCE", "Open a door", broken("Gree\nn", "full")]),
    row(["2", "FORCE", "Close a door", broken("Ambe\nr", "free")]),
    row(["3", "FORCE", "Paint a door", "Red"]),
  );
  expect(read.map((each) => [each.rag, each.ragRaw])).toEqual([
    ["green", "Gree n"],
    [null, "Ambe r"],
    ["red", "Red"],
  ]);
  expect(read.map((each) => each.repairs)).toEqual([[{ field: "rag", raw: "Gree n", value: "Green" }], [], []]);
});

it("joins no broken word against the colour of its cell", () => {
  const [only] = rows(row(["1", "FORCE", "Open a door", { text: "Complet\ne", lineEnds: ["full"], fill: "#00b050" }]));
  expect(only).toMatchObject({ rag: "green", ragSource: "colour", repairs: [] });
});

it("learns codes from cells of one line before it reads cells of several", () => {
  const read = rows(
    row(["1", "WXYZA\nUVW", "Open a door", "G"]),
    row(["2", "WXYZA", "Close a door", "A"]),
    row(["3", "QRSTU", "Paint a door", "R"]),
  );
  expect(read.map((each) => each.organisations.join("/"))).toEqual(["WXYZA/UVW", "WXYZA", "QRSTU"]);
});

it("adds a title at the top of the next page to the row that the page break split", () => {
  const spaced = (cells: readonly string[], page: number): Block => ({
    kind: "row",
    cells: cells.map((text) => ({ text })),
    borders: "spaced",
    gapBefore: page === 2,
    pageStart: page === 2,
    place: place(page),
  });
  const [report] = parseReports(
    [
      ...HEAD,
      { ...spaced(["No", "Organisation", "Deliverable", "Update", "RAG"], 1), gapBefore: true },
      spaced(["1", "FORCE", "Mend the wall", "It stands.", "G"], 1),
      spaced(["2", "MC", "", "The lamps came in May.", "A"], 1),
      spaced(["", "", "Light the path", "They were hung in June.", ""], 2),
    ],
    BUILTIN_PROFILE,
  );
  expect(report?.rows[1]).toMatchObject({ number: "2", title: "Light the path" });
  const said = report?.rows[1]?.updates.map(({ text }) => text).join(" ");
  expect(said).toMatch(/^The lamps came in May\.\s+They were hung in June\.$/);
});

it("knows a column of colours beside a table on the next page whose grid has a column less", () => {
  const green = painted("", "#00b050");
  const heading = ["No", "Action", "Lead", "RAG", "Update"];
  const long = (text: string): string => `12.09.22: ${text} the new one is paid for by the buyer of the old one.`;
  const read = parseReports(
    [
      ...HEAD,
      row(heading, true),
      ...[1, 2, 3].map((at) => row([String(at), `Paint bridge ${at}`, "MC", green, long(`Bridge ${at} waits until`)])),
      row(["No Action", "Lead", "RAG", "Update"], true, 2),
      row(["4 Mow the green", "HWB", green, long("It is mown once")], false, 2),
      row(["", "", "", long("It was mown until")], false, 2),
    ],
    BUILTIN_PROFILE,
  )[0]?.rows;
  expect(read?.slice(0, 3).map(({ rag }) => rag)).toEqual(["green", "green", "green"]);
});

const WIDE = ["RAG", "Ref", "Action", "Lead", "Comments"];

it("reads a row whose label and lead are on one page and all else below the headings of the next", () => {
  const read = parseReports(
    [
      ...HEAD,
      row(WIDE, true),
      ...[1, 2, 3, 4].map((at) => row(["G", `L-0${at}`, `Paint bridge ${at}`, "MC", "12.09.22: Painted."])),
      row(["", "L-05", "", "HWB", ""]),
      row(WIDE, true, 2),
      row(["A", "", "Mow the green", "", "14.09.22: Mown once."], true, 2),
    ],
    BUILTIN_PROFILE,
  )[0]?.rows;
  expect(read?.map(({ number }) => number)).toEqual(["L-01", "L-02", "L-03", "L-04", "L-05"]);
  expect(read?.at(-1)).toMatchObject({ title: "Mow the green", rag: "amber", organisations: ["HWB"] });
  expect(read?.at(-2)?.organisations).toEqual(["MC"]);
});

it("begins a row at a label beside a lead, whatever else it lacks, and says what is missing", () => {
  const read = rows(row(["1", "MC", "Open a door", "G"]), row(["2", "HWB", "", ""]), row(["3", "MC", "Lock it", "G"]));
  expect(read.map(({ organisations }) => organisations)).toEqual([["MC"], ["HWB"], ["MC"]]);
  expect(read[1]).toMatchObject({ title: null, rag: null });
});

it("adds the rest of a row on the next page to it, though its lead and its colour are printed there too", () => {
  const cells = (no: string, lead: string, title: string, news: string): (string | Cell)[] => [
    no,
    lead,
    title,
    news,
    painted("", "#00b050"),
  ];
  const heading = ["No", "Lead", "Action", "Update", "RAG"];
  const read = parseReports(
    [
      ...HEAD,
      row(heading, true),
      row(cells("1", "Parks Manager", "Mow the green", "May 2022: Mown.")),
      row(cells("2", "Chief Finance", "Sell the old boat house so that the new one", "June 2022: The buyer has")),
      row(heading, true, 2),
      row(cells("", "Officer", "can be paid", "paid the deposit."), false, 2),
      row(cells("3", "Parks Manager", "Plant ten limes", "May 2022: Planted."), false, 2),
    ],
    BUILTIN_PROFILE,
  )[0]?.rows;
  expect(read?.map(({ title }) => title)).toEqual([
    "Mow the green",
    "Sell the old boat house so that the new one can be paid",
    "Plant ten limes",
  ]);
  expect(read?.[1]?.organisations).toEqual(["CHIEF FINANCE OFFICER"]);
});

it("gives a section's heading and introduction on the next page to no row of the table before", () => {
  const heading = (page: number) => row(["No", "Deliverable", "RAG", "Update"], true, page);
  const apart = (text: string) => ({ ...line(text, 2, true), gapBefore: true });
  const blocks = [
    ...[...HEAD, heading(1), row(["1", "Open a door", "G", "Opened."]), row(["2", "Mend a lock", "A", "Ordered."])],
    ...[apart("Strand B: Windows"), line("The panes are old. They are changed one by one, as the", 2)],
    ...[line("budget allows.", 2), heading(2), row(["3", "Clean a pane", "R", "Not yet."], false, 2)],
  ];
  const [report] = parseReports(blocks, BUILTIN_PROFILE);
  expect(report?.rows.map(({ number, group, updates }) => [number, group, updates.map(({ text }) => text)])).toEqual([
    ["1", null, ["Opened."]],
    ["2", null, ["Ordered."]],
    ["3", "Strand B: Windows", ["Not yet."]],
  ]);
  expect(report?.residue.filter(({ reason }) => reason === "unassigned").map(({ text }) => text)).toEqual([
    "The panes are old. They are changed one by one, as the",
    "budget allows.",
  ]);
});

it("joins the lines of a cell that are a status only as one word", () => {
  const heading = row(["No", "Deliverable", "Status", "Update"], true);
  const cells = ["Complete\nd", "Not start\ned", "On\ntrack", "Complet\ning"];
  const body = cells.map((text, at) => row([String(at + 1), "Open a door", text, "Opened."]));
  const [report] = parseReports([...HEAD, heading, ...body], BUILTIN_PROFILE);
  expect(report?.rows.map(({ rag }) => rag)).toEqual(["blue", "white", "green", null]);
  expect(report?.rows[0]?.repairs).toEqual([{ field: "rag", raw: "Complete d", value: "Completed" }]);
});

it("reads statuses from rows shaded in three of their colours, where no heading names a plan", () => {
  const shaded = (fill: string, ...texts: string[]) => row(texts.map((text) => painted(text, fill)));
  const heading = row(["Ref", "Task", "Team", "Notes"], true);
  const colours = ["#00b050", "#ffc000", "#ff0000", "#00b050"];
  const body = colours.map((fill, at) => shaded(fill, `T${at + 1}`, "Open a door to the yard", "OT", "Opened."));
  const [report] = parseReports([heading, ...body], BUILTIN_PROFILE);
  expect(report?.rows.map(({ rag }) => rag)).toEqual(["green", "amber", "red", "green"]);
  const striped = ["#00b050", "#ffffff", "#00b050", "#ffffff"].map((fill, at) =>
    shaded(fill, `T${at + 1}`, "Open a door to the yard", "OT", "Opened."),
  );
  expect(parseReports([heading, ...striped], BUILTIN_PROFILE)).toEqual([]);
});
