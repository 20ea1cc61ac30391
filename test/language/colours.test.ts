import { expect, it } from "vitest";
import { ragOfColour } from "../../src/language/colours.js";

it.each([
  ["#00b050", "green"],
  ["#92d050", "green"],
  ["#c6efce", "green"],
  ["#006100", "green"],
  ["#ffc000", "amber"],
  ["#ffff00", "amber"],
  ["#ffeb9c", "amber"],
  ["#ed7d31", "amber"],
  ["#ff0000", "red"],
  ["#c00000", "red"],
  ["#ffc7ce", "red"],
  ["#0070c0", "blue"],
  ["#ddebf7", "blue"],
  ["#ffffff", null],
  ["#000000", null],
  ["#d9d9d9", null],
  ["#f2f2f2", null],
  ["#7030a0", null],
])("%s stands for %s", (colour, rag) => {
  expect(ragOfColour(colour)).toBe(rag);
});
