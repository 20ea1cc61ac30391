import { describe, expect, it } from "vitest";
import { shapeOf } from "./blocks.js";

const page = (...lines: readonly string[]): string => lines.join("\n");
const HEADINGS = ["Actions                     Timescale   Lead officer   Progress                     RAG"];

describe("rows of columns of spaces without a column of numbers", () => {
  it("begin where titles begin with their labels, wrapped as they may be", () => {
    expect(
      shapeOf(
        page(
          ...HEADINGS,
          "1.1 Agree a plan with all   Ongoing     MH             Two meetings were held       A",
          "councils of the county                                 and a third is booked.",
          "1.2 Renew the grant         March       MH / RT        Done.",
          "2.10 Open a hub             June        MH             Late.                        R",
        ),
      ).slice(1),
    ).toEqual([
      {
        spaced: [
          "1.1 Agree a plan with all\ncouncils of the county",
          "Ongoing",
          "MH",
          "Two meetings were held\nand a third is booked.",
          "A",
        ],
      },
      { spaced: ["1.2 Renew the grant", "March", "MH / RT", "Done.", ""] },
      { spaced: ["2.10 Open a hub", "June", "MH", "Late.", "R"] },
    ]);
  });

  it("begin where most columns are filled, where titles have no labels", () => {
    expect(
      shapeOf(
        page(
          ...HEADINGS,
          "Agree a plan with all       Ongoing     MH             Two meetings were held       A",
          "councils of the county                                 and a third is booked.",
          "Renew the grant             March       RT             Done.                        G",
        ),
      ).length,
    ).toBe(3);
  });

  it("begin after blank lines where these separate them", () => {
    expect(
      shapeOf(
        page(
          ...HEADINGS,
          "Agree a plan with Leeds     Ongoing     Chief          Two meetings were held       A",
          "Council and others          all year    Officer        And a third is booked.",
          "",
          "Renew the grant             March       Deputy         Done.                        G",
          "Held by Hull                2020        Officer        In time.",
        ),
      ).length,
    ).toBe(3);
  });

  it("end before text of one column behind a blank line", () => {
    expect(
      shapeOf(
        page(
          ...HEADINGS,
          "1.1 Agree a plan            Ongoing     MH             Two meetings were held       A",
          "",
          "Objective 2",
          "Fewer crimes",
          "\uf0b7    Early help",
          "",
          "2.1 Renew the grant         March       MH             Done.                        G",
        ),
      ),
    ).toEqual([
      { spaced: ["Actions", "Timescale", "Lead officer", "Progress", "RAG"] },
      { spaced: ["1.1 Agree a plan", "Ongoing", "MH", "Two meetings were held", "A"] },
      "Objective 2",
      "Fewer crimes",
      expect.stringContaining("Early help"),
      { spaced: ["2.1 Renew the grant", "March", "MH", "Done.", "G"] },
    ]);
  });
});

describe("headings of columns of spaces", () => {
  it("do not take in the first row, whatever its label", () => {
    for (const [no, title] of [
      ["WP-01   ", "Light the path   "],
      ["        ", "Open the front counter on all Saturdays"],
    ])
      expect(
        shapeOf(
          page(
            `${no === "        " ? no : "No      "}Organisation   Deliverable                              RAG   Update`,
            `${no}FORCE          ${title?.padEnd(41)}G     Update 12.09.22: Done.`,
          ),
        ).length,
      ).toBe(2);
  });
});
