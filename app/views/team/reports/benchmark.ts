/** A group of rated suppliers of one country or sector. */
export type GroupView = {
  readonly key: string;
  readonly name: string;
  /** The rules and countries that its ratings were made with. */
  readonly made: string;
  readonly suppliers: number;
  readonly grave: number;
  /** Scores at a quarter, a half and three quarters; absent for whoever may not see scores. */
  readonly quarters?: readonly [number, number, number];
};

/** What is usual among the suppliers of a country or a sector. */
export type BenchmarkView = {
  readonly countries: readonly GroupView[];
  readonly sectors: readonly GroupView[];
  /** Rated suppliers, for what the groups leave out. */
  readonly rated: number;
  readonly showsScores: boolean;
};

/** Where a supplier stands among others, a sentence for each kind of others, and what the figures mean. */
export type StandingView = { readonly sentences: readonly string[]; readonly definition: string };
