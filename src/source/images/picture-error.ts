/** Why a picture cannot be read as a document, and how large one may be. */

/** Most pixels of a page: A3 at 600 dots per inch is below it. */
export const LARGEST_PIXELS = 80_000_000;

export class PictureError extends Error {
  override readonly name = "PictureError";
  constructor(
    readonly code: "CORRUPT" | "TOO_LARGE" | "UNSUPPORTED",
    message: string,
  ) {
    super(message);
  }
}
