import { expect, it } from "vitest";
import { HEADER, reportOf } from "./read-text.js";

const updatesOf = (...lines: string[]) =>
  reportOf(...HEADER, ...lines)?.deliverables.map(({ updates }) =>
    updates.map(({ date, heading, text }) => [date, heading, text]),
  );

it("reads each of several columns of updates as a block, under its column's heading unless it is the first", () => {
  const found = updatesOf(
    "No\tLead\tDeliverable\tRAG\tProgress update\tManagement response",
    "1\tFIRE\tOpen the library\tG\tThe room was let in May. It is used by all.\tWe agree with this. It will be done.",
    "2\tFIRE\tPlant the trees\tA\tHalf of them are in. The rest are late.\t12.09.22: We agree with all of it. It will be done.",
  );
  expect(found).toEqual([
    [
      [null, null, "The room was let in May. It is used by all."],
      [null, "Management response", "We agree with this. It will be done."],
    ],
    [
      [null, null, "Half of them are in. The rest are late."],
      ["2022-09-12", "12.09.22:", "We agree with all of it. It will be done."],
    ],
  ]);
});

it("reads dates of a column beside the updates in the order that the other dates show", () => {
  const rows = [
    "1\tFIRE\tOpen the library\tG\t9/12/2022\tThe room was let in May. It is used by all.",
    "2\tFIRE\tPlant the trees\tA\t9/5/2022\tHalf of them are in. The rest are late.",
    "3\tFIRE\tMend the roof\tG\t9/14/2022\tNo builder was found. The work is put off.",
  ];
  expect(
    updatesOf("No\tLead\tDeliverable\tRAG\tDate of update\tUpdate", ...rows)?.map(([first]) => first?.[0]),
  ).toEqual(["2022-09-12", "2022-09-05", "2022-09-14"]);
});

it("gives no date where day and month may change places, and says why", () => {
  const dates = ["14/09/2022", "9/5/2022", "9/14/2022"];
  const report = reportOf(
    ...HEADER,
    "No\tLead\tDeliverable\tRAG\tUpdate",
    ...dates.map((date, at) => `${at + 1}\tFIRE\tOpen library ${at + 1}\tG\tUpdate ${date}: The room was let.`),
  );
  const found = report?.deliverables.map(({ updates, review_reasons }) => [
    updates[0]?.date,
    updates[0]?.date_raw,
    review_reasons.includes("update-date-unsure"),
  ]);
  expect(found).toEqual([
    ["2022-09-14", "14/09/2022", false],
    [null, "9/5/2022", true],
    ["2022-09-14", "9/14/2022", false],
  ]);
  expect(report?.findings.map(({ rule }) => rule)).not.toContain("update-date-invalid");
});
