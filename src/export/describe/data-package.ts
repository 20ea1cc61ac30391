/**
 * `datapackage.json`, by which programs find the tables and their types: Data Package, version 2. In: the files that were written and
 * what is said of the dataset. Out: JSON text, the same for the same files.
 */
import * as z from "zod";
import { SCHEMA_VERSION } from "../../schema/dataset.js";
import { TABLE_FACTS, type TableFacts } from "../../schema/table-facts.js";
import { COLUMNS, type Column, TABLE_NAMES } from "../columns.js";
import { type Format, OUTPUT_FORMATS } from "../formats/output-formats.js";
import { WIDE_TABLE } from "../status-wide.js";
import { VERSION } from "../version.js";
import { DEFAULT_TITLE } from "./about.js";
import type { Described } from "./readme.js";

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

export function dataPackage(
  { formats, about, wide }: Pick<Described, "formats" | "about" | "wide">,
  files: readonly WrittenFile[],
): string {
  const described = formats.find((format) => TABULAR[format] !== undefined);
  const tables = new Map(
    described === undefined
      ? []
      : describedTables(wide).map((table) => [OUTPUT_FORMATS[described].fileOf(table.name), table]),
  );
  // An empty JSON Lines file has no rows from which a reader could start.
  const isTable = ({ name, bytes }: WrittenFile): boolean => tables.size === 0 || (tables.has(name) && bytes > 0);
  const resources = files.filter(isTable).map((file) => {
    const table = tables.get(file.name);
    const resource = { name: file.name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-"), ...fileParts(file) };
    return table === undefined || described === undefined
      ? resource
      : { ...resource, ...TABULAR[described], name: resourceName(table.name), ...tableParts(table, described) };
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
const resourceName = (table: string): string => table.replaceAll("_", "-");

const fileParts = ({ name, bytes, hash }: WrittenFile) => ({ path: name, bytes, hash: `sha256:${hash}` });

function licencesOf(licence: string | null): object {
  if (licence === null) return {};
  return { licenses: [/^https?:/.test(licence) ? { path: licence } : { name: licence }] };
}

interface DescribedTable extends Pick<TableFacts, "primary" | "foreign"> {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** @param wide columns of the table of statuses by period, which depend on the data */
function describedTables(wide: readonly Column[]): DescribedTable[] {
  return [
    ...TABLE_NAMES.map((name) => ({ name, columns: COLUMNS[name], ...TABLE_FACTS[name] })),
    {
      ...{ name: WIDE_TABLE, columns: wide, primary: ["track_id"] },
      foreign: [{ column: "track_id", table: "deliverables", its: "deliverable_id" }],
    },
  ];
}

function tableParts({ name, columns, primary, foreign }: DescribedTable, format: Format): object {
  return {
    type: "table",
    schema: {
      fields: columns.map((column) => fieldOf(primary, column, format)),
      missingValues: [""],
      ...(primary.length > 0 && { primaryKey: primary }),
      foreignKeys: foreign.map(({ column, table: other, its }) => ({
        fields: [column],
        // An empty name is the table itself.
        reference: { resource: other === name ? "" : resourceName(other), fields: [its] },
      })),
    },
  };
}

function fieldOf(primary: readonly string[], column: Column, format: Format): object {
  const { name, description } = column;
  return { name, type: typeOf(column, format), description, constraints: constraintsOf(primary, column) };
}

/** Lists are text with semicolons in CSV; objects and places are JSON. */
function typeOf({ kind, value }: Column, format: Format): string {
  if (kind === "json" || (kind === "list" && format === "jsonl")) return "array";
  return value.is === "text" || value.is === "list" || value.is === "object" ? "string" : value.is;
}

/** What the schema says of a value, as far as it can be said of a cell: an empty text is a missing value there. */
function constraintsOf(primary: readonly string[], { name, nullable, kind, value, field }: Column): object {
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
