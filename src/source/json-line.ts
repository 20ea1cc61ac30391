/**
 * A JSON text and a path of keys to the line where that key or list item stands, for error messages.
 * Expects text that `JSON.parse` accepts.
 */

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Level {
  readonly list: boolean;
  key: string | null;
}

/** 1-based line of the deepest part of `path` that the text has; 1 where it has none of it. */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const levels: Level[] = [];
  let bestDepth = 0;
  let bestOffset = 0;
  const note = (offset: number) => {
    const depth = levels.length;
    if (depth <= bestDepth || !levels.every((level, i) => level.key === String(path[i]))) return;
    bestDepth = depth;
    bestOffset = offset;
  };
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const level = levels.at(-1);
    if (token === "}" || token === "]") levels.pop();
    else if (token === ",") {
      if (level !== undefined) level.key = level.list ? String(Number(level.key) + 1) : null;
    } else if (token !== ":") {
      const isKey = level !== undefined && !level.list && level.key === null;
      if (isKey) level.key = String(JSON.parse(token));
      if (isKey || level?.list) note(match.index);
      if (token === "{") levels.push({ list: false, key: null });
      if (token === "[") levels.push({ list: true, key: "0" });
    }
  }
  return lineOfOffset(text, bestOffset);
}

/** 1-based line of a 0-based offset. */
export function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
