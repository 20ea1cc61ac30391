/** A PDF with files attached to it. In: their names and contents. Out: its bytes. */
import { buildPdf, stream } from "./build-pdf.js";

export function portfolio(
  files: Readonly<Record<string, string | Uint8Array>>,
  page = "(See the files attached.) Tj",
): Uint8Array {
  const objects = new Map<number, string>();
  const names: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const number = 100 + objects.size;
    const written = name.replace(/[\\()]/g, "\\$&");
    names.push(`(${String(number).padStart(5, "0")}) ${number} 0 R`);
    objects.set(number, `<< /Type /Filespec /F (${written}) /EF << /F ${number + 1} 0 R >> >>`);
    const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
    objects.set(number + 1, stream("/Type /EmbeddedFile", bytes.toString("latin1")));
  }
  const catalog = `/Names << /EmbeddedFiles << /Names [${names.join(" ")}] >> >>`;
  return buildPdf({ pages: [{ content: `BT /F1 9 Tf 20 200 Td ${page} ET` }], objects, catalog });
}
