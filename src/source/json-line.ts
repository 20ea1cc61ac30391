/**
 * Finds the line of a key or list item in JSON, for error messages. In: a text that `JSON.parse` accepts and a path of keys.
 * Out: the line number.
 */

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** An object or list that is open at the current token, and the key or index it has reached. */
interface Level {
  readonly isList: boolean;
  key: string | null;
}

/** 1-based line of the deepest part of `path` that the text has; 1 if it has none of it. */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const levels: Level[] = [];
  let bestDepth = 0;
  let bestOffset = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!readToken(token, levels)) continue;
    const depth = levels.length;
    if (depth > bestDepth && levels.every((level, at) => level.key === String(path[at]))) {
      bestDepth = depth;
      bestOffset = index;
    }
    openLevel(token, levels);
  }
  return lineOfOffset(text, bestOffset);
}

/** Moves the levels on to a token. Returns whether it is a key or a value, which may be part of the path. */
function readToken(token: string, levels: Level[]): boolean {
  const level = levels.at(-1);
  if (token === ":") return false;
  if (token === "}" || token === "]") {
    levels.pop();
    return false;
  }
  if (token === ",") {
    if (level !== undefined) level.key = level.isList ? String(Number(level.key) + 1) : null;
    return false;
  }
  if (level !== undefined && !level.isList && level.key === null) level.key = String(JSON.parse(token));
  return true;
}

function openLevel(token: string, levels: Level[]): void {
  if (token === "{") levels.push({ isList: false, key: null });
  if (token === "[") levels.push({ isList: true, key: "0" });
}

/** 1-based line of a 0-based offset. */
export function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
