import { describe, expect, it } from "vitest";
import { compareDates, DATE, daysInMonth, MONTH_YEAR, readDate } from "../../src/language/dates.js";

describe("readDate", () => {
  it.each([
    ["13.12.19", "2019-12-13"],
    ["13.12.2019", "2019-12-13"],
    ["13/12/19", "2019-12-13"],
    ["13-12-2019", "2019-12-13"],
    ["3.4.18", "2018-04-03"],
    ["03 . 04 . 18", "2018-04-03"],
    ["4 March 2018", "2018-03-04"],
    ["4th March 2018", "2018-03-04"],
    ["1st of April, 2021", "2021-04-01"],
    ["22nd Feb 2020", "2020-02-22"],
    ["3rd Sept. 2020", "2020-09-03"],
    ["23 Mar '19", "2019-03-23"],
    ["23 Mar 19", "2019-03-23"],
    ["23-Mar-19", "2019-03-23"],
    ["31 AUGUST 2019", "2019-08-31"],
    ["2019-12-13", "2019-12-13"],
    ["29.02.2020", "2020-02-29"],
    ["Sept 19, 2022", "2022-09-19"],
    ["September 3rd 2022", "2022-09-03"],
    ["14.IX.22", "2022-09-14"],
    ["1.viii.2022", "2022-08-01"],
    ["2022/9/4", "2022-09-04"],
    ["2022-09-14 00:00:00", "2022-09-14"],
    ["14/09/2022 10:30", "2022-09-14"],
    ["w/c 19 Sep 2022", "2022-09-19"],
    ["week commencing Monday 19 September 2022", "2022-09-19"],
  ])("reads the day %s as %s, day before month", (printed, iso) => {
    expect(readDate(printed)).toEqual({ iso, yearPrinted: true });
  });

  it.each([
    ["December 2019", "2019-12"],
    ["Dec 2019", "2019-12"],
    ["Dec '19", "2019-12"],
    ["Dec-19", "2019-12"],
    ["Sept. 2020", "2020-09"],
    ["May, 2021", "2021-05"],
    ["12/2019", "2019-12"],
    ["2019-12", "2019-12"],
  ])("reads the month %s as %s and adds no day", (printed, iso) => {
    expect(readDate(printed)).toEqual({ iso, yearPrinted: true });
  });

  it.each(["31.11.19", "30.02.2020", "29.02.2019", "12.13.19", "00.12.19", "31 June 2020", "2019-13-01", "2019-02-30"])(
    "reads %s, which does not exist, as no date but a printed one",
    (printed) => {
      expect(readDate(printed)).toEqual({ iso: null, yearPrinted: true });
    },
  );

  it.each(["4 March", "4th March", "1st of April"])("gives %s no year", (printed) => {
    expect(readDate(printed)).toEqual({ iso: null, yearPrinted: false });
  });
});

describe("DATE", () => {
  const found = (text: string): string[] => [...text.matchAll(new RegExp(DATE, "giu"))].map((match) => match[0]);

  it.each([
    ["Update 13.12.19: done", ["13.12.19"]],
    ["between 1 May 2019 and 3rd June 2020.", ["1 May 2019", "3rd June 2020"]],
    ["from December 2019 to Jan '20", ["December 2019", "Jan '20"]],
    ["by 4 March at 10:30", ["4 March"]],
    ["Sept 19, 2022 and May 2023", ["Sept 19, 2022", "May 2023"]],
    ["on 14.IX.22 or w/c 3 Oct 2022", ["14.IX.22", "w/c 3 Oct 2022"]],
  ])("finds every date of %j", (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  it.each(["version 1.2.3.4", "8/14 (57%)", "ratio 4/9", "01632 960123", "maybe 20 of them", "a 2.5% rise"])(
    "finds none in %j",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("MONTH_YEAR", () => {
  it("takes a month with its year and no month alone", () => {
    const pattern = new RegExp(`^${MONTH_YEAR}$`, "iu");
    expect(["June 2018", "Jun-18", "Sept '18"].every((text) => pattern.test(text))).toBe(true);
    expect(["June", "2018", "June the 2018"].some((text) => pattern.test(text))).toBe(false);
  });
});

describe("daysInMonth", () => {
  it.each([
    [2019, 2, 28],
    [2020, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2021, 4, 30],
    [2021, 12, 31],
  ])("gives %i-%i %i days", (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe("compareDates", () => {
  it("orders days, and treats a month as equal to each of its days", () => {
    expect(compareDates("2019-12-13", "2019-12-14")).toBe(-1);
    expect(compareDates("2020-01", "2019-12-31")).toBe(1);
    expect(compareDates("2019-12", "2019-12-31")).toBe(0);
  });
});
