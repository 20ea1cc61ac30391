/**
 * The statuses that a row can have, with everything that is said or drawn of them. To add one: an entry here, and its words in the
 * profile. What a report prints for a status is the profile's matter, not this table's.
 */
interface StatusEntry {
  /** In strips of statuses, so that they can be read without colours. */
  readonly letter: string;
  /** Beside the letter in a legend. */
  readonly word: string;
  /** Names of the colour itself, in lower case; in a report's summary they are tried before other words. */
  readonly colourNames: readonly string[];
  /** Hues of a painted colour that mean the status, in degrees: from (inclusive), to (exclusive). */
  readonly hues: readonly (readonly [from: number, to: number])[];
  /** Position on the scale from on track to off track; null for a status that is not on it. A higher one is worse. */
  readonly rank: number | null;
  readonly colours: StatusColours;
  readonly terminal: {
    /** Of a figure; null where it stays in the text's own colour. */
    readonly text: "green" | "yellow" | "red" | "blue" | null;
    readonly background: "bgGreen" | "bgGreenBright" | "bgYellow" | "bgRedBright" | "bgRed" | "bgWhite" | "bgBlue";
    readonly onBackground: "black" | "white";
  };
  /** Whether it lies between two others, so that it is a status only in a report whose scale has it. */
  readonly isHalf?: true;
}

/** As "#rrggbb". */
interface StatusColours {
  /** In the audit's page: a filled area, and text on it. */
  readonly fill: string;
  readonly onFill: string;
  /** In the drawing of a PDF's page: dark enough to be read as text on white. */
  readonly drawing: string;
}

const WHITE = "#ffffff";
const DARK = "#1b2330";

const ENTRIES = {
  green: {
    letter: "G",
    word: "green",
    colourNames: ["green"],
    hues: [[68, 170]],
    rank: 0,
    colours: { fill: "#1f7a34", onFill: WHITE, drawing: "#2e8b3d" },
    terminal: { text: "green", background: "bgGreen", onBackground: "black" },
  },
  "amber-green": {
    letter: "AG",
    word: "amber-green",
    colourNames: [],
    hues: [],
    rank: 1,
    colours: { fill: "#b5c334", onFill: DARK, drawing: "#7d8a12" },
    terminal: { text: "green", background: "bgGreenBright", onBackground: "black" },
    isHalf: true,
  },
  amber: {
    letter: "A",
    word: "amber",
    colourNames: ["amber", "yellow"],
    hues: [[17, 68]],
    rank: 2,
    colours: { fill: "#f2a53a", onFill: DARK, drawing: "#d9820f" },
    terminal: { text: "yellow", background: "bgYellow", onBackground: "black" },
  },
  "amber-red": {
    letter: "AR",
    word: "amber-red",
    colourNames: [],
    hues: [],
    rank: 3,
    colours: { fill: "#e0662a", onFill: DARK, drawing: "#b8501a" },
    terminal: { text: "red", background: "bgRedBright", onBackground: "black" },
    isHalf: true,
  },
  red: {
    letter: "R",
    word: "red",
    colourNames: ["red"],
    hues: [
      [0, 17],
      [335, 360],
    ],
    rank: 4,
    colours: { fill: "#b3201f", onFill: WHITE, drawing: "#c62f2f" },
    terminal: { text: "red", background: "bgRed", onBackground: "white" },
  },
  white: {
    letter: "N",
    word: "not started",
    colourNames: ["white"],
    hues: [],
    rank: null,
    colours: { fill: "#dfe3ea", onFill: DARK, drawing: "#8a8f98" },
    terminal: { text: null, background: "bgWhite", onBackground: "black" },
  },
  blue: {
    letter: "C",
    word: "complete",
    colourNames: ["blue"],
    hues: [[195, 255]],
    rank: null,
    colours: { fill: "#2256b0", onFill: WHITE, drawing: "#2f64c6" },
    terminal: { text: "blue", background: "bgBlue", onBackground: "white" },
  },
} as const satisfies Readonly<Record<string, StatusEntry>>;

/** A status. `white` is not started, `blue` is complete, `amber-green` and `amber-red` are halves of a five-point scale; what cannot be read is null, never a colour. */
export type Rag = keyof typeof ENTRIES;

export const STATUSES: Readonly<Record<Rag, StatusEntry>> = ENTRIES;
/** In the order in which they are listed everywhere. */
export const RAGS = Object.keys(ENTRIES) as readonly Rag[];
/** The statuses of a five-point scale that lie between two others. */
export const HALVES: readonly Rag[] = RAGS.filter((rag) => STATUSES[rag].isHalf === true);

/** A row without a readable status, as it is shown beside the statuses. */
export const UNREADABLE = {
  letter: "?",
  word: "status not read",
  colours: { fill: "#7d2a86", onFill: WHITE, drawing: "#b0309a" },
} as const satisfies Pick<StatusEntry, "letter" | "word" | "colours">;

/** A row's status, or that it has none. */
export type StatusOrNone = Rag | "unreadable";
export const STATUSES_AND_NONE: readonly StatusOrNone[] = [...RAGS, "unreadable"];

/** A count of rows for each status and for none. */
export type StatusCounts = Readonly<Record<StatusOrNone, number>>;

/** All of them 0. */
export function zeroCounts(): Record<StatusOrNone, number> {
  return Object.fromEntries(STATUSES_AND_NONE.map((status) => [status, 0])) as Record<StatusOrNone, number>;
}

export const coloursOf = (status: StatusOrNone): StatusColours =>
  status === "unreadable" ? UNREADABLE.colours : STATUSES[status].colours;

/** "8 green, 3 amber, 1 unreadable"; "no rows". */
export function statusText(counts: StatusCounts): string {
  const parts = STATUSES_AND_NONE.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${status}`);
  return parts.length === 0 ? "no rows" : parts.join(", ");
}
