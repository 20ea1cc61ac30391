/**
 * Every theme in every variant in every print. Out: the text of each file and what a careful reader takes from it. As a program it writes
 * them to a folder: node test/prints/cases.mjs FOLDER
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AROUND_VARIANTS } from "./around-variants.mjs";
import { CELL_VARIANTS } from "./cell-variants.mjs";
import { COLUMN_VARIANTS } from "./column-variants.mjs";
import { PRINTS } from "./printers.mjs";
import { tableOf } from "./table.mjs";
import { THEMES } from "./themes.mjs";

/** From one theme of a variant to the next: without a common divisor with their number, so that each is taken once. */
const STEP = 2;
const VARIANTS = { ...CELL_VARIANTS, ...COLUMN_VARIANTS, ...AROUND_VARIANTS };

/** A line gives no edge between cells; a list of cells does not show which of them is empty. There a careful reader may doubt. */
const mayDoubt = (print, table) =>
  print === "row a line" ||
  (print === "cell a line" && (table.last !== null || table.rows.some((row) => Object.values(row.cells).includes(""))));

/** All cases, or those of fewer themes a variant, taken in turn. */
export function printedCases(themes = THEMES.length) {
  return Object.entries(VARIANTS).flatMap(([variant, change], at) =>
    Array.from({ length: themes }, (_, step) => THEMES[(at + STEP * step) % THEMES.length]).flatMap((theme) => {
      const table = tableOf(theme);
      change(table);
      return Object.entries(PRINTS).map(([print, [file, make]]) => ({
        variant,
        print,
        theme: theme.name,
        file,
        text: `${make(table).trimEnd()}\n`,
        doubt: mayDoubt(print, table),
        rows: table.rows.map((row) => row.truth),
      }));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error("usage: node test/prints/cases.mjs FOLDER");
  for (const { variant, print, theme, file, text, rows } of printedCases()) {
    const path = join(folder, `${variant}, ${theme}, ${print}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, file), text);
    writeFileSync(join(path, "truth.json"), `${JSON.stringify(rows, null, 1)}\n`);
  }
}
