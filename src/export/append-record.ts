/** Records of text cells to a new CSV file, or one more record to the end of an existing one, whose content stays as it is. */
import { appendFile, writeFile } from "node:fs/promises";
import { csvText } from "./csv-text.js";
import { outputError } from "./output-folder.js";

/** @param begin what comes before the record, such as the end of an unended line @throws OutputError */
export async function appendRecord(path: string, cells: readonly string[], begin = ""): Promise<void> {
  try {
    await appendFile(path, `${begin}${render(cells)}`);
  } catch (error) {
    throw outputError(error, path);
  }
}

/** @throws OutputError, also if the file exists */
export async function createRecords(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  try {
    await writeFile(path, rows.map(render).join(""), { flag: "wx" });
  } catch (error) {
    throw outputError(error, path);
  }
}

function render(cells: readonly string[]): string {
  return csvText([cells], { lineEnd: "\n" });
}
