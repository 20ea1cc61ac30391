/** The README: its size, and its example compared with what the program reads from it. */
import { expect, it } from "vitest";
import { readBytes } from "../../src/pipeline/ingest.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { codeBlock, textOf } from "./documents.js";

const MOST_BYTES = 8 * 1024;

const readme = textOf("README.md");
const example = codeBlock("README.md", "text", "Light the river path").replaceAll("→", "\t");
const { reports } = readBytes(new TextEncoder().encode(example), "example.txt", BUILTIN_PROFILE);

it("is at most 8 KB", () => {
  expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(MOST_BYTES);
});

it("shows the rows that its example gives", () => {
  const shown = [...readme.matchAll(/^\| (\d) \| (\w+) \| ([\w;]+) \| (.+?) \| (\w+) \| (\d) \| (\S*) ?\|$/gm)].map(
    (row) => row.slice(1),
  );
  const rows = reports[0]?.deliverables.map((row) => [
    row.number,
    row.number_source,
    row.organisations.join(";"),
    row.title,
    row.rag,
    String(row.update_count),
    row.latest_update ?? "",
  ]);
  expect(shown).toEqual(rows);
});

it("shows the findings that its example gives, in the program's words", () => {
  for (const line of codeBlock("README.md", "text", "count-mismatch").trim().split("\n")) {
    const [severity, rule, , place, ...words] = line.split(/\s+/);
    const found = reports[0]?.findings.find((finding) => finding.rule === rule && String(finding.line_first) === place);
    expect([found?.severity, found?.message]).toEqual([severity, words.join(" ")]);
  }
});
