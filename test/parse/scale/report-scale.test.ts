/** Statuses printed in the words that the report's own key gives them. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const ROWS = [
  "Ref\tDeliverable\tOrg\tStatus\tUpdate",
  "1\tMore patrols\tPOLICE\tDelivered\t3.1.22 Patrols doubled.",
  "2\tFewer thefts\tPOLICE\tUnder way\t4.1.22 Thefts fell by 3%.",
  "3\tA new van\tOPCC\tStalled\t5.1.22 No money.",
  "4\tA new app\tOPCC\tParked\t6.1.22 See 3.",
];
const statusesWith = (...key: string[]) =>
  reportOf("Stow Policing Plan 2021-2022", "Qtr 3 (January 2022)", ...key, "", ...ROWS)?.deliverables.map(
    (row) => row.rag,
  );

describe("words that the key defines", () => {
  it.each([
    ["in one line", ["Key: G = delivered, A = under way, R = stalled"]],
    ["in a line each", ["Green = Delivered", "Amber = Under way", "Red = Stalled"]],
    ["in a table", ["Green\tDelivered\t1/4 (25%)", "Amber\tUnder way\t1/4 (25%)", "Red\tStalled\t1/4 (25%)"]],
  ])("are read as statuses %s", (_name, key) => {
    expect(statusesWith(...key)).toEqual(["green", "amber", "red", null]);
  });

  it.each([
    ["no key says so", []],
    ["one line alone defines one", ["G = delivered"]],
    ["the key gives one word to two statuses", ["G = delivered, A = delivered"]],
    ["the key describes at length", ["G = delivered by the date that was agreed, A = stalled for a quarter or more"]],
  ])("are none where %s", (_name, key) => {
    expect(statusesWith(...key)).toEqual([null, null, null, null]);
  });
});
