/**
 * Blends colours with white paper. In: "#rrggbb" and an alpha. Out: the resulting "#rrggbb".
 */

/** @param alpha from 0, which gives white, to 1, which is opaque */
export function blend(colour: string, alpha: number): string {
  if (alpha >= 1) return colour;
  const value = Number.parseInt(colour.slice(1), 16);
  const onWhite = [value >> 16, (value >> 8) & 255, value & 255].map((part) => Math.round(255 - (255 - part) * alpha));
  return `#${onWhite.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
