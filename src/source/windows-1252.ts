/**
 * Windows-1252, and UTF-8 that a program once took for it ("crewâ€™s" for "crew’s"). In: bytes, or a decoded text. Out: the
 * text they stand for. A text is repaired as a whole or not at all.
 */

/**
 * Bytes 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard, index windows-1252); all others are Latin-1. Written out
 * because some releases of Node decode "windows-1252" as Latin-1, which turns dashes and quotes into control characters.
 */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTE_OF = new Map([...WINDOWS_1252].map((char, at) => [char.charCodeAt(0), at + 0x80]));

export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** How the UTF-8 of characters that reports have begins when it was taken for Windows-1252: "â€", "Ã©", "Â£", "ðŸ". */
const TAKEN_FOR_1252 = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\u0080-\u00bf„†™œ˜]|ð[Ÿ\u009f]/;

/** Characters that are never seen and that Windows-1252 does not have: what is around them may have been encoded twice. */
const UNSEEN = /([\u200b\u200e\u200f\u2060\ufeff]|(?<=[ -~])\u00ad)/;

/**
 * The text with such sequences repaired, where the complete text is UTF-8 that was taken for Windows-1252 or Latin-1: one character
 * that cannot have been made so, such as a true dash, shows that the text is as its author wrote it.
 */
export function repairDoubleEncoding(text: string): string {
  if (!TAKEN_FOR_1252.test(text)) return text;
  let repaired = "";
  for (const [at, part] of text.split(UNSEEN).entries()) {
    const decoded = at % 2 === 1 ? part : decodedOnce(part);
    if (decoded === null) return text;
    repaired += decoded;
  }
  return repaired;
}

/** The text that the bytes of a text in Windows-1252 are in UTF-8; null where there are no such bytes, or they are no UTF-8. */
function decodedOnce(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = BYTE_OF.get(code) ?? (code <= 0xff ? code : null);
    if (byte === null) return null;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
