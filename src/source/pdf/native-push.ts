/**
 * Array's own push, kept before pdf.js is imported. Its legacy build swaps a slow stand-in into every array of the
 * process on Node 20, which costs a sixth of the reading; `open.ts` puts the original back. Must be imported first.
 */
const nativePush = Array.prototype.push;

export function restorePush(): void {
  Array.prototype.push = nativePush;
}
