/** Words to lines in chunks, where the lines of a row whose cells are not set at the top are one. */
import { linesOfWords } from "../geometry/text-lines.js";
import type { Word } from "../model/page.js";
import { joinBalanced } from "./balanced.js";
import { type ChunkLine, chunksOfLine } from "./chunks.js";
import { cutAtStarts } from "./column-starts.js";
import { joinFooted } from "./footed.js";
import { joinStaggered } from "./staggered.js";

export const rowsOfWords = (words: readonly Word[]): readonly ChunkLine[] =>
  joinFooted(joinBalanced(joinStaggered(cutAtStarts(linesOfWords(words).map(chunksOfLine)))));
