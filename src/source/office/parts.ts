/**
 * The parts of an office document, which is a zip file of XML. In: its bytes. Out: the text of each part that is asked for, or null, or
 * the reason why the document cannot be opened.
 */
import { type MemberFailure, memberFailure, type OpenContainer } from "../members/member.js";
import { openZip } from "../members/zip.js";
import { XmlError } from "./read-xml.js";

export type PartReader = (name: string) => Promise<string | null>;

/** What a document comes to, or why it comes to nothing. */
export type OfficeResult<Content> = ({ readonly ok: true } & Content) | MemberFailure;

class PartError extends Error {
  constructor(readonly failure: MemberFailure) {
    super(failure.message);
  }
}

/**
 * Never throws because of what the document holds.
 * @param maxBytes of one part
 * @param convert makes content of the parts
 */
export async function convertOffice<Content>(
  bytes: Uint8Array,
  maxBytes: number,
  convert: (partOf: PartReader) => Promise<Content>,
): Promise<OfficeResult<Content>> {
  const opened = await openZip(bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, ...(await convert((name) => partOf(opened, name, maxBytes))) };
  } catch (error) {
    if (error instanceof PartError) return error.failure;
    if (error instanceof XmlError) return memberFailure("CORRUPT", `the document is damaged: ${error.message}`);
    throw error;
  }
}

async function partOf(container: OpenContainer, name: string, maxBytes: number): Promise<string | null> {
  const index = container.paths.indexOf(name);
  if (index < 0) return null;
  const content = await container.read(index, maxBytes);
  if (!content.ok)
    throw new PartError(memberFailure(content.code, `its part ${name} cannot be read: ${content.message}`));
  return decodeXml(content.bytes);
}

/** XML is UTF-8, or UTF-16 with a mark. */
function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
