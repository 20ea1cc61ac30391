import { describe, expect, it } from "vitest";
import { isLabel, labelOf, plainNumber } from "../../src/language/labels.js";

describe("labelOf", () => {
  it.each([
    ["7", "7"],
    ["7.", "7"],
    ["7)", "7"],
    ["(7)", "7"],
    ["[7]", "7"],
    ["7:", "7"],
    [" 12 ", "12"],
    ["4a", "4a"],
    ["2.3", "2.3"],
    ["2.3.1", "2.3.1"],
    ["A1", "A1"],
    ["CS12", "CS12"],
    ["10", "10"],
  ])("reads %j as %j", (text, label) => {
    expect(labelOf(text)).toBe(label);
    expect(isLabel(text)).toBe(true);
  });

  it.each(["", "G", "NW", "0", "00", "1234", "57%", "8/14", "4.0%", "7 G", "12 officers", "-", "a1", "2019-20", "4AB"])(
    "refuses %j",
    (text) => {
      expect(labelOf(text)).toBeNull();
      expect(isLabel(text)).toBe(false);
    },
  );
});

describe("plainNumber", () => {
  it.each([
    ["7", 7],
    ["12", 12],
    ["4a", null],
    ["2.3", null],
    ["A1", null],
    [null, null],
  ])("of %j is %j", (label, number) => {
    expect(plainNumber(label)).toBe(number);
  });
});
