/** Lets so many do something at once, and the others wait for their turn in the order in which they came. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #atWork = 0;

  constructor(private readonly most: number) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#atWork >= this.most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#atWork += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#atWork -= 1;
    }
  }
}
