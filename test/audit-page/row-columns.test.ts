import { expect, it } from "vitest";
import { html } from "../../src/audit-page/markup.js";
import { renderColumns } from "../../src/audit-page/row-columns.js";
import { makeReport } from "../export/reports.js";

const [plain, withCells] = makeReport("a").deliverables;
if (plain === undefined || withCells === undefined) throw new Error("a row is missing");
const shown = (row: typeof plain): string => String(html`${renderColumns(row)}`);

it("shows nothing for a row that has its fields only", () => {
  expect(shown(plain)).toBe("");
});

it("shows each status column and each other column under its heading, and which status is the row's", () => {
  expect([...shown(withCells).matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, ...pair]) => pair)).toEqual([
    ["RAG Q2", "A/G (amber-green)"],
    ["RAG Q3", "nothing printed, the row’s status"],
    ["Due date", "May 2020"],
    ["(no heading)", "Paint the &quot;red&quot; bridge"],
  ]);
});

it("says how many cells are left out of a long row", () => {
  const other_columns = Array.from({ length: 20 }, (_, at) => ({ heading: `H${at}`, text: "x" }));
  const page = shown({ ...plain, other_columns });
  expect(page).toContain("<dd>8 more in the dataset</dd>");
  expect(page).not.toContain("H12");
});
