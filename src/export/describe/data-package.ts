/**
 * `datapackage.json`, by which programs find the tables and their types: Data Package, version 2. In: the files that were written and
 * what is said of the dataset. Out: JSON text, the same for the same files.
 */
import * as z from "zod";
import { SCHEMA_VERSION } from "../../schema/dataset.js";
import { TABLE_FACTS } from "../../schema/table-facts.js";
import { TABLES, type TableName } from "../../schema/tables.js";
import { COLUMNS, type Column, TABLE_NAMES } from "../columns.js";
import { type Format, OUTPUT_FORMATS } from "../formats/output-formats.js";
import { VERSION } from "../version.js";
import { type About, DEFAULT_TITLE } from "./about.js";

export const PACKAGE_FILE = "datapackage.json";

/** A file of the dataset, as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

/** Formats whose tables the specification describes column by column. */
const TABULAR: Partial<Record<Format, object>> = {
  csv: {
    format: "csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
  },
  jsonl: { format: "jsonl", encoding: "utf-8" },
};

export function dataPackage(formats: readonly Format[], files: readonly WrittenFile[], about: About): string {
  const described = formats.find((format) => TABULAR[format] !== undefined);
  const tables = new Map(
    described === undefined ? [] : TABLE_NAMES.map((table) => [OUTPUT_FORMATS[described].fileOf(table), table]),
  );
  // An empty JSON Lines file has no rows from which a reader could start.
  const isTable = ({ name, bytes }: WrittenFile): boolean => tables.size === 0 || (tables.has(name) && bytes > 0);
  const resources = files.filter(isTable).map((file) => {
    const table = tables.get(file.name);
    const resource = { name: file.name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-"), ...fileParts(file) };
    return table === undefined || described === undefined
      ? resource
      : { ...resource, ...TABULAR[described], name: resourceName(table), ...tableParts(table, described) };
  });
  const content = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "progress-reports",
    title: about.title ?? DEFAULT_TITLE,
    description: "Status reports of public plans, read from the documents named in the table of files.",
    version: SCHEMA_VERSION,
    ...licencesOf(about.licence),
    contributors: [
      ...(about.author === null ? [] : [{ title: about.author, roles: ["compiler"] }]),
      { title: `ragtally ${VERSION}`, roles: ["reader"] },
    ],
    resources,
    // The same rows in other formats. As resources, programs would read each row twice, and some formats not at all.
    otherFiles: files.filter((file) => !isTable(file)).map(fileParts),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** Resource names may not have underscores. */
const resourceName = (table: TableName): string => table.replaceAll("_", "-");

const fileParts = ({ name, bytes, hash }: WrittenFile) => ({ path: name, bytes, hash: `sha256:${hash}` });

function licencesOf(licence: string | null): object {
  if (licence === null) return {};
  return { licenses: [/^https?:/.test(licence) ? { path: licence } : { name: licence }] };
}

function tableParts(table: TableName, format: Format): object {
  const { primary, foreign } = TABLE_FACTS[table];
  return {
    type: "table",
    schema: {
      fields: COLUMNS[table].map((column) => fieldOf(table, column, format)),
      missingValues: [""],
      ...(primary.length > 0 && { primaryKey: primary }),
      foreignKeys: foreign.map(({ column, table: other, its }) => ({
        fields: [column],
        // An empty name is the table itself.
        reference: { resource: other === table ? "" : resourceName(other), fields: [its] },
      })),
    },
  };
}

function fieldOf(table: TableName, column: Column, format: Format): object {
  const { name, description } = column;
  return { name, type: typeOf(column, format), description, constraints: constraintsOf(table, column) };
}

/** Lists are text with semicolons in CSV; objects and places are JSON. */
function typeOf({ kind, value }: Column, format: Format): string {
  if (kind === "json" || (kind === "list" && format === "jsonl")) return "array";
  return value.is === "text" || value.is === "list" || value.is === "object" ? "string" : value.is;
}

/** What the schema says of a value, as far as it can be said of a cell: an empty text is a missing value there. */
function constraintsOf(table: TableName, { name, nullable, kind, value }: Column): object {
  const field = TABLES[table].shape[name as keyof object];
  const { primary } = TABLE_FACTS[table];
  const isAlwaysFilled = !nullable && kind !== "list" && kind !== "json" && value.is !== "text";
  return {
    ...((isAlwaysFilled || primary.includes(name)) && { required: true }),
    ...(primary.length === 1 && primary[0] === name && { unique: true }),
    ...(kind === "json" || kind === "list" ? {} : limitsOf(field)),
  };
}

function limitsOf(field: z.core.$ZodType): object {
  const plain = field instanceof z.ZodNullable ? field.unwrap() : field;
  const { enum: values, minimum, maximum } = z.toJSONSchema(plain);
  return {
    ...(values !== undefined && { enum: values }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
  };
}
