/** Word documents by hand. In: the markup of their body, and of parts beside it. Out: a whole file's bytes. */
import { buildZip } from "./build-archives.js";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const run = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const para = (content: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
export const cell = (content: string, properties = ""): string =>
  `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith("<w:p") || content.startsWith("<w:tbl") ? content : para(content)}</w:tc>`;
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((one) => (one.startsWith("<w:tc>") ? one : cell(one))).join("")}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

export function buildDocx(body: string, parts: Readonly<Record<string, string>> = {}, document?: string): Buffer {
  const whole =
    document ?? `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
  const packed = (name: string, content: string) => ({ name, content: Buffer.from(content), isPacked: true });
  return buildZip([
    packed("[Content_Types].xml", "<Types/>"),
    packed(
      "_rels/.rels",
      '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    packed("word/document.xml", whole),
    ...Object.entries(parts).map(([name, content]) =>
      packed(name, content.replace("<w:", `<w:`).replace(/^<(w:\w+)/, `<$1 ${W}`)),
    ),
  ]);
}
