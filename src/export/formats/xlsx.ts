/** The XLSX format: one workbook with a sheet for each table, and further sheets where a table has more rows than a sheet holds. */
import { join } from "node:path";
import { hashFile } from "../file-hashes.js";
import { LINE_ROWS } from "./jsonl.js";
import type { DatasetWriter, OutputForm, OutputFormat } from "./output-format.js";
import { openTables } from "./table-writer.js";
import { collectRows, type SheetRows, writeWorkbook } from "./workbook.js";

export const WORKBOOK_FILE = "dataset.xlsx";

const FORM: OutputForm = { rows: LINE_ROWS, open: (folder) => openWorkbook(join(folder, WORKBOOK_FILE)) };

export const XLSX_FORMAT: OutputFormat = {
  forms: [FORM],
  formFor: () => FORM,
  fileOf: () => WORKBOOK_FILE,
  summary: WORKBOOK_FILE,
};

/** @param path `path` with the name of a sheet after it is used until the workbook is closed */
async function openWorkbook(path: string): Promise<DatasetWriter> {
  const collected: SheetRows[] = [];
  const tables = await openTables(async (table, columns) => {
    const rows = await collectRows(path, table, columns);
    collected.push(rows);
    return rows;
  });
  return {
    write: tables.write,
    add: tables.add,
    addTable: tables.addTable,
    async close() {
      await tables.close();
      await writeWorkbook(
        path,
        collected.flatMap((rows) => rows.sheets()),
      );
      return { [WORKBOOK_FILE]: await hashFile(path) };
    },
  };
}
