/** `ragtally tables`: prints the tables of a PDF as text grids, as JSON or as CSV. */
import { Command, Option } from "commander";
import { csvText, type PageRange, type PdfTable, readTables } from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
import { renderGrid, sizeOf } from "./grid.js";
import { parsePages } from "./option-values.js";
import { addOptions, type OcrFlags, ocrOptions, rawCsvOption, recognitionOf } from "./options.js";
import { count } from "./render.js";
import type { Terminal } from "./terminal.js";

interface TablesFlags extends OcrFlags {
  readonly pages?: readonly PageRange[];
  readonly json?: true;
  readonly csv?: true;
  readonly text?: true;
  readonly rawCsv?: true;
}

export function tablesCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("tables")
    .description("print the tables of any PDF: on a terminal as grids, otherwise as JSON")
    .argument("<file>", "a PDF, report or not")
    .option("--pages <list>", "pages to read, such as 3-5 or 1,4,7- (default: all)", parsePages)
    .addOption(new Option("--json", "print JSON").conflicts(["csv", "text"]))
    .addOption(new Option("--csv", "print CSV: a blank line between tables").conflicts("text"))
    .option("--text", "print grids")
    .addOption(rawCsvOption())
    .action(async (file: string, flags: TablesFlags) => {
      const { tables, notes } = await readTables(file, {
        ...(flags.pages !== undefined && { pages: flags.pages }),
        recognition: recognitionOf(flags),
      });
      for (const note of notes) terminal.tell(`ragtally: ${note}`);
      if (flags.csv === true) terminal.write(renderCsv(tables, flags.rawCsv === true));
      else if (flags.text === true || (flags.json === undefined && terminal.isTerminal))
        terminal.print(renderTables(tables, terminal));
      else terminal.print(renderJson(tables));
      end(EXIT.done);
    });
  return addOptions(command, ocrOptions());
}

/** One cell per line, so that it can be read and compared. */
function renderJson(tables: readonly PdfTable[]): string {
  const rendered = tables.map(({ page, bbox, strategy, score, cells }) => {
    const lines = cells.map((cell) => JSON.stringify(cell)).join(",\n");
    const place = `"page": ${page}, "bbox": ${JSON.stringify(bbox)}`;
    return `{${place}, "strategy": ${JSON.stringify(strategy)}, "score": ${score}, "cells": [\n${lines}\n]}`;
  });
  return `{"tables": [${rendered.length === 0 ? "" : `\n${rendered.join(",\n")}\n`}]}`;
}

function renderTables(tables: readonly PdfTable[], { colours, width }: Terminal): string {
  if (tables.length === 0) return "No tables.";
  const turns = new Map<number, number>();
  return tables
    .map(({ page, cells }) => {
      const turn = (turns.get(page) ?? 0) + 1;
      turns.set(page, turn);
      const { rowCount, columnCount } = sizeOf(cells);
      const heading = `Page ${page}, table ${turn} (${count(rowCount, "row")}, ${count(columnCount, "column")})`;
      return [colours.bold(heading), ...renderGrid(cells, width)].join("\n");
    })
    .join("\n\n");
}

/** A spreadsheet would run text that starts like a formula and is not a number. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\s*[£$€]?\s*(?:\d[\d,. ]*|\.\d+)%?$/;

/** RFC 4180. Every row has a field for each column; a spanning cell's text is in the first of its places. */
function renderCsv(tables: readonly PdfTable[], raw: boolean): string {
  return tables
    .map(({ cells }) => {
      const { rowCount, columnCount } = sizeOf(cells);
      const rows = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ""));
      for (const { row, column, text } of cells) {
        const line = rows[row];
        if (line !== undefined) line[column] = !raw && FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
      }
      // A blank line separates tables; an empty row of a single column must not look like one.
      return csvText(rows, { quoteEmpty: columnCount === 1 });
    })
    .join("\r\n");
}
