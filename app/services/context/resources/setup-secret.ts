/** The secret of the address at which the first organisation is made: kept outside the database until it is used. */
export type SetupSecret = {
  /** The secret, made the first time it is asked for and the same until it is used. */
  offer(make: () => string): Promise<string>;
  /** Undefined where none was offered, or it is used. */
  read(): Promise<string | undefined>;
  /**
   * Does `work` and takes the secret away with it; when `work` fails the secret stays. Of two at once one finds it "used".
   */
  use<T>(work: () => Promise<T>): Promise<T | "used">;
};
