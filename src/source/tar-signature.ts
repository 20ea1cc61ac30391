/** Whether a file is a tar archive. In: its bytes. Out: true or false. It looks at the first block alone. */

/** A tar file begins with a block that has its own sum, in octal figures: its age and its program make no difference. */
const BLOCK_BYTES = 512;
const SUM_AT = 148;
const SUM_BYTES = 8;

export function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK_BYTES) return false;
  const field = bytes.subarray(SUM_AT, SUM_AT + SUM_BYTES);
  const stated = /^ *([0-7]{1,7})[ \0]/.exec(Buffer.from(field).toString("latin1"))?.[1];
  if (stated === undefined) return false;
  // The sum is taken with spaces in the place of the sum.
  let sum = SUM_BYTES * 0x20;
  for (let at = 0; at < BLOCK_BYTES; at += 1) {
    const isOfSum = at >= SUM_AT && at < SUM_AT + SUM_BYTES;
    if (!isOfSum) sum += bytes[at] ?? 0;
  }
  return sum === Number.parseInt(stated, 8);
}
