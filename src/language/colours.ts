/** What a painted colour says of a status: by its hue, so that every office palette's greens are green. */
import { RAGS, type Rag, STATUSES } from "../schema/statuses.js";

/** Saturation and lightness outside which a colour has no hue worth naming: greys, near-white tints, near-black inks. */
const LEAST_SATURATION = 0.18;
const LIGHTEST = 0.965;
const DARKEST = 0.08;

/** Hues of all statuses. Colours between them mean no status: teal, violet, magenta. */
const HUES = RAGS.flatMap((rag) => STATUSES[rag].hues.map(([from, to]) => ({ from, to, rag })));

/** The status that a colour ("#rrggbb") stands for, or null where it is white, grey, black or between. */
export function ragOfColour(colour: string): Rag | null {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  if (red === undefined || green === undefined || blue === undefined) return null;
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const lightness = (low + high) / 2;
  const spread = high - low;
  if (spread === 0 || lightness > LIGHTEST || lightness < DARKEST) return null;
  if (spread / (1 - Math.abs(2 * lightness - 1)) < LEAST_SATURATION) return null;
  const turn =
    high === red
      ? ((green - blue) / spread + 6) % 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const hue = turn * 60;
  return HUES.find(({ from, to }) => hue >= from && hue < to)?.rag ?? null;
}
