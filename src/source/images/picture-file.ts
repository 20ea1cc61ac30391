/** Picture files. In: bytes. Out: whether they are a PNG, JPEG or TIFF, and a PDF that shows their pages. */
import { isJpeg, jpegPage } from "./jpeg.js";
import { pdfOfPictures } from "./picture-document.js";
import { isPng, pngPage } from "./png.js";
import { tiffPages } from "./tiff.js";
import { hasTiffSignature } from "./tiff-tags.js";

export const isPicture = (bytes: Uint8Array): boolean => isPng(bytes) || isJpeg(bytes) || hasTiffSignature(bytes);

/** @throws PictureError */
export async function pdfOfPicture(bytes: Uint8Array, mostPages: number): Promise<Uint8Array> {
  if (isPng(bytes)) return pdfOfPictures([await pngPage(bytes)]);
  return pdfOfPictures(isJpeg(bytes) ? [jpegPage(bytes)] : tiffPages(bytes, mostPages));
}
