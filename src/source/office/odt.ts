/**
 * An OpenDocument text (odt) to lines of HTML, one for each paragraph outside tables and each row of a table. In: its bytes. Out: the
 * lines, or why there are none. Recorded changes count as accepted: what was deleted is struck out.
 */
import type { DocumentLines } from "./docx.js";
import { OdfStyles } from "./odf-styles.js";
import { OdfText } from "./odf-text.js";
import { convertOffice, type OfficeResult, type PartReader } from "./parts.js";
import { childOf, childrenOf, elementsOf, XmlError, type XmlNode } from "./read-xml.js";

export const odtLines = (bytes: Uint8Array, maxBytes: number): Promise<OfficeResult<DocumentLines>> =>
  convertOffice(bytes, maxBytes, linesOf);

async function linesOf(partOf: PartReader): Promise<DocumentLines> {
  const xml = await partOf("content.xml");
  if (xml === null) throw new XmlError("the part with its text is missing");
  const deletions = new Map<string, XmlNode>();
  for (const region of childrenOf(xml, "tracked-changes")) addDeletion(region, deletions);
  const text = new OdfText(new OdfStyles(await partOf("styles.xml"), xml), deletions);
  const lines: string[] = [];
  for (const node of childrenOf(xml, "text")) lines.push(...text.linesOf(node));
  return { lines };
}

/** A region has a mark and, where something was deleted, what it was. */
function addDeletion(region: XmlNode, deletions: Map<string, XmlNode>): void {
  const deletion = childOf(region, "deletion");
  const id = region.attributes.get("id");
  if (deletion === undefined || id === undefined) return;
  const children = elementsOf(deletion).filter(({ name }) => name !== "change-info");
  deletions.set(id, { ...deletion, children });
}
