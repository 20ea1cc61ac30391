/** Keys of made-up reports: what their letters, colours, glyphs and words stand for in that report alone. */
import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import type { Block } from "../../../src/model/block.js";
import { definitionsIn } from "../../../src/parse/scale/definitions.js";
import { reportScale } from "../../../src/parse/scale/report-scale.js";
import { statusReader } from "../../../src/parse/status.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const HALVES_TOO = statusReader(BUILTIN_PROFILE).narrowed({ halves: true });
const blocksOf = (key: readonly string[]): readonly Block[] => blocksOfText(key.join("\n"), BUILTIN_PROFILE);
const scaleOf = (...key: string[]) => reportScale(blocksOf(key), BUILTIN_PROFILE, HALVES_TOO);

/** What texts mean under a key: a status, "none" for one that the key says has no colour, or null. */
const meaningsUnder = (key: readonly string[], ...texts: string[]) => {
  const status = statusReader(scaleOf(...key).profile);
  return texts.map((text) => status.read(text)?.rag ?? (status.isUncoloured(text) ? "none" : null));
};

describe("a letter whose meaning is the opposite of its colour's", () => {
  it("is none of the colour's, and neither are others that begin their meanings", () => {
    const key = ["Key: G = Gone aground, which is bad, A = Afloat, R = Refitted"];
    expect(meaningsUnder(key, "G", "A", "R")).toEqual(["none", "none", "none"]);
    expect(meaningsUnder(["Key: G = Grounded, A = All is well, R = Refitted"], "G", "A")).toEqual(["none", "none"]);
  });

  it("is the colour's where other words turn the meaning round", () => {
    const key = ["G = No problems", "A = Almost ready", "R = Rescue needed to be on time"];
    expect(meaningsUnder(key, "G", "A", "R")).toEqual(["green", "amber", "red"]);
  });
});

describe("a key that turns a built-in meaning round", () => {
  it.each([
    ["G = Goals unmet, B = Begun, R = Reached", ["G", "R"], ["none", "none"]],
    ["G = Given up; A = All completed; R = Ready", ["G", "A", "R"], ["none", "none", "none"]],
    ["G = steering not going well; R = sailing well", ["G", "R"], ["none", "none"]],
    ["G = Grave delay; A = Adrift; R = Repairs finished", ["G", "A", "R"], ["none", "none", "none"]],
    [
      "A = well ahead; B = Blocked from finishing; G = Gathering way; R = stuck",
      ["A", "B", "G", "R"],
      ["none", "none", "none", "red"],
    ],
    ["G = leaks not resolved, serious; A = Adrift; R = R-tested", ["G", "A"], ["none", "none"]],
    ["R = No delays; G = Grounded", ["R", "G"], ["none", "none"]],
    ["✓ = sunk; G = problems; R = refitted; A = adrift", ["G", "R", "A"], ["none", "none", "none"]],
  ])("leaves only what its own words confirm: %s", (key, letters, meanings) => {
    expect(meaningsUnder([`Key: ${key}`], ...letters)).toEqual(meanings);
  });

  it.each([
    ["G = leaks resolved", "A = some leaks", "R = well off course"],
    ["G = serious storms overcome, afloat", "A = half refitted, 60% finished", "R = masts not achieved"],
    ["G = afloat, no serious problems or delays", "A = refit in progress, on course", "R = refit completed late"],
    ["G = refit not yet finished, afloat", "A = refit may be finished late", "R = refit cannot be finished"],
    ["G = on course, critical repairs made", "A = well behind", "R = refit not well"],
  ])("is none where other words turn the meaning back: %s, %s, %s", (...key) => {
    expect(meaningsUnder(key, "G", "A", "R")).toEqual(["green", "amber", "red"]);
  });
});

describe("a letter with its colour in brackets before the meaning", () => {
  it("is defined by both", () => {
    const key = ["P (purple)  Complete", "G (green)  Afloat", "A (amber) Adrift", "R (red) – Aground"];
    expect(meaningsUnder(key, "P", "G", "A", "R")).toEqual(["blue", "green", "amber", "red"]);
  });

  it("says no status where neither the colour nor the meaning does", () => {
    expect(meaningsUnder(["P (purple) Handed over", "G (green) Afloat"], "P", "G")).toEqual(["none", "green"]);
  });
});

