/** Labels of rows as lists print them, and texts beside them that are none. */
import { describe, expect, it } from "vitest";
import { labelForm, rowLabelOf, splitLabel } from "../../src/language/row-labels.js";

describe("a cell that is a label", () => {
  it.each([
    ["7", "7"],
    ["7.", "7"],
    ["7)", "7"],
    ["(7)", "7"],
    ["[7]", "7"],
    ["4a", "4a"],
    ["1(a)", "1(a)"],
    ["1.1.1.1", "1.1.1.1"],
    ["iv", "iv"],
    ["(iv)", "iv"],
    ["b)", "b"],
    ["TRE-014", "TRE-014"],
    ["TR (24/25) 03", "TR (24/25) 03"],
    ["2023/04", "2023/04"],
    ["Action 3", "Action 3"],
    ["No. 12", "No. 12"],
    ["WARD_0068_2021-\nQ4", "WARD_0068_2021-Q4"],
    ["TRE\n-014", "TRE-014"],
    ["Action\n3", "Action 3"],
    ["Action 1.1.10", "Action 1.1.10"],
    ["Ref 2.1.2024", "Ref 2.1.2024"],
  ])("%j is the label %s", (text, label) => {
    expect(rowLabelOf(text)).toBe(label);
  });

  it.each([
    "",
    "Plant a tree",
    "Trees",
    "b",
    "0",
    "12345",
    "£40",
    "12%",
    "1,200",
    "0.125",
    "01/02/2024",
    "1.2.24",
    "by 1.2.24",
    "Due 01/02/2024",
    "Updated 1.2.24",
    "2024-02-01",
    "3 trees",
    "Plant tree 3",
    "plant 3",
    "Recommendation of the board 12",
    "1 2 3 4 5",
  ])("%j is none", (text) => {
    // A single small letter is a Roman figure or has a mark after it.
    expect(rowLabelOf(text)).toBeNull();
  });
});

describe("labels of one list", () => {
  it("have one form, whatever their figures and the length of their words", () => {
    expect(labelForm("TRE-014")).toBe(labelForm("WARD-7"));
    expect(labelForm("1.2")).not.toBe(labelForm("1a"));
    expect(labelForm("Action 3")).toBe("Aa 9");
  });
});

describe("a title that begins with its label", () => {
  it.each([
    ["1.1 Plant trees", "1.1", "Plant trees"],
    ["3. Light the path", "3", "Light the path"],
    ["(a) Visit “The Mill”", "a", "Visit “The Mill”"],
    ["TR4 “Warm rooms” open", "TR4", "“Warm rooms” open"],
    ["L1.1Run cooling rooms", "L1.1", "Run cooling rooms"],
  ])("%s is split", (title, label, rest) => {
    expect(splitLabel(title)).toEqual({ label, rest });
  });

  it.each(["Plant trees", "3 trees for each ward", "I Spy days for children", "£40 Vouchers", "1.1", "12% More trees"])(
    "%s has none",
    (title) => {
      expect(splitLabel(title)).toBeNull();
    },
  );
});
