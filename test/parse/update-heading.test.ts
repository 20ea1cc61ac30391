import { describe, expect, it } from "vitest";
import { headingGrammar } from "../../src/parse/update-heading.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const grammar = headingGrammar(BUILTIN_PROFILE);

describe("an update's heading", () => {
  it.each([
    ["Update 12.09.22: The bus runs.", "Update 12.09.22:", null, "2022-09-12", "The bus runs."],
    ["Update 12.09.22: work goes on", "Update 12.09.22:", null, "2022-09-12", "work goes on"],
    ["Council Update - 19.04.2018: done", "Council Update - 19.04.2018:", "Council", "2018-04-19", "done"],
    ["December 2019 update: nothing new", "December 2019 update:", null, "2019-12", "nothing new"],
    ["Position at 23 March 2019: Late.", "Position at 23 March 2019:", null, "2019-03-23", "Late."],
    ["13.12.19: Late.", "13.12.19:", null, "2019-12-13", "Late."],
    ["Update 31.11.19: Late.", "Update 31.11.19:", null, null, "Late."],
  ])("is read from %s", (text, heading, author, date, rest) => {
    expect(grammar.read(text)).toMatchObject({ heading, author, date, rest });
  });

  it.each([
    "Update 12.1.20. the rest follows",
    "12 officers were moved",
    "The update of 12 May 2019 was late",
    "13.12.19: the date by which all is done",
    "Updates are sent on 12.09.22 to all",
    "5/9 beds are open",
    "Next report: January 2023",
    "The next update: 12 May 2023",
    "",
  ])("is not seen in %s", (text) => {
    expect(grammar.read(text)).toBeNull();
  });
});
