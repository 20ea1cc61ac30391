/** A request of a review that cannot be done, with a sentence that the page shows. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
  /** @param isConflict whether another window or program was first */
  constructor(
    message: string,
    readonly isConflict = false,
  ) {
    super(message);
  }
}

export const conflict = (): ReviewError =>
  new ReviewError("Another window or program decided about this meanwhile; nothing was changed.", true);

export const gone = (): ReviewError => new ReviewError("This is no longer in the reports.");
