/** Letters that the key does not define, and that begin its words. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEADER = ["Harbour Care Plan 2022-2023", "Qtr 1 (June 2022)", ""];
const KEY = "Finished (blue). Moving well (green). Slowing (amber). Held up (red).";
const read = (key: string, ...cells: string[]) =>
  reportOf(
    ...[...HEADER, key, "", "Ref\tDeliverable\tLead\tStatus\tUpdate"],
    ...cells.map((cell, at) => `${at + 1}\tMend quay wall ${"abcdefg"[at]}\tPORT\t${cell}\t0${at + 1}.06.22: Begun.`),
  )?.deliverables.map(({ rag, review_reasons }) => [rag, review_reasons.includes("status-by-initial")]);

describe("letters that begin the words of a key", () => {
  it("are statuses, each with a reason to review it", () => {
    expect(read(KEY, "F", "M", "S", "H")).toEqual([
      ["blue", true],
      ["green", true],
      ["amber", true],
      ["red", true],
    ]);
  });

  it("know a word of the key that also heads columns as a question", () => {
    expect(read("Done (blue). Moving well (green). Held up (red).", "D", "M", "H")).toEqual([
      ["blue", true],
      ["green", true],
      ["red", true],
    ]);
  });

  it.each<[string, string, string[]]>([
    ["one letter begins no word of the key", KEY, ["F", "M", "X"]],
    ["one letter is all that rows print", KEY, ["F", "F"]],
    ["a letter begins two words of the key", "Moving (green). Mired (red). Done (blue).", ["M", "D"]],
    ["the key has two words", "Finished (blue). Held up (red).", ["F", "H"]],
  ])("are none where %s", (_name, key, cells) => {
    expect(read(key, ...cells)).toEqual(cells.map(() => [null, false]));
  });

  it("have the key's status also where the built-in scale has another", () => {
    expect(read("Moving (green). Behind (amber). Held up (red).", "M", "B", "H")).toEqual([
      ["green", true],
      ["amber", true],
      ["red", true],
    ]);
  });
});
