/** A file that only holds other files, such as an archive or an e-mail, to the list of them, or to the reason why it cannot be opened. */
import type { ContainerFormat } from "../../../source/members/container-formats.js";
import { heldFiles } from "../../../source/members/held-files.js";
import { listMembers } from "../../../source/members/list-members.js";
import type { ContentLimits, ContentResult } from "../input-format.js";

/** Never throws because of what the content holds. @param bytes handed over: not usable afterwards */
export async function readContainer(
  { open }: ContainerFormat,
  bytes: Uint8Array,
  { maxBytes }: ContentLimits,
): Promise<ContentResult> {
  const opened = await open(bytes, maxBytes);
  if (!opened.ok) return opened;
  const held = await listMembers(opened, maxBytes);
  const notes = heldFiles(held, "in it");
  if (notes.length === 0) return { ok: false, code: "EMPTY", message: "there are no files in it" };
  return {
    ok: true,
    blocks: [],
    pageCount: null,
    held,
    outcomeOf: () => ({ outcome: "opened", message: notes.join("; ") }),
  };
}
