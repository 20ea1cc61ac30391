/**
 * HTML, or fragments of it in lines of text, to plain lines and table rows. In: lines. Out: the same lines without tags,
 * and the cells of table rows with their spans and colours. What a browser shows is text; scripts, styles and comments
 * are not, and nothing is carried out. A text without tags is given back as it is.
 */
import { decodeEntities } from "../entities.js";
import type { MarkedLine, TextLine } from "../lines.js";
import { DescriptionTerms } from "./description-terms.js";
import { LookStack } from "./look-stack.js";
import { PageFrame } from "./page-frame.js";
import type { ReadRow } from "./table.js";
import { TableStack } from "./table-stack.js";
import { IN_TABLES, INLINE, ONLY_BREAK, UNSEEN } from "./tag-kinds.js";
import { attributesOf, isKnownTag, type Tag, TagScanner } from "./tags.js";
import { type DraftLine, TextDraft } from "./text-draft.js";

/** Removes the tags from lines that have them. */
export function unwrapHtml(lines: readonly TextLine[]): readonly MarkedLine[] {
  if (lines.some(({ text }) => text.includes("<"))) return new MarkupReader(lines).read();
  return lines.some(({ text }) => text.includes("&")) ? lines.map(withoutEntities) : lines;
}

const withoutEntities = (line: TextLine): TextLine =>
  line.text.includes("&") ? { ...line, text: decodeEntities(line.text) } : line;

