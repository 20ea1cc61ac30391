/** Where an item is printed. In: its place. Out: the page with a frame, larger or smaller, and the pages beside it; or lines of the text. */
import type { ItemPlace, Shown } from "../api.js";
import { button, element, svgElement } from "./dom.js";
import { send } from "./server.js";

const ZOOMS = [0.5, 0.75, 1, 1.4, 2, 3] as const;
const MARGIN = 3;
/** Lines that one step moves by. */
const LINES = 60;

export class PlaceView {
  #zoom = 2;
  #place: ItemPlace | null = null;
  #shown: Shown | null = null;
  /** The page or first line that is shown, where it is not the place's own. */
  #moved: number | null = null;
  #asked = 0;

  constructor(
    readonly section: HTMLElement,
    readonly refuse: (error: unknown) => void,
  ) {}

  /** The page that is shown; null for a text. */
  get page(): number | null {
    return this.#shown?.kind === "page" ? this.#shown.page : (this.#place?.page ?? null);
  }

  show(place: ItemPlace): void {
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    this.#moved = null;
    this.section.replaceChildren(element("p", {}, "Drawing …"));
    void this.#load();
  }

  /** Forward or back: a page, or lines. */
  step(by: number): void {
    const shown = this.#shown;
    if (shown?.kind === "page") this.#moved = Math.min(shown.pageCount, Math.max(1, shown.page + by));
    else if (shown?.kind === "lines")
      this.#moved = Math.min(shown.lineCount, Math.max(1, shown.first + 20 + by * LINES));
    else return;
    void this.#load();
  }

  zoom(by: number): void {
    this.#zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.#zoom + by));
    this.#draw();
  }

  async #load(): Promise<void> {
    const place = this.#place;
    if (place === null) return;
    const asked = ++this.#asked;
    const isText = place.line_first !== null;
    const own = this.#moved === null;
    const wanted = isText
      ? { ...place, line_first: this.#moved ?? place.line_first }
      : { ...place, page: this.#moved ?? place.page, bbox: own || this.#moved === place.page ? place.bbox : null };
    try {
      const shown = await send<Shown>("show", wanted);
      if (asked !== this.#asked) return;
      this.#shown = shown;
      this.#draw();
    } catch (error) {
      if (asked === this.#asked) this.refuse(error);
    }
  }

  #draw(): void {
    const shown = this.#shown;
    if (shown === null) return;
    if (shown.kind === "none")
      this.section.replaceChildren(element("h2", {}, "Source"), element("p", {}, shown.reason));
    else if (shown.kind === "lines") this.#drawLines(shown);
    else this.#drawPage(shown);
  }

  #drawPage(shown: Extract<Shown, { kind: "page" }>): void {
    const { page, pageCount, png, widthPt, heightPt, frame } = shown;
    const width = Math.round(widthPt * (ZOOMS[this.#zoom] ?? 1));
    const picture = svgElement(
      "svg",
      {
        role: "img",
        "aria-label": `Picture of page ${page}${frame === null ? "" : ", with a frame around the place"}`,
        viewBox: `0 0 ${widthPt} ${heightPt}`,
        width,
        height: Math.round((width * heightPt) / widthPt),
      },
      svgElement("image", { href: `data:image/png;base64,${png}`, width: widthPt, height: heightPt }),
    );
    if (frame !== null)
      for (const name of ["halo", "frame"]) {
        const [x0, top, x1, bottom] = frame;
        picture.append(
          svgElement("rect", {
            class: name,
            x: x0 - MARGIN,
            y: top - MARGIN,
            width: x1 - x0 + 2 * MARGIN,
            height: bottom - top + 2 * MARGIN,
            rx: 2,
          }),
        );
      }
    // A scrolled area must be reachable by keyboard.
    const sheet = element("div", { class: "sheet", tabindex: 0, role: "region", "aria-label": `Page ${page}` });
    sheet.append(picture);
    const tools = element(
      "p",
      { class: "pages" },
      button("Page before", () => this.step(-1), { disabled: page <= 1 }, ","),
      element("span", {}, `page ${page} of ${pageCount}`),
      button("Next page", () => this.step(1), { disabled: page >= pageCount }, "."),
      button("Smaller", () => this.zoom(-1), { disabled: this.#zoom === 0 }, "-"),
      button("Larger", () => this.zoom(1), { disabled: this.#zoom === ZOOMS.length - 1 }, "+"),
    );
    this.section.replaceChildren(tools, sheet);
    if (frame !== null) sheet.scrollTop = Math.max(0, (frame[1] * width) / widthPt - 60);
    if (frame !== null) sheet.scrollLeft = Math.max(0, (frame[0] * width) / widthPt - 30);
  }

  #drawLines({ first, lines, lineCount }: Extract<Shown, { kind: "lines" }>): void {
    const { line_first: from, line_last: to } = this.#place ?? { line_first: null, line_last: null };
    const list = lines.map((text, at) => {
      const number = first + at;
      const isMarked = from !== null && number >= from && number <= (to ?? from);
      const shown = element("span", {}, text === "" ? "\u00a0" : text);
      return element(
        "li",
        { class: isMarked ? "marked" : null },
        element("span", { class: "at" }, String(number)),
        isMarked ? element("mark", {}, shown) : shown,
      );
    });
    const last = first + lines.length - 1;
    const tools = element(
      "p",
      { class: "pages" },
      button("Lines before", () => this.step(-1), { disabled: first <= 1 }, ","),
      element("span", {}, `lines ${first} to ${last} of ${lineCount}`),
      button("Next lines", () => this.step(1), { disabled: last >= lineCount }, "."),
    );
    this.section.replaceChildren(tools, element("ol", { class: "lines" }, ...list));
    this.section.querySelector(".marked")?.scrollIntoView({ block: "nearest" });
  }
}
