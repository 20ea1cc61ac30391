/** Text that is printed and is no part of the text around it: struck through, or the mark of a footnote. */
export interface Aside {
  readonly text: string;
  readonly reason: "struck" | "stray";
}
