/** Labelled lists made by seed: what their truth and their text must have, and that no value read from them is wrong without a word of doubt. */
import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { faultsOf, isSilent } from "../prints/faults.mjs";
import { listCase, listCases } from "./lists.mjs";

it("makes the same list of a seed, and another of the next", () => {
  expect(listCase(7)).toEqual(listCase(7));
  expect(listCase(7).text).not.toBe(listCase(8).text);
});

it("prints titles and labels that the truth has", () => {
  for (const { rows, text } of listCases(500, 40)) {
    const words = text.replace(/[*>#\s]+/g, " ");
    for (const { title, number } of rows) for (const printed of [title, number ?? ""]) expect(words).toContain(printed);
  }
});

it("are read without a wrong value that nobody is told to look at", () => {
  const silent = listCases(900, 40).flatMap((printed) => {
    const { reports } = readBytes(Buffer.from(printed.text), printed.file, BUILTIN_PROFILE);
    return faultsOf(printed, reports)
      .filter(isSilent)
      .map(({ text }) => `${printed.variant}: ${text}`);
  });
  expect(silent).toEqual([]);
});
