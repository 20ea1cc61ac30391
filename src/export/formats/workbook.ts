/**
 * A workbook of sheets whose rows are collected in files of their own until the end, since a workbook contains its sheets one after
 * another. In: rows of tables. Out: one file, with the same bytes on every day, and further sheets where a table has more rows than a
 * sheet holds.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ZipFile } from "yazl";
import type { Column, Row } from "../columns.js";
import { createTextFile, type TextFile } from "../text-file.js";
import { parseLines } from "./jsonl.js";
import type { TableWriter } from "./table-writer.js";
import {
  CONTENT_TYPES,
  MOST_ROWS,
  PACKAGE_RELATIONS,
  type Sheet,
  STYLES,
  sheetEnd,
  sheetRow,
  sheetStart,
  WORKBOOK,
  WORKBOOK_RELATIONS,
} from "./xlsx-parts.js";

/** The first day that an archive can record: the same bytes on every day. */
const ARCHIVE_DAY = new Date(1980, 0, 1);

/** A sheet whose rows are in a file. */
interface CollectedSheet extends Sheet {
  readonly path: string;
}

export interface SheetRows extends TableWriter {
  /** What was collected: one sheet, or several. */
  sheets(): readonly CollectedSheet[];
}

/** @param most rows of a sheet, with its headings */
export async function collectRows(
  workbook: string,
  table: string,
  columns: readonly Column[],
  most = MOST_ROWS,
): Promise<SheetRows> {
  const full: CollectedSheet[] = [];
  const pathOf = (name: string): string => `${workbook}.${name}.rows`;
  let name = table;
  let count = 0;
  let file: TextFile = await createTextFile(pathOf(name));
  const sheet = (): CollectedSheet => ({ name, columns, rows: count, path: pathOf(name) });
  const write = async (rows: readonly Row[]): Promise<void> => {
    for (const row of rows) {
      if (count === most - 1) {
        await file.close();
        full.push(sheet());
        name = `${table} ${full.length + 1}`;
        file = await createTextFile(pathOf(name));
        count = 0;
      }
      await file.write(sheetRow(columns, row));
      count += 1;
    }
  };
  return {
    write,
    append: (lines) => write(parseLines(lines)),
    async close() {
      await file.close();
      return {};
    },
    sheets: () => [...full, sheet()],
  };
}

/** @param comment stored after the last sheet, by which a program can know its own workbooks */
export async function writeWorkbook(path: string, sheets: readonly CollectedSheet[], comment = ""): Promise<void> {
  // Loaded only where a workbook is asked for.
  const yazl = await import("yazl");
  const archive = new yazl.default.ZipFile();
  const output = createWriteStream(path, { flags: "wx" });
  // A part that cannot be read is reported by the archive, not by its output.
  archive.on("error", (error) => output.destroy(error));
  const written = pipeline(archive.outputStream, output);
  addPart(archive, "[Content_Types].xml", [CONTENT_TYPES(sheets.length)]);
  addPart(archive, "_rels/.rels", [PACKAGE_RELATIONS]);
  addPart(archive, "xl/workbook.xml", [WORKBOOK(sheets)]);
  addPart(archive, "xl/_rels/workbook.xml.rels", [WORKBOOK_RELATIONS(sheets.length)]);
  addPart(archive, "xl/styles.xml", [STYLES]);
  for (const [at, sheet] of sheets.entries()) addPart(archive, `xl/worksheets/sheet${at + 1}.xml`, sheetText(sheet));
  archive.end({ forceZip64Format: false, comment });
  await written;
  for (const sheet of sheets) await rm(sheet.path);
}

function addPart(archive: ZipFile, name: string, text: Iterable<string> | AsyncIterable<string>): void {
  archive.addReadStreamLazy(name, { mtime: ARCHIVE_DAY, forceDosTimestamp: true }, (give) =>
    give(null, Readable.from(text, { objectMode: false })),
  );
}

async function* sheetText(sheet: CollectedSheet): AsyncGenerator<string> {
  yield sheetStart(sheet);
  for await (const text of createReadStream(sheet.path, "utf8")) yield text;
  yield sheetEnd(sheet);
}