class MarkupReader {
  readonly #lines: readonly TextLine[];
  readonly #source: string;
  /** Where each line begins in the source; the last entry is where one more would. */
  readonly #starts: readonly number[];
  readonly #scanner: TagScanner;
  readonly #looks = new LookStack();
  readonly #tables: TableStack;
  readonly #out: MarkedLine[] = [];
  /** Index of the line that is read. */
  #at = 0;
  /** Text outside cells that is not in `out` yet. */
  #draft = new TextDraft(0);
  /** Index of the line on which it begins; null where there is none yet. */
  #from: number | null = null;
  #last = 0;
  /** Index of the line whose first text was the last to go to `out`. */
  #written = -1;
  /** Whether a tag separates the next text from the text before it. */
  #isSeparated = false;
  #isPreformatted = false;
  /** Whether the line is a row of a Markdown table: it stays one line, its breaks are line feeds. */
  #isPiped = false;
  readonly #terms: DescriptionTerms;
  readonly #frame = new PageFrame();
  /** Index in `out` of a document's title. */
  #titleAt = -1;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
    this.#source = lines.map(({ text }) => text).join("\n");
    const starts = [0];
    for (const { text } of lines) starts.push((starts.at(-1) ?? 0) + text.length + 1);
    this.#starts = starts;
    this.#terms = new DescriptionTerms(this.#out);
    this.#scanner = new TagScanner(this.#source);
    this.#tables = new TableStack(this.#looks, {
      pushRow: (row) => this.#pushRow(row),
      pushLines: (texts) => this.#pushLines(texts),
    });
  }

  read(): readonly MarkedLine[] {
    let at = 0;
    for (let tag = this.#scanner.next(); tag !== null; tag = this.#scanner.next()) {
      this.#readText(at, tag.from);
      this.#readTag(tag);
      at = tag.to;
      while ((this.#starts[this.#at + 1] ?? Number.POSITIVE_INFINITY) <= at) this.#at += 1;
    }
    this.#readText(at, this.#source.length);
    this.#closeText();
    this.#terms.close();
    this.#tables.closeAll();
    return this.#frame.withFurniture(this.#withoutTitle());
  }

  /** Most documents repeat their title as their first heading: it is no text of the page. */
  #withoutTitle(): readonly MarkedLine[] {
    const title = this.#out[this.#titleAt];
    if (title?.kind !== "text") return this.#out;
    const isRepeated = this.#out.some((line) => line !== title && line.kind === "text" && line.text === title.text);
    return isRepeated ? this.#out.filter((line) => line !== title) : this.#out;
  }

  #readText(from: number, to: number): void {
    for (let at = from; ; ) {
      const start = this.#starts[this.#at] ?? 0;
      const end = (this.#starts[this.#at + 1] ?? 0) - 1;
      const line = this.#lines[this.#at];
      if (at === start) this.#isPiped = line?.text.trimStart().startsWith("|") === true && !this.#tables.isInRow;
      if (line !== undefined && at === start && end <= to && this.#isAsPrinted()) this.#copy(line);
      else this.#add(this.#source.slice(at, Math.min(end, to)));
      if (end >= to) return;
      this.#endLine();
      at = end + 1;
    }
  }

  /** Whether a line without tags is passed on as it is. */
  #isAsPrinted(): boolean {
    return !this.#scanner.isDocument && this.#tables.cell === null && this.#from === null && !this.#looks.isStruck;
  }

  /** Nearly every line of a fragment is passed on, not copied. */
  #copy(line: TextLine): void {
    const plain = withoutEntities(line);
    this.#out.push(this.#isSeparated && !plain.gapBefore ? { ...plain, gapBefore: true } : plain);
    this.#isSeparated = false;
  }

  #add(piece: string): void {
    const { cell } = this.#tables;
    if (piece.trim() !== "") {
      if (cell !== null) this.#tables.reach(this.#at);
      else {
        this.#beginDescription();
        [this.#from, this.#last] = [this.#from ?? this.#at, this.#at];
      }
    }
    (cell?.text ?? this.#draft).add(piece, this.#looks.isStruck || cell?.isStruck === true);
  }

  /** The end of a line of the source: white space in a document, a break in a fragment. */
  #endLine(): void {
    const { cell } = this.#tables;
    const isSpace = !this.#isPreformatted && (cell === null ? this.#scanner.isDocument : this.#tables.isMarked);
    if (isSpace) (cell?.text ?? this.#draft).add(" ", false);
    else if (cell !== null) cell.text.break(this.#at + 1);
    else this.#closeText();
    this.#at += 1;
    this.#tables.limit((at) => this.#lines[at]?.line ?? 0, this.#at);
  }

  #readTag(tag: Tag): void {
    const { name } = tag;
    if (name === "style") this.#looks.styles.add(tag.content);
    if (UNSEEN.has(name)) return;
    if (IN_TABLES.has(name)) {
      // Text outside cells, as of a row whose tag is missing, must not be joined over a cell's border.
      this.#closeText();
      this.#terms.close();
      this.#tables.read(tag, this.#at);
      if (name === "table" && this.#tables.cell === null) this.#isSeparated = true;
    } else if (INLINE.has(name) || !isKnownTag(name)) this.#readInlineTag(tag);
    else this.#readBlockTag(tag);
  }

  #readInlineTag(tag: Tag): void {
    const { cell } = this.#tables;
    const draft = cell?.text ?? this.#draft;
    // A traffic light is a picture, and its description says what it means.
    if (tag.name === "img" && cell !== null) this.#add(attributesOf(tag).get("alt") ?? "");
    if (tag.isClosing) {
      draft.endBadge(tag.name);
      this.#looks.close(tag.name);
      if (tag.name === "sup") draft.lower();
      return;
    }
    if (cell === null) draft.beginBadge(tag.name, this.#looks.open(tag).fill);
    else cell.setBadge(this.#looks.open(tag));
    if (tag.name === "sup") draft.raise();
  }

  #readBlockTag(tag: Tag): void {
    const { cell } = this.#tables;
    if (tag.isClosing) this.#looks.close(tag.name);
    if (cell !== null || this.#isPiped) (cell?.text ?? this.#draft).break(this.#at);
    else this.#readBreak(tag);
    if (!tag.isClosing) {
      const look = this.#looks.open(tag);
      cell?.setBadge(look);
    }
  }

  /** A tag outside cells that ends the text before it. */
  #readBreak(tag: Tag): void {
    const { name, isClosing } = tag;
    const from = this.#from;
    this.#closeText();
    if (this.#scanner.isDocument) this.#frame.readTag(tag);
    if (name === "dt" || name === "dl") this.#terms.close();
    if (isClosing && name === "dt" && from !== null) this.#terms.take(from);
    if (isClosing && name === "title") this.#titleAt = this.#out.length - 1;
    if (isClosing) this.#looks.closeAll();
    if (name === "pre") this.#isPreformatted = !isClosing;
    if (!ONLY_BREAK.has(name)) this.#isSeparated = true;
  }

  #beginDescription(): void {
    const term = this.#terms.begin();
    if (term === null) return;
    this.#draft.add(term.label, false);
    [this.#from, this.#isSeparated] = [term.from, term.gapBefore];
  }

  #closeText(): void {
    const first = this.#lines[this.#from ?? this.#at];
    const [asides, fill] = [this.#draft.takeAsides(), this.#draft.badgeFill];
    const text = this.#scanner.isDocument ? this.#draft.cell : this.#draft.line;
    if (first !== undefined && (text.trim() !== "" || asides.length > 0)) {
      const isStart = this.#written !== first.line;
      const line: MarkedLine = {
        kind: "text",
        text,
        line: first.line,
        lineLast: this.#lines[this.#last]?.line ?? first.line,
        gapBefore: (isStart && first.gapBefore) || this.#isSeparated,
        pageStart: isStart && first.pageStart,
        ...(asides.length === 0 ? {} : { asides }),
        ...(fill === null ? {} : { fill }),
      };
      this.#out.push(line);
      this.#frame.readLine(line);
      this.#written = first.line;
      this.#isSeparated = false;
    }
    this.#draft = new TextDraft(this.#at);
    this.#from = null;
  }

  #pushLines(lines: readonly DraftLine[]): void {
    for (const { text, at } of lines) {
      const line = this.#lines[at];
      if (line === undefined) continue;
      this.#out.push({ ...line, text, gapBefore: this.#isSeparated || line.gapBefore });
      this.#isSeparated = false;
    }
  }

  #pushRow({ cells, asides, at, last }: ReadRow): void {
    const [first, end] = [this.#lines[at], this.#lines[last]];
    if (first === undefined || end === undefined) return;
    this.#out.push({
      kind: "cells",
      cells,
      line: first.line,
      lineLast: end.line,
      gapBefore: this.#isSeparated || first.gapBefore,
      pageStart: first.pageStart,
      ...(asides.length === 0 ? {} : { asides }),
    });
    this.#isSeparated = false;
  }
}
