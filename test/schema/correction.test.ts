import { expect, it } from "vitest";
import { faultOf } from "../../src/schema/correction.js";
import { plainCell, safeCell } from "../../src/schema/safe-cell.js";

it.each(["=1+1", "'=1", "''-x", "@a", "+4", "'quoted'", "plain", "", "'", "\tx", "-12.50"])(
  "writes %j so that no spreadsheet runs it and it comes back as it was",
  (text) => {
    expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r]/);
    expect(plainCell(safeCell(text))).toBe(text);
  },
);

it("leaves a formula that was typed by hand unchanged", () => expect(plainCell("-5% of calls")).toBe("-5% of calls"));

it.each([
  ["1", "rag", "green", true],
  ["1", "rag", "", true],
  ["1", "rag", "Green", false],
  ["1", "organisations", "", true],
  ["1", "organisations", "MC;FORCE", true],
  ["1", "organisations", "MC;;FORCE", false],
  ["1", "organisations", "MC;MC", false],
  ["1", "number", "4a", true],
  ["1", "number", "4.", false],
  ["1", "number", "4 a", false],
  ["1", "title", "Light the\u001bpath", false],
  ["1", "version", "V1", false],
  ["", "version", "V1", true],
  ["", "theme_number", "0", true],
  ["", "theme_number", "1.5", false],
  ["", "constructor", "x", false],
])("on row %j lets %s be %j: %s", (deliverable, field, value, isFit) => {
  expect(faultOf(deliverable, field, value) === null).toBe(isFit);
});
