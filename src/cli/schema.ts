/** `ragtally schema`: prints the dataset's tables and columns with their meaning, or the JSON Schema. */
import { Command, Option } from "commander";
import * as z from "zod";
import { COLUMNS, datasetSchema, SCHEMA_VERSION, TABLE_NAMES } from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
import { renderTable } from "./render.js";
import type { Terminal } from "./terminal.js";

interface SchemaFlags {
  readonly as?: "json-schema";
}

export function schemaCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("schema")
    .description("print the dataset's tables, columns and their meaning")
    .addOption(new Option("--as <form>", "print the schema of dataset.json instead").choices(["json-schema"]))
    .action((flags: SchemaFlags) => {
      terminal.print(flags.as === undefined ? renderDictionary(terminal) : renderJsonSchema());
      end(EXIT.done);
    });
}

function renderJsonSchema(): string {
  return JSON.stringify(z.toJSONSchema(datasetSchema), null, 2);
}

function renderDictionary({ colours, width }: Terminal): string {
  const tables = TABLE_NAMES.map((table) => {
    const rows = COLUMNS[table].map(({ name, type, nullable, description }) => [
      name,
      `${shorten(type)}${nullable ? "?" : ""}`,
      type.startsWith(ONE_OF) ? `${type}: ${description}` : description,
    ]);
    return [colours.bold(`${table}.csv`), ...renderTable(rows, { width, indent: 2 })].join("\n");
  });
  const intro = `Schema ${SCHEMA_VERSION}. A question mark after a type means that the cell may be empty: the value is not known.`;
  return [intro, ...tables].join("\n\n");
}

const ONE_OF = "one of ";

function shorten(type: string): string {
  return type.startsWith(ONE_OF) ? "choice" : type;
}
