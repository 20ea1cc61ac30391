/** Where values are printed: the words inside each value's box on its page are those of the value. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "../../src/model/page.js";
import { contentOfReading } from "../../src/pipeline/formats/pdf/read-pdf.js";
import { wordsOn } from "../../src/pipeline/formats/pdf/words-at.js";
import { readBytes } from "../../src/pipeline/ingest.js";
import { normalisedFile } from "../../src/pipeline/worker/normalised-file.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import type { Deliverable, FieldPlace } from "../../src/schema/dataset.js";
import { DEFAULT_LIMITS } from "../../src/source/pdf/limits.js";
import { readDocument } from "../../src/source/pdf/read-document.js";

const FOLDERS = ["fixtures", "corpus", "../shared/strangers", "../shared/real-shapes"].filter((each) =>
  existsSync(each),
);
/** One document of a family is enough: "adv-wpdup-01.pdf", "shape5-gmpp-01.pdf". */
const isFirst = (path: string): boolean => !/-0?(?:[2-9]|1\d)\.pdf$/.test(path);
/** Documents that are locked, damaged, or pictures. */
const UNREADABLE = /password|scan|cut-off/;

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
)
  .filter((path) => path.endsWith(".pdf") && isFirst(path) && !UNREADABLE.test(path))
  .sort();

async function read(path: string): Promise<{ readonly rows: readonly Deliverable[]; readonly pages: readonly Page[] }> {
  const bytes = new Uint8Array(readFileSync(path));
  const source = { sourceFile: path, sha256: "", format: "pdf", bytes: bytes.byteLength } as const;
  const reading = await readDocument(bytes, DEFAULT_LIMITS);
  if (!reading.ok) throw new Error(reading.message);
  const { asShown: _, ...content } = contentOfReading(reading);
  const { reports } = normalisedFile(content, source, BUILTIN_PROFILE);
  return { rows: reports.flatMap(({ report }) => report.deliverables), pages: reading.pages };
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/** What is printed for a field; null where only a colour is, or where what is printed was mended. */
function printOf(row: Deliverable, field: FieldPlace["field"]): string | null {
  if (row.repairs.some((repair) => repair.field === field)) return null;
  if (field === "organisations") return row.organisations_raw;
  return field === "rag" ? row.rag_raw : row[field];
}

describe("the box of a value", () => {
  it.each(paths)("holds what is printed for it in %s", async (path) => {
    const { rows, pages } = await read(path);
    const wordsAt = wordsOn(pages);
    const wrong: string[] = [];
    for (const row of rows) {
      for (const place of row.places) {
        const print = letters(printOf(row, place.field) ?? "");
        const own = letters((wordsAt(place) ?? []).map(({ text }) => text).join(""));
        // A value that goes on over the page has the box of its first page, and begins with what is in it.
        const holds = print === "" || own.includes(print) || (own !== "" && print.startsWith(own));
        if (!holds) wrong.push(`${row.number} ${place.field}: "${print}" in "${own}"`);
      }
      const placed = row.places.map(({ field }) => field);
      if (row.rag !== null) expect(placed).toContain("rag");
      if (row.organisations_raw !== null) expect(placed).toContain("organisations");
      if (row.title !== null) expect(placed).toContain("title");
    }
    expect(wrong).toEqual([]);
  });

  it.each(["fixtures/pdf-cards/input.pdf", "fixtures/pdf-forms/input.pdf"])(
    "of a status or an organisation holds nothing else in %s",
    async (path) => {
      const { rows, pages } = await read(path);
      const wordsAt = wordsOn(pages);
      const printed = rows.flatMap((row) =>
        row.places
          .filter(({ field }) => field === "rag" || field === "organisations")
          .map((place) => [letters(printOf(row, place.field) ?? ""), wordsAt(place) ?? []] as const),
      );
      expect(printed.length).toBeGreaterThan(0);
      for (const [print, words] of printed) expect(letters(words.map(({ text }) => text).join(""))).toBe(print);
    },
  );
});

it("the place of a value in text is the lines of its cell", () => {
  const text = [
    "Harbour Plan 2021-22",
    "Quarter 2 2021/22",
    "",
    "Action 1: Mend the sea wall",
    "Lead: Port Authority",
    "Status: Green",
    "Progress: The stone has arrived.",
    "",
    "Action 2: Paint the lighthouse",
    "Lead: Coast Guard",
    "Status: Red",
    "Progress: No paint was found.",
  ].join("\n");
  const { reports } = readBytes(Buffer.from(text), "input.txt", BUILTIN_PROFILE);
  const lines = reports[0]?.deliverables.map(({ places }) => places.map((each) => [each.field, each.line_first]));
  expect(lines).toEqual([
    [
      ["number", 4],
      ["organisations", 5],
      ["title", 4],
      ["rag", 6],
    ],
    [
      ["number", 9],
      ["organisations", 10],
      ["title", 9],
      ["rag", 11],
    ],
  ]);
});