describe("the definitions of a key", () => {
  const found = (...key: string[]) => definitionsIn(blocksOf(key)).map(({ label, meaning }) => [label, meaning]);

  it.each([
    ["equal signs", "G = Finished, A = Begun, R = Stuck"],
    ["an announcement", "Status key: G = Finished; A = Begun; R = Stuck"],
    ["semicolons", "G: Finished; A: Begun; R: Stuck"],
    ["bars", "G = Finished | A = Begun | R = Stuck"],
  ])("are found in a line with %s", (_name, line) => {
    expect(found(line)).toEqual([
      ["G", "Finished"],
      ["A", "Begun"],
      ["R", "Stuck"],
    ]);
  });

  it("are found in brackets behind what they colour", () => {
    expect(found("Finished (green). Begun (amber). Stuck (red).")).toEqual([
      ["Finished", "green"],
      ["Begun", "amber"],
      ["Stuck", "red"],
    ]);
  });

  it("are found in rows, unless what stands beside the label is a count", () => {
    expect(found("Green    Finished in full", "Red    Stuck for now")).toEqual([
      ["Green", "Finished in full"],
      ["Red", "Stuck for now"],
    ]);
    expect(found("Green    3/8 (37%)", "Red    5/8 (62%)")).toEqual([]);
  });

  it("are found in lines that follow one another, and not in one alone", () => {
    expect(found("G = Finished", "R = Stuck")).toHaveLength(2);
    expect(found("G = Finished", "The board met twice", "R = Stuck")).toEqual([]);
    expect(found("Key: G = Finished")).toEqual([["G", "Finished"]]);
  });

  it.each([
    "Rating scale. 4: finished  3: begun  2: slow  1: stuck",
    "Progress rating: 4: finished, 3: begun, 2: slow, 1: stuck",
    "4: finished; 3: begun; 2: slow; 1: stuck",
    "4 = finished 3 = begun 2 = slow 1 = stuck",
  ])("are found by their figures in %s", (line) => {
    expect(found(line)).toEqual([
      ["4", "finished"],
      ["3", "begun"],
      ["2", "slow"],
      ["1", "stuck"],
    ]);
  });

  it("are none in sentences and figures", () => {
    expect(found("We met in May. The board agreed, as ever.")).toEqual([]);
    expect(found("Spent = 40, Left = 60")).toEqual([]);
  });

  it("have the painted colour of a label without a text", () => {
    const row = (fill: string, text: string): Block => ({
      kind: "row",
      cells: [{ text: "", fill }, { text }],
      borders: "sure",
      gapBefore: false,
      pageStart: false,
      place: { page: 1, lineFirst: null, lineLast: null, bbox: null },
    });
    expect(definitionsIn([row("#00b050", "Finished"), row("#ff0000", "Stuck")])).toMatchObject([
      { label: "", meaning: "Finished", painted: "green" },
      { label: "", meaning: "Stuck", painted: "red" },
    ]);
  });
});

describe("letters", () => {
  it("that abbreviate their meanings are no colours", () => {
    const key = ["Key: A = Achieved, P = Partly achieved, N = Not achieved"];
    expect(meaningsUnder(key, "A")).not.toEqual(["amber"]);
    expect(meaningsUnder([], "A", "G", "R")).toEqual(["amber", "green", "red"]);
  });

  it("of the built-in scale stay colours though their words begin alike", () => {
    expect(meaningsUnder(["Key: G = Good progress, A = Attention needed, R = Rescue needed"], "G", "A", "R")).toEqual([
      "green",
      "amber",
      "red",
    ]);
  });

  it("mean what the key says where it names a colour", () => {
    expect(meaningsUnder(["Key: D = green, S = amber, X = red"], "D", "S", "X")).toEqual(["green", "amber", "red"]);
    expect(meaningsUnder([], "D", "X")).not.toEqual(["green", "red"]);
  });
});

