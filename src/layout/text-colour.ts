/** Which colours of text say something: those that are not black, white or grey. */

/**
 * A text colour is black where all channels are below the first value, and grey where they differ by less than the
 * second.
 */
const BLACK = 0x50;
const GREY = 0x28;

/** The colour ("#rrggbb"), or null where it is black, white or grey. */
export function hueOnly(colour: string | null): string | null {
  if (colour === null) return null;
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [low, high] = [Math.min(...channels), Math.max(...channels)];
  return high < BLACK || high - low < GREY ? null : colour;
}
