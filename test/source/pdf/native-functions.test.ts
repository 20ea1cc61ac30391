import { expect, test } from "vitest";

test("opening PDFs leaves JavaScript's own functions in place, which pdf.js replaces by slower ones", async () => {
  const before = [Array.prototype.push, JSON.parse, JSON.stringify];
  await import("../../../src/source/pdf/open.js");
  const after = [Array.prototype.push, JSON.parse, JSON.stringify];
  expect(after.map((one, at) => one === before[at])).toEqual([true, true, true]);
});
