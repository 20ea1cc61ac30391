/** Cells that are a date and nothing else. */
import { expect, it } from "vitest";
import { isWholeDate } from "../../src/language/whole-date.js";

it.each([
  "16/07/2031",
  "16 July 2031",
  "Oct-31",
  "October",
  "29 Nov",
  "By March 2034",
  "End of March 2034",
  "Late March 2034",
  "Q3 2031/32",
  "2031/32",
  "2031",
  "Summer 2031",
  "Autumn term 2031",
  "April 2031 to March 2032",
  "Jan 2031 – Mar 2031",
  "June 2031\nSept 2031",
  " July 2031. ",
])("%j is a date", (text) => {
  expect(isWholeDate(text)).toBe(true);
});

it.each([
  "",
  "  ",
  "Ongoing",
  "March past the town hall",
  "Open by March 2034",
  "12",
  "3 weeks",
  "July 2031: the hall opened",
  "May we ask",
  `July 2031${" ".repeat(60)}August 2031`,
])("%j is none, or more", (text) => {
  expect(isWholeDate(text)).toBe(false);
});
