/**
 * The values that were asked for last. In: a key, and how its value is made. Out: the value, which is made once also where it is asked for
 * again meanwhile. Values that are not worth keeping, and those that could not be made, are made again.
 */
export class RecentValues<Value> {
  readonly #values = new Map<string, Promise<Value>>();

  /** @param most values that are kept */
  constructor(
    readonly most: number,
    readonly isKept: (value: Value) => boolean,
  ) {}

  async of(key: string, make: () => Promise<Value>): Promise<Value> {
    const made = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, made);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
    let isKept = false;
    try {
      const value = await made;
      isKept = this.isKept(value);
      return value;
    } finally {
      if (!isKept && this.#values.get(key) === made) this.#values.delete(key);
    }
  }
}
