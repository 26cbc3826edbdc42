/** Everything that is counted for reports. Each has a definition in the texts and an address that counts the same. */
export const figureIds = [
  "suppliers",
  "rated",
  "unrated",
  "low",
  "medium",
  "high",
  "critical",
  "grave",
  "expectedGrave",
  "tier3",
  "tier2wl",
  "asked",
  "delivered",
  "started",
  "signed",
  "declined",
  "reviewsOpen",
  "reviewsSettled",
  "actionsOpen",
  "actionsOverdue",
  "actionsDone",
  "actionsDropped",
] as const;
export type FigureId = (typeof figureIds)[number];

/** Of how many a figure is a part. */
export const amongOf: Readonly<Partial<Record<FigureId, FigureId>>> = {
  rated: "suppliers",
  unrated: "suppliers",
  low: "rated",
  medium: "rated",
  high: "rated",
  critical: "rated",
  grave: "rated",
  expectedGrave: "unrated",
  tier3: "suppliers",
  tier2wl: "suppliers",
  delivered: "asked",
  started: "asked",
  signed: "asked",
  declined: "asked",
  actionsOverdue: "actionsOpen",
};

/** A list that shows what was counted. `of`: the campaign, where a figure is the sum of several lists. */
export type Place = { readonly href: string; readonly number: number; readonly of?: string };

/** What a figure is counted over: the suppliers there are, campaigns of the period, or all work of the organisation. */
export type Counted = { readonly over: "suppliers" | "campaigns" | "work"; readonly places: readonly Place[] };

export type CountedFigures = Readonly<Partial<Record<FigureId, Counted>>>;

export function numberOf({ places }: Counted): number {
  return places.reduce((sum, { number }) => sum + number, 0);
}
