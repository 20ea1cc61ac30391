import { expect, it } from "vitest";
import { HEADER, reportOf } from "../read-text.js";

/** The statuses of rows that are rated by these numbers, below a key that counts its statuses in this order. */
function ragsOf(ratings: string, ...key: string[]) {
  const rows = [...ratings].map((rating, at) => `${at + 1}\tFORCE\tPaint gate number ${at + 1}\t${rating}`);
  return reportOf(...HEADER, "", ...key, "", "No\tOrganisation\tDeliverable\tStatus", ...rows)?.deliverables.map(
    ({ rag }) => rag,
  );
}

it("gives numbers the meaning of the key's order where its counts agree", () => {
  const key = ["Red: stuck\t1/6\t17%", "Amber: slow\t2/6\t33%", "Green: done\t3/6\t50%"];
  expect(ragsOf("123323", ...key)).toEqual(["red", "amber", "green", "green", "amber", "green"]);
  expect(ragsOf("321121", ...key)).toEqual(["red", "amber", "green", "green", "amber", "green"]);
});

it.each([
  ["the counts fit both orders", "123123", ["Red\t2/6", "Amber\t2/6", "Green\t2/6"]],
  ["the counts fit neither order", "111222", ["Red\t1/6", "Amber\t1/6", "Green\t4/6"]],
  ["a number is beyond the key", "123343", ["Red\t1/6", "Amber\t2/6", "Green\t3/6"]],
  ["the key has two statuses", "112222", ["Red\t2/6", "Green\t4/6"]],
])("gives them none where %s", (_, ratings, key) => {
  expect(ragsOf(ratings, ...key)?.every((rag) => rag === null)).toBe(true);
});
