/**
 * Functions of JavaScript as they are before pdf.js is imported. Its legacy build replaces them in the whole process on
 * Node 20: `push` of every array, which costs a sixth of the reading, and `JSON.stringify` and `JSON.parse` by versions ten
 * times slower. `open.ts` restores them. Must be imported before pdf.js.
 */
const { push } = Array.prototype;
const { parse, stringify } = JSON;

export function restoreNativeFunctions(): void {
  Array.prototype.push = push;
  JSON.parse = parse;
  JSON.stringify = stringify;
}
