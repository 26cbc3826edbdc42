/** How many ratings were made by which rules and countries, most first; empty where all share theirs. */
export type MixedVersions = readonly {
  readonly rules: string;
  readonly edition: string;
  readonly suppliers: number;
}[];
