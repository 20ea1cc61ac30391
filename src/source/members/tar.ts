/**
 * Opens a tar archive. In: its bytes. Out: a container of its files. Links are members that cannot be read, since nothing is followed.
 * Of an archive that is damaged or was cut short, what comes before the damage is read, and a further member says so.
 */
import { type ParsedTarEntryWithData, unpackTar } from "modern-tar";
import { type MemberContent, memberFailure, type OpenResult, REST, tooLarge } from "./member.js";

const LINK = memberFailure("UNSUPPORTED", "a link or a device in the archive, which has no content of its own");
const LOST = memberFailure("CORRUPT", "the archive is damaged here or was cut short");
/** An archive ends with blocks of zeros. */
const BLOCK_BYTES = 512;

export async function openTar(bytes: Uint8Array): Promise<OpenResult> {
  const entries = await unpackTar(bytes).catch(() => null);
  if (entries === null || (entries.length === 0 && !isEnded(bytes))) return LOST;
  const members = entries
    .filter(({ header }) => header.type !== "directory")
    .map((entry): readonly [string, MemberContent] => [entry.header.name, contentOf(entry)]);
  const isWhole = isEnded(bytes) || members.at(-1)?.[1] === LOST;
  if (!isWhole) members.push([REST, LOST]);
  return {
    ok: true,
    paths: members.map(([path]) => path),
    read: async (index, maxBytes) => {
      const content = members[index]?.[1] ?? LOST;
      if (content.ok && content.bytes.length > maxBytes) return tooLarge(content.bytes.length, maxBytes);
      // Whoever reads it may take the bytes over.
      return content.ok ? { ok: true, bytes: content.bytes.slice() } : content;
    },
  };
}

function contentOf({ header: { type, size }, data }: ParsedTarEntryWithData): MemberContent {
  if (type !== undefined && type !== "file") return LINK;
  return data?.length === size ? { ok: true, bytes: data } : LOST;
}

const isEnded = (bytes: Uint8Array): boolean => bytes.subarray(-BLOCK_BYTES).every((byte) => byte === 0);
