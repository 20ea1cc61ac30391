/**
 * Files attached to a PDF: those of a portfolio, and those behind paper clips on its pages. In: the open document, or its bytes. Out:
 * a container. What pdf.js cannot read of them counts as absent.
 */
import { type MemberContent, memberFailure, type OpenContainer, type OpenResult } from "../members/member.js";
import { failureOf } from "./failure.js";
import { openDocument, type PDFDocumentProxy } from "./open.js";

/** As pdf.js gives it; nothing in it can be trusted to be there. */
interface FileSpec {
  readonly filename?: unknown;
  readonly content?: unknown;
}

/** Paper clips, in pdf.js's numbers of kinds of annotations. */
const FILE_ATTACHMENT = 17;

export async function attachmentsOf(document: PDFDocumentProxy): Promise<OpenContainer> {
  const specs = [...(await ofDocument(document)), ...(await onPages(document))];
  return {
    paths: specs.map(([name]) => name),
    read: async (index, maxBytes) => contentOf(specs[index]?.[1], maxBytes),
  };
}

/** @param bytes detached by the call */
export async function openAttachments(bytes: Uint8Array): Promise<OpenResult> {
  const task = openDocument(bytes);
  try {
    return { ok: true, ...(await attachmentsOf(await task.promise)) };
  } catch (error) {
    return failureOf(error);
  } finally {
    await task.destroy();
  }
}

type NamedSpec = readonly [name: string, spec: FileSpec];

async function ofDocument(document: PDFDocumentProxy): Promise<NamedSpec[]> {
  try {
    const specs: Readonly<Record<string, FileSpec>> = (await document.getAttachments()) ?? {};
    return Object.entries(specs).map(([key, spec]) => [String(spec.filename ?? key), spec]);
  } catch (error) {
    return noneUnlessMemory(error);
  }
}

async function onPages(document: PDFDocumentProxy): Promise<NamedSpec[]> {
  try {
    const found = (await document.getAnnotationsByType(new Set([FILE_ATTACHMENT]), new Set())) as readonly {
      readonly file?: FileSpec;
    }[];
    return (found ?? []).flatMap(({ file }) =>
      file === undefined ? [] : [[String(file.filename ?? ""), file] as const],
    );
  } catch (error) {
    return noneUnlessMemory(error);
  }
}

function noneUnlessMemory(error: unknown): [] {
  if (error instanceof RangeError) throw error;
  return [];
}

function contentOf(spec: FileSpec | undefined, maxBytes: number): MemberContent {
  const content = spec?.content;
  if (!(content instanceof Uint8Array))
    return memberFailure("CORRUPT", "its content is missing from the PDF it is attached to");
  if (content.length > maxBytes)
    return memberFailure("TOO_LARGE", `${content.length} bytes, over the limit of ${maxBytes}`);
  return { ok: true, bytes: content };
}