describe("colours", () => {
  it("that a key uses for what is not due say no status, and neither do their letters", () => {
    const key = ["Blue = Not yet due", "Green = Finished", "Red = Stuck"];
    expect(meaningsUnder(key, "Blue", "B", "Green")).not.toContain("blue");
    expect(meaningsUnder([], "Blue", "B")).toEqual(["blue", "blue"]);
    expect(scaleOf(...key).changed.has("blue")).toBe(true);
  });

  it("red, amber and green keep their meaning, whatever words the key has for them", () => {
    const key = ["Green = Stuck", "Amber = Complete", "Red = Not started"];
    expect(meaningsUnder(key, "Green", "Amber", "Red")).toEqual(["green", "amber", "red"]);
    expect(scaleOf(...key).changed.size).toBe(0);
  });

  it("without a status of their own have the one that the key gives", () => {
    expect(meaningsUnder(["Purple = Complete", "Green = Going well", "Red = Stuck"], "Purple")).not.toEqual([null]);
    expect(meaningsUnder([], "Purple")).toEqual([null]);
  });
});

describe("glyphs", () => {
  it("are statuses where the key names colours for them", () => {
    expect(meaningsUnder(["Key: ✔ = green, ! = amber, ✘ = red"], "✔", "!", "✘")).toEqual(["green", "amber", "red"]);
    expect(meaningsUnder([], "!")).toEqual([null]);
  });
});

describe("words", () => {
  const KEY = ["Key: G = humming, A = limping, R = sunk"];
  it("by which a key names its colours are statuses in that report alone", () => {
    expect(meaningsUnder(KEY, "Humming", "Limping", "Sunk")).toEqual(["green", "amber", "red"]);
    expect(meaningsUnder([], "Humming", "Limping", "Sunk")).toEqual([null, null, null]);
  });

  it("have no figures, and are three at most", () => {
    const key = ["Key: G = over 90, A = a long way behind where, R = sunk"];
    expect(meaningsUnder(key, "over 90", "a long way behind where", "sunk")).toEqual([null, null, "red"]);
  });

  it("that stand for two statuses tell nothing", () => {
    expect(meaningsUnder(["Key: G = humming, A = humming, R = sunk"], "humming", "sunk")).toEqual([null, "red"]);
  });
});

describe("a key that defines one thing twice", () => {
  it("says the same twice as well as once", () => {
    const key = ["Key: G = humming, R = sunk", "Key: G = humming, R = sunk"];
    expect(meaningsUnder(key, "humming", "sunk")).toEqual(["green", "red"]);
  });

  it("does not decide a letter that it gives two colours", () => {
    const [letter] = meaningsUnder(["Key: D = green, D = red, S = amber"], "D");
    expect(letter).toBeNull();
  });

  it("is no key where one label is all that it defines", () => {
    const { profile, defined } = scaleOf("Key: G = humming, G = sunk");
    expect(profile).toBe(BUILTIN_PROFILE);
    expect(defined).toEqual([]);
  });
});

it("makes one profile for reports that share a key", () => {
  const key = "Key: G = humming, R = sunk";
  expect(scaleOf(key).profile).toBe(scaleOf(key).profile);
  expect(scaleOf(key).profile).not.toBe(BUILTIN_PROFILE);
});

describe("halves", () => {
  it("are among what a key defines where it names them", () => {
    const { defined } = scaleOf("Key: Green = humming; Amber/Green = purring; Amber/Red = limping; Red = sunk");
    expect(defined).toEqual(["green", "amber-green", "amber-red", "red"]);
  });

  it("are not where letters abbreviate words", () => {
    const { defined } = scaleOf("Key: AG = Agreed, PA = Partly agreed, R = Refused");
    expect(defined).toEqual([]);
  });
});

it("gives the marks of a key the words after them", () => {
  const key = ["Key: ✔ complete; ▲ on track; ■ given up"];
  expect(meaningsUnder(key, "✔", "▲", "■")).toEqual(["blue", "green", "none"]);
  expect(meaningsUnder(["◆ at risk  ◇ off track"], "◆", "◇")).toEqual(["amber", "red"]);
});

it("gives the words of painted marks the colour named after each", () => {
  const key = ["Legend: ■ Closed (blue) ■ Under way (green) ■ Late (amber) ■ Not begun (grey)"];
  expect(meaningsUnder(key, "Closed", "Under way", "Late", "Not begun")).toEqual(["blue", "green", "amber", "white"]);
});

it("finds no key in a list with marks, or in counts", () => {
  const found = (line: string) => definitionsIn(blocksOf([line]));
  expect(found("■ Dig the pond ■ Mend the gate")).toEqual([]);
  expect(found("▲ On track 7 ■ Late 3")).toEqual([]);
});
