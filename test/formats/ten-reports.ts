/** Ten reports that differ in what a table can have: letters, words and colours, merged cells, groups, tables within cells. */
import { painted, type ReportModel, type Row, text } from "./report-model.js";

const GREEN = "#00b050";
const AMBER = "#ffc000";
const RED = "#ff0000";

const head = (plan: string, theme: number): string[] => [
  `${plan} DELIVERY PLAN (2022-24)`,
  `THEME ${theme} UPDATE - QRT 3 UPDATE (December 2022)`,
];
const headings = (...names: readonly string[]): Row => names.map((name) => text(name));
const cells = (...texts: readonly string[]): Row => texts.map((one) => text(one));

const USUAL = headings("No", "Organisation", "Deliverable", "Update", "RAG Status");
const NEWS = "Update 05.12.22: The first part is under way.";

export const TEN_REPORTS: readonly ReportModel[] = [
  {
    name: "letters",
    lines: head("QUAYSIDE", 1),
    rows: [
      USUAL,
      cells("1", "PORT", "Dredge the east basin", NEWS, "G"),
      cells("2", "TOWN", "Repaint the sea wall", NEWS, "A"),
      cells("3", "PORT", "Open the fish market at night", NEWS, "R"),
    ],
    expected: [
      ["1", "PORT", "Dredge the east basin", "green", "2022-12-05"],
      ["2", "TOWN", "Repaint the sea wall", "amber", "2022-12-05"],
      ["3", "PORT", "Open the fish market at night", "red", "2022-12-05"],
    ],
  },
  {
    name: "words",
    lines: head("HILLFOOT", 2),
    rows: [
      USUAL,
      cells("1", "PARKS", "Plant a wood above the reservoir", NEWS, "Green"),
      cells("2", "ROADS", "Close the pass to lorries in winter", NEWS, "Amber"),
      cells("3", "PARKS", "Mark the paths in two languages", NEWS, "Not started"),
    ],
    expected: [
      ["1", "PARKS", "Plant a wood above the reservoir", "green", "2022-12-05"],
      ["2", "ROADS", "Close the pass to lorries in winter", "amber", "2022-12-05"],
      ["3", "PARKS", "Mark the paths in two languages", "white", "2022-12-05"],
    ],
  },
  {
    name: "colours alone",
    lines: head("MILLBROOK", 3),
    rows: [
      USUAL,
      [...cells("1", "MILL", "Restore the water wheel", NEWS), painted(GREEN, "Green")],
      [...cells("2", "TOWN", "Clear the mill race of weed", NEWS), painted(AMBER, "Amber")],
      [...cells("3", "MILL", "Grind flour for the schools", NEWS), painted(RED, "Red")],
    ],
    expected: [
      ["1", "MILL", "Restore the water wheel", "green", "2022-12-05"],
      ["2", "TOWN", "Clear the mill race of weed", "amber", "2022-12-05"],
      ["3", "MILL", "Grind flour for the schools", "red", "2022-12-05"],
    ],
  },
  {
    name: "numbers of two parts",
    lines: head("EASTMERE", 4),
    rows: [
      USUAL,
      cells("2.9", "LAKE", "Count the swans each spring", NEWS, "G"),
      cells("2.10", "TOWN", "Rebuild the boat house", NEWS, "A"),
      cells("2.11", "LAKE", "Warn of thin ice by text message", NEWS, "G"),
    ],
    expected: [
      ["2.9", "LAKE", "Count the swans each spring", "green", "2022-12-05"],
      ["2.10", "TOWN", "Rebuild the boat house", "amber", "2022-12-05"],
      ["2.11", "LAKE", "Warn of thin ice by text message", "green", "2022-12-05"],
    ],
  },
  {
    name: "groups merged over all columns",
    lines: head("NORTHGATE", 5),
    rows: [
      USUAL,
      [{ ...text("Objective A: Safer streets"), columns: 5 }, null, null, null, null],
      cells("1", "FORCE", "Light the underpass all night", NEWS, "G"),
      cells("2", "TOWN", "Train wardens in first aid", NEWS, "A"),
      [{ ...text("Objective B: Fairer courts"), columns: 5 }, null, null, null, null],
      cells("3", "COURT", "Hear cases within twelve weeks", NEWS, "R"),
    ],
    expected: [
      ["1", "FORCE", "Light the underpass all night", "green", "2022-12-05"],
      ["2", "TOWN", "Train wardens in first aid", "amber", "2022-12-05"],
      ["3", "COURT", "Hear cases within twelve weeks", "red", "2022-12-05"],
    ],
  },
  {
    name: "status before the title",
    lines: head("SOUTHBANK", 6),
    rows: [
      headings("No", "RAG Status", "Organisation", "Deliverable", "Update"),
      cells("1", "G", "TRUST", "Open the clinic on Saturdays", NEWS),
      cells("2", "R", "TRUST", "Answer calls within a minute", NEWS),
      cells("3", "A", "TOWN", "Bring the bus to the hospital door", NEWS),
    ],
    expected: [
      ["1", "TRUST", "Open the clinic on Saturdays", "green", "2022-12-05"],
      ["2", "TRUST", "Answer calls within a minute", "red", "2022-12-05"],
      ["3", "TOWN", "Bring the bus to the hospital door", "amber", "2022-12-05"],
    ],
  },
  {
    name: "several paragraphs in a cell",
    lines: head("WESTCLIFF", 7),
    rows: [
      USUAL,
      [
        ...cells("1", "COAST", "Fence the cliff path"),
        text("Update 05.12.22: Posts are in.", "Update 01.10.22: The contract was let."),
        text("G"),
      ],
      [
        ...cells("2", "TOWN", "Move the car park inland"),
        text("Update 02.12.22: The field was bought.", "Update 15.11.22: A price was agreed."),
        text("A"),
      ],
    ],
    expected: [
      ["1", "COAST", "Fence the cliff path", "green", "2022-12-05 2022-10-01"],
      ["2", "TOWN", "Move the car park inland", "amber", "2022-12-02 2022-11-15"],
    ],
  },
  {
    name: "a table within a cell",
    lines: head("FENLAND", 8),
    rows: [
      USUAL,
      [
        ...cells("1", "DRAIN", "Raise the bank along the main drain"),
        {
          ...text(NEWS),
          table: [
            ["Length raised", "4 km"],
            ["Length to raise", "2 km"],
          ],
        },
        text("G"),
      ],
      cells("2", "FARMS", "Sow clover on the headlands", NEWS, "A"),
      cells("3", "DRAIN", "Renew the pumps at the sluice", NEWS, "R"),
    ],
    expected: [
      ["1", "DRAIN", "Raise the bank along the main drain", "green", "2022-12-05"],
      ["2", "FARMS", "Sow clover on the headlands", "amber", "2022-12-05"],
      ["3", "DRAIN", "Renew the pumps at the sluice", "red", "2022-12-05"],
    ],
  },
  {
    name: "an objective merged over rows",
    lines: head("CASTLETON", 9),
    rows: [
      headings("Objective", "No", "Organisation", "Deliverable", "Update", "RAG Status"),
      [{ ...text("Visitors"), rows: 2 }, ...cells("1", "GUIDE", "Offer tours after dark", NEWS, "G")],
      [null, ...cells("2", "TOWN", "Sell tickets by telephone", NEWS, "A")],
      [{ ...text("Fabric"), rows: 2 }, ...cells("3", "GUIDE", "Repoint the north tower", NEWS, "R")],
      [null, ...cells("4", "TOWN", "Dry out the undercroft", NEWS, "G")],
    ],
    expected: [
      ["1", "GUIDE", "Offer tours after dark", "green", "2022-12-05"],
      ["2", "TOWN", "Sell tickets by telephone", "amber", "2022-12-05"],
      ["3", "GUIDE", "Repoint the north tower", "red", "2022-12-05"],
      ["4", "TOWN", "Dry out the undercroft", "green", "2022-12-05"],
    ],
  },
  {
    name: "labels of letters and figures",
    lines: head("MOORSIDE", 10),
    rows: [
      headings("Ref", "Organisation", "Deliverable", "Update", "RAG Status"),
      cells("MS-01", "RANGER", "Reseed the burnt slopes", NEWS, "Green"),
      cells("MS-02", "FARMS", "Mend the boundary walls", NEWS, "Amber"),
      cells("MS-03", "RANGER", "Watch the moor in dry weather", NEWS, "Complete"),
    ],
    expected: [
      ["MS-01", "RANGER", "Reseed the burnt slopes", "green", "2022-12-05"],
      ["MS-02", "FARMS", "Mend the boundary walls", "amber", "2022-12-05"],
      ["MS-03", "RANGER", "Watch the moor in dry weather", "blue", "2022-12-05"],
    ],
  },
];
