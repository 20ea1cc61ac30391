import { describe, expect, it } from "vitest";
import { repairedLabels } from "../../src/language/misread-labels.js";

const repairsOf = (...printed: string[]) => Object.fromEntries(repairedLabels(printed));

describe("misread labels", () => {
  it.each([
    ["a letter for the first figure", ["Al", "A2", "A3"], { 0: "A1" }],
    ["a letter for the first figure of the next group", ["A1", "A2", "Bl", "B2"], { 2: "B1" }],
    ["a point left out", ["3.3", "34", "3.5"], { 1: "3.4" }],
    ["figures for a prefix of letters, at the end", ["SO2.2", "SO2.3", "SO2.4", "802.5"], { 3: "SO2.5" }],
    ["one of two same figures left out", ["10", "1", "12"], { 1: "11" }],
    ["a letter for a figure before a letter", ["la", "1b", "1c"], { 0: "1a" }],
    ["a letter for the zero of a code", ["WP-09", "WP-1O", "WP-11"], { 1: "WP-10" }],
  ])("are repaired where only one reading is possible: %s", (_, printed, wanted) => {
    expect(repairsOf(...printed)).toEqual(wanted);
  });

  it("are not known where the rows around say that another must be there, which they do not look like", () => {
    expect(repairsOf("3.1", "3.2", "7", "3.4", "3.5")).toEqual({ 2: null });
    expect(repairsOf("1", "2", "2a", "3", "4")).toEqual({});
  });

  it.each(["3a", "2a", "3A", "3(b)"])("are none where %s was added in place of a number", (added) => {
    expect(repairsOf("1", "2", added, "4", "5", "6")).toEqual({});
  });

  it("are compared with the others once they are repaired", () => {
    expect(repairsOf("3.1", "3.2", "33", "3.4", "7", "3.6")).toEqual({ 2: "3.3", 4: null });
  });

  it.each([
    ["they fit as they are", ["1", "2", "3", "11", "12"]],
    ["only one neighbour bears them out", ["3.3", "34", "35"]],
    ["numbers are left out of the list", ["4", "5", "8", "9"]],
    ["the label is another row's already", ["1", "l", "2"]],
    ["they look like nothing that fits", ["A1", "C7x", "A3"]],
    ["rows have none", ["", "", ""]],
  ])("are left alone where %s", (_, printed) => {
    expect(repairsOf(...printed)).toEqual({});
  });
});
