/** A wait that can be cut short. Waking counts also when nobody waits yet: the next wait is then over at once. */
export class Pause {
  #woken = false;
  #end: () => void = () => {};

  wake(): void {
    this.#woken = true;
    this.#end();
  }

  async wait(ms: number): Promise<void> {
    if (!this.#woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#woken = false;
  }
}
