// Ways to change a PDF. In: a change of its bytes, its objects or its operators. Out: functions that take a file's bytes and
// a random source, and give the bytes of the changed file.
import { contentNumbers, numbersWith, packed, putTogether, takeApart, unpacked } from "./parts.mjs";

export const flipped = (bytes, random, count) => {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < count; at += 1) copy[random.below(copy.length)] ^= 1 << random.below(8);
  return copy;
};
export const cutOut = (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
export const replaced = (bytes, pattern, by) => Buffer.from(bytes.toString("latin1").replace(pattern, by), "latin1");

/** Changes the objects of a file, whose cross-reference table is then written anew. */
export const parts = (change) => (bytes, random) => {
  const taken = takeApart(bytes);
  const options = change(taken, random);
  return putTogether(taken, options ?? {});
};
export const changeDict = (pattern, change) =>
  parts((taken, random) => {
    const number = random.pick(numbersWith(taken, pattern));
    const object = taken.objects.get(number);
    if (object !== undefined) object.dict = change(object.dict, random, number, taken);
  });
export const changeContent = (change) =>
  parts((taken, random) => {
    const object = taken.objects.get(random.pick(contentNumbers(taken)));
    if (object?.stream) change(object, random, taken);
  });
/** Changes the operators of a content stream, decompressed. */
export const changeOperators = (change) =>
  changeContent((object, random) => {
    const content = unpacked(object);
    if (content !== null) object.stream = packed(change(content, random));
  });
