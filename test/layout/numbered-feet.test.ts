/** Last lines of a text's pages that number them. */
import { expect, it } from "vitest";
import { blocksOfText } from "../../src/layout/text-blocks.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const page = (text: string, foot: string) =>
  ["Ref   Action             Progress", `1     Mend the wall      ${text}`, "", "", `${" ".repeat(25)}${foot}`].join(
    "\n",
  );
const furnitureOf = (text: string) =>
  blocksOfText(text, BUILTIN_PROFILE).flatMap((block) =>
    block.kind === "line" && block.furniture === true ? [block.text] : [],
  );

it("are furniture where they count the page and all pages as the form feeds do", () => {
  expect(furnitureOf(`${page("It stands.", "Monitor 1/1")}\f`)).toEqual(["Monitor 1/1"]);
  expect(furnitureOf(`${page("It stands.", "Log 1 of 2")}\f${page("It fell.", "Log 2 of 2")}`)).toEqual([
    "Log 1 of 2",
    "Log 2 of 2",
  ]);
});

it.each([
  ["the text has no pages", page("It stands.", "Monitor 1/1")],
  ["the page is another one", `${page("It stands.", "Sites 3/4")}\f`],
  ["most pages have none", `${page("It stands.", "Walls mended: 1/2")}\f${page("It fell.", "The end")}`],
  ["nothing separates the line", `${page("It stands.", "Monitor 1/1").replace("\n\n\n", "\n")}\f`],
])("are text where %s", (_name, text) => {
  expect(furnitureOf(text)).toEqual([]);
});
