/**
 * What a seeded report is put together from: words, owners, forms of labels, dates and statuses, lines above. All of it is made up. A
 * form is a function of the row's place and the report's own random numbers.
 */

export const VERBS = [
  "Repair",
  "Publish",
  "Replace",
  "Review",
  "Open",
  "Extend",
  "Train staff for",
  "Test",
  "Close",
  "Relocate",
];
export const OBJECTS = [
  "the bicycle shelter",
  "the winter rota",
  "the complaints form",
  "the footbridge",
  "the tenants' handbook",
  "the swimming pool boiler",
  "the volunteer scheme",
  "the sorting office",
  "the night shelter",
  "the archive catalogue",
  "the school crossing",
  "the payroll checks",
];
export const PLACES = [
  "at Larkfield",
  "in the north ward",
  "behind the town hall",
  "for new starters",
  "on Quay Street",
  "by the spring",
];
export const REPORTS = [
  "The work began on time.",
  "A contractor has been chosen.",
  "Funding is not in place yet.",
  "The board saw a first draft.",
  "Two of three stages are done.",
  "Nothing has been heard from the supplier.",
  "Residents were asked and most agreed.",
];

export const OWNERS = {
  codes: ["LTC", "NHB", "FRS", "CYP", "ASC", "PCT"],
  names: ["Larkfield Council", "Housing", "Adult Care", "Customer Services", "Legal", "Fire Service"],
  posts: ["Head of Housing", "Director of Care", "Chief Clerk", "Transport Manager", "Head of Legal"],
};

const two = (number) => String(number).padStart(2, "0");

/** Form of the labels → the label of a row by its place, from 1. */
export const LABELS = {
  plain: (at) => String(at),
  dotted: (at) => `3.${at}`,
  levels: (at) => `1.${Math.ceil(at / 3)}.${((at - 1) % 3) + 1}`,
  coded: (at, code) => `${code}-${two(at)}`,
  slashes: (at, code) => `${code}/22/${two(at)}`,
  words: (at) => `Action ${at}`,
  brackets: (at) => `${Math.ceil(at / 4)}(${"abcd"[(at - 1) % 4]})`,
  large: (at) => String(2000 + 17 * at),
};

/** Scheme → how a colour is printed. A scheme with a `key` prints that above the table. */
export const SCHEMES = {
  letters: { green: "G", amber: "A", red: "R", blue: "B" },
  words: { green: "Green", amber: "Amber", red: "Red", blue: "Blue" },
  both: { green: "Green (G)", amber: "Amber (A)", red: "Red (R)", blue: "Blue (B)" },
  marks: { green: "🟢", amber: "🟠", red: "🔴", blue: "🔵" },
  progress: { green: "On track", amber: "At risk", red: "Off track", blue: "Complete" },
  key: {
    green: "M",
    amber: "S",
    red: "F",
    blue: "D",
    key: [
      "Key:",
      "M - moving as planned (Green)",
      "S - slower than planned (Amber)",
      "F - failing (Red)",
      "D - done (Blue)",
    ],
  },
};

/** Form of an update → its text and the date that it bears, for a day of September 2022. */
export const UPDATES = {
  dotted: (day, text) => [`Update ${two(day)}.09.22: ${text}`, `2022-09-${two(day)}`],
  slashed: (day, text) => [`${two(day)}/09/2022 - ${text}`, `2022-09-${two(day)}`],
  month: (_, text) => [`September 2022: ${text}`, "2022-09"],
  iso: (day, text) => [`2022-09-${two(day)}: ${text}`, `2022-09-${two(day)}`],
  short: (day, text) => [`${day} Sep 2022: ${text}`, `2022-09-${two(day)}`],
  undated: (_, text) => [text, null],
};

export const HEADINGS = {
  number: ["No", "Ref", "Action No", "ID", "Item"],
  lead: ["Lead", "Owner", "Organisation", "Responsible officer", "Led by"],
  title: ["Action", "Deliverable", "Commitment", "Recommendation", "Milestone", "What we will do"],
  status: ["RAG", "Status", "RAG rating", "Progress status", "Rating"],
  update: ["Update", "Progress update", "Comments", "Latest position", "Achievements"],
};

/** Name of another column → its heading and its text in a row. */
export const OTHERS = {
  due: ["Due date", (at) => `${two(at)}/03/2024`],
  priority: ["Priority", (at) => ["High", "Medium", "Low"][at % 3]],
  done: ["% complete", (at) => `${(at * 10) % 100}%`],
  next: ["Next steps", (at) => `Agree stage ${at} with the partners`],
  budget: ["Budget", (at) => `£${at},250`],
};

export const ABOVE = [
  ["LARKFIELD COMMUNITY SAFETY PLAN (2022-25)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)"],
  ["Larkfield Council Improvement Plan 2022-23", "Progress report, September 2022"],
  ["Audit recommendations: follow-up", "Position at 30 September 2022"],
  ["Action log of the Larkfield board", "Quarter 2, 2022/23"],
];
