/** OpenDocuments by hand. In: the markup of their content and styles. Out: a whole file's bytes. */
import { buildZip } from "./build-archives.js";

const NAMES = "office text table style fo draw xlink"
  .split(" ")
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(" ");

/** @param kind of document @param body what is in it @param styles automatic styles */
export function buildOdf(kind: "text" | "spreadsheet", body: string, styles = "", content?: string): Buffer {
  const whole =
    content ??
    `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return buildZip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}` },
    { name: "content.xml", content: Buffer.from(whole), isPacked: true },
  ]);
}

export const p = (content: string, style = ""): string =>
  `<text:p${style === "" ? "" : ` text:style-name="${style}"`}>${content}</text:p>`;
export const cell = (content: string, attributes = ""): string =>
  `<table:table-cell ${attributes}>${content === "" || content.startsWith("<") ? content : p(content)}</table:table-cell>`;
export const row = (cells: readonly string[], attributes = ""): string =>
  `<table:table-row ${attributes}>${cells.map((one) => (one.startsWith("<table:") ? one : cell(one))).join("")}</table:table-row>`;
export const table = (rows: readonly string[], attributes = ""): string =>
  `<table:table ${attributes}>${rows.join("")}</table:table>`;
