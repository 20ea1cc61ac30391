/** Keys that name their colours beside the report's own words: in quotation marks, in cells, over line ends, in two paints of one hue. */
import { describe, expect, it } from "vitest";
import type { Block, Cell } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const BASE = { pageStart: false, place: { page: 1, lineFirst: null, lineLast: null, bbox: null } } as const;
const line = (text: string, gapBefore = false): Block => ({ ...BASE, kind: "line", text, indent: 0, gapBefore });
const row = (cells: readonly (string | Cell)[], gapBefore = false): Block => ({
  ...BASE,
  kind: "row",
  cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  borders: "sure",
  gapBefore,
});
const painted = (fill: string, text = ""): Cell => ({ text, fill });
const rowsBelow = (key: readonly Block[], statuses: readonly (string | Cell)[]) => {
  const blocks = [
    line("Fernside Flood Action Plan 2031-2033", true),
    ...key,
    row(["Ref", "Action", "Lead", "RAG", "Progress"], true),
    ...statuses.map((status, at) => row([String(at + 1), `Raise bank ${at}`, "Rivers Team", status, "Work goes on."])),
  ];
  return (parseReports(blocks, BUILTIN_PROFILE)[0]?.rows ?? []).map(({ rag }) => rag);
};

describe("words that a key puts beside a colour's name", () => {
  const WORDS = ["Not moving", "On schedule", "Finished", "Finished and tested"];
  const MEANT = ["red", "amber", "green", "blue"];
  const QUOTED = ["Red ‘Not moving’", "Amber ‘On schedule’", "Green ‘Finished’", "Blue ‘Finished and tested’"];

  it.each([
    ["in a line each", QUOTED.map((text) => line(text))],
    ["with counts after them", QUOTED.map((text) => line(`•  ${text} = 1 (25%)`))],
    ["in one line", [line(`Key: ${QUOTED.join(", ")}`)]],
    ["in straight quotation marks", [line(QUOTED.join("; ").replace(/[‘’]/g, '"'))]],
    ["in the cells of a row", [row(QUOTED, true)]],
    [
      "in cells after a colon",
      [row(["Red: Not moving", "Amber: On schedule", "Green: Finished", "Blue: Finished and tested"], true)],
    ],
  ])("mean that colour %s, whatever they mean elsewhere", (_name, key) => {
    expect(rowsBelow(key, WORDS)).toEqual(MEANT);
  });

  it("keep their own meaning where a row's cells are something else", () => {
    expect(rowsBelow([row(["Lead: Rivers Team", "Due: Amber"], true)], ["On schedule"])).toEqual(["green"]);
  });
});

it("reads a definition of a key that goes on in the next line", () => {
  const key = [
    line("Flowing – nothing to do (green). Silting – needs a look (amber). Dammed – cannot go on", true),
    line("without the council (red). Drained – finished and handed over (blue)."),
  ];
  expect(rowsBelow(key, ["Flowing", "Silting", "Dammed", "Drained"])).toEqual(["green", "amber", "red", "blue"]);
});

describe("two colours of one hue in a key", () => {
  const [GREEN, LIME, AMBER, ORANGE] = ["#00b050", "#92d050", "#ffc000", "#ed7d31"] as const;

  it("are the halves of a scale that their words name", () => {
    const key = [
      row([painted(GREEN), "Green – will be done"], true),
      row([painted(LIME), "Amber-green – should be done"]),
      row([painted(AMBER), "Amber – may be done"]),
      row([painted(ORANGE), "Amber-red – is in doubt"]),
    ];
    const nearlyLime = painted("#94d24f");
    const cells = [painted(GREEN), painted(LIME), nearlyLime, painted(AMBER), painted(ORANGE)];
    expect(rowsBelow(key, cells)).toEqual(["green", "amber-green", "amber-green", "amber", "amber-red"]);
  });

  it("have the statuses that their words are", () => {
    const key = [
      row([painted(GREEN), "Complete"], true),
      row([painted(LIME), "On track"]),
      row([painted(AMBER), "Late"]),
    ];
    expect(rowsBelow(key, [painted(GREEN), painted(LIME), painted(AMBER)])).toEqual(["blue", "green", "amber"]);
  });

  it("are no status where nothing tells them apart", () => {
    const key = [row([painted(GREEN), "Sure"], true), row([painted(LIME), "Likely"]), row([painted(AMBER), "Late"])];
    expect(rowsBelow(key, [painted(GREEN), painted(LIME), painted(AMBER)])).toEqual([null, null, "amber"]);
  });
});
