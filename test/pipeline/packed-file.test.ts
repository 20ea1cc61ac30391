import { expect, it } from "vitest";
import { FORMATS, OUTPUT_FORMATS, rowFormNamed } from "../../src/export/formats/output-formats.js";
import { pack, renderedOf, reportOf, unpack } from "../../src/pipeline/packed-file.js";
import { makeResult } from "../export/reports.js";

const FORMS = [...new Set(FORMATS.flatMap((format) => OUTPUT_FORMATS[format].forms.map(({ rows }) => rows.name)))];
const RESULT = {
  ...makeResult("a", { rows: 3, updatesPerRow: 2, title: 'one, "two";\n– é 🙂' }),
  reports: [...makeResult("a", { rows: 3 }).reports, ...makeResult("b", { rows: 0 }).reports],
};

it.each([[FORMS], [[...FORMS].reverse()], [["json"]], [[]]])("gives the rows back as text in the forms %j", (forms) => {
  const { file, reports } = unpack(pack(RESULT, forms));
  expect(file).toEqual(RESULT.file);
  for (const [index, { label, rows }] of reports.entries()) {
    const report = RESULT.reports[index];
    if (report === undefined) throw new Error("more reports than were packed");
    const rendered = renderedOf(label, rows);
    expect(Object.keys(rendered.forms)).toEqual(forms);
    for (const form of forms) {
      const texts = Object.entries(rendered.forms[form] ?? {}).map(([table, text]) => [
        table,
        Buffer.from(text).toString(),
      ]);
      expect(Object.fromEntries(texts)).toEqual(rowFormNamed(form).render(report));
    }
    expect(rendered.counts.deliverables).toBe(report.deliverables.length);
  }
});

it("restores reports where their rows were packed as JSON, and refuses to where they were not", () => {
  expect(unpack(pack(RESULT, ["csv", "json"])).reports.map(reportOf)).toEqual(RESULT.reports);
  expect(() => unpack(pack(RESULT, ["csv"])).reports.map(reportOf)).toThrow("rows were not rendered as json");
});
