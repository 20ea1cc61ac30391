import { describe, expect, it } from "vitest";
import { DateOrderEvidence } from "../../src/language/date-order.js";
import { type DateOrder, dependsOnOrder, isNoDay, readDate } from "../../src/language/dates.js";

const orderOf = (...texts: string[]): DateOrder => {
  const evidence = new DateOrderEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.order();
};

describe("the order of day and month", () => {
  it("is day first where no date shows otherwise", () => {
    expect(orderOf("Due 9/12/2022", "no date")).toBe("day-first");
    expect(orderOf("Due 9/12/2022", "25/12/2022")).toBe("day-first");
  });

  it("is month first where one date can be no other way", () => {
    expect(orderOf("Update 9/12/2022: late", "Due by 12/25/2022.")).toBe("month-first");
  });

  it("is unclear where dates of both orders are printed", () => {
    expect(orderOf("25/12/2022", "12/25/2022")).toBe("unclear");
  });

  it("is that of most dates where a single one of the other order is a misprint", () => {
    const days = ["13/1/22", "14/1/22", "15/1/22", "16/1/22", "17/1/22", "18/1/22", "19/1/22", "20/1/22"];
    expect(orderOf(...days, "1/31/22")).toBe("day-first");
  });

  it("follows from no label, version, year or figure with a point", () => {
    expect(orderOf("1.13.20", "action 2.14.1.3", "2022-09-14", "12/13")).toBe("day-first");
  });
});

describe("a date in figures", () => {
  it("is read in the order of its document", () => {
    expect(readDate("9/12/2022", "month-first").iso).toBe("2022-09-12");
    expect(readDate("9/12/2022", "day-first").iso).toBe("2022-12-09");
    expect(readDate("12/25/2022", "day-first").iso).toBeNull();
  });

  it("is read where the order is unclear only if it can be one day alone", () => {
    expect(readDate("9/12/2022", "unclear").iso).toBeNull();
    expect(readDate("9/9/2022", "unclear").iso).toBe("2022-09-09");
    expect(readDate("9/14/2022", "unclear").iso).toBe("2022-09-14");
    expect(readDate("14/9/2022", "unclear").iso).toBe("2022-09-14");
  });

  it("depends on the order only where both give a day, and not the same", () => {
    expect(["9/12/2022", "9/9/2022", "9/14/2022", "9 Dec 2022"].map(dependsOnOrder)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("is no day of the calendar only where it is one in neither order", () => {
    expect(["31.11.19", "30 February 2022", "12/25/2022", "30 Oct", "2022-09-14"].map(isNoDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
