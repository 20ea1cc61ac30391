import { expect, it } from "vitest";
import { RecentValues } from "../../src/pipeline/review/recent-values.js";

/** Makes values that say how often their key was made. */
function counting(most: number, isKept: (value: string) => boolean = () => true) {
  const values = new RecentValues<string>(most, isKept);
  const made = new Map<string, number>();
  return (key: string): Promise<string> =>
    values.of(key, async () => {
      const count = (made.get(key) ?? 0) + 1;
      made.set(key, count);
      return `${key} ${count}`;
    });
}

it("a value is made once, also where it is asked for twice at once, until others were asked for since", async () => {
  const of = counting(2);
  expect(await Promise.all([of("a"), of("a")])).toEqual(["a 1", "a 1"]);
  expect([await of("b"), await of("a"), await of("c"), await of("a"), await of("b")]).toEqual([
    ...["b 1", "a 1", "c 1", "a 1", "b 2"],
  ]);
});

it("a value that is not worth keeping, or could not be made, is made again", async () => {
  const of = counting(2, (value) => value !== "a 1");
  expect([await of("a"), await of("a"), await of("a")]).toEqual(["a 1", "a 2", "a 2"]);
  const values = new RecentValues<string>(2, () => true);
  await expect(values.of("a", () => Promise.reject(new Error("too slow")))).rejects.toThrow("too slow");
  expect(await values.of("a", async () => "made")).toBe("made");
});
