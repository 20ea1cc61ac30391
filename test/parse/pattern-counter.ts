/**
 * Counts what patterns cost, which no clock can tell the same twice. In: a function that runs to its end. Out: the characters that
 * its regular expressions looked at, and how many regular expressions it compiled. A pattern that may match anywhere looks
 * at all characters up to the end of its match, or of the text where it has none; one that is tried at one place
 * looks at its match.
 */

export interface PatternCosts {
  readonly scanned: number;
  readonly compiled: number;
}

const isAtOnePlace = ({ source, sticky, multiline }: RegExp): boolean =>
  sticky || (!multiline && source.startsWith("^"));

export function patternCosts(run: () => void): PatternCosts {
  const [Real, exec] = [globalThis.RegExp, RegExp.prototype.exec];
  const places = new WeakMap<RegExp, boolean>();
  let [scanned, compiled] = [0, 0];
  RegExp.prototype.exec = function counted(text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    let atOnePlace = places.get(this);
    if (atOnePlace === undefined) {
      atOnePlace = isAtOnePlace(this);
      places.set(this, atOnePlace);
    }
    const end = match === null ? text.length : match.index + match[0].length;
    scanned += Math.max(1, atOnePlace ? (match?.[0].length ?? 1) : end - from);
    return match;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct(target, args) {
      compiled += 1;
      return Reflect.construct(target, args);
    },
  });
  try {
    run();
  } finally {
    globalThis.RegExp = Real;
    RegExp.prototype.exec = exec;
  }
  return { scanned, compiled };
}
