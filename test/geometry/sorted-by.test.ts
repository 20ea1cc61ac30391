import { expect, it } from "vitest";
import { sortedBy } from "../../src/geometry/sorted-by.js";

it.each([10, 1000])("sorts %i items by their numbers and keeps the order of those with the same", (count) => {
  const items = Array.from({ length: count }, (_, at) => ({ at, number: (at * 7) % 5 }));
  const sorted = sortedBy(items, ({ number }) => number);
  const expected = [0, 1, 2, 3, 4].flatMap((number) => items.filter((item) => item.number === number));
  expect(sorted).toEqual(expected);
  expect(items[0]?.at).toBe(0);
});
