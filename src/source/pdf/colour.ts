/**
 * Colours: blended with white paper, and compared. In: "#rrggbb" and an alpha, or two of them. Out: the resulting "#rrggbb", or
 * their contrast.
 */

/** @param alpha from 0, which gives white, to 1, which is opaque */
export function blend(colour: string, alpha: number): string {
  if (alpha >= 1) return colour;
  const value = Number.parseInt(colour.slice(1), 16);
  const onWhite = [value >> 16, (value >> 8) & 255, value & 255].map((part) => Math.round(255 - (255 - part) * alpha));
  return `#${onWhite.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The contrast of two colours as accessibility guidelines define it: from 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
