import * as z from "zod";
import { type PictureKind, pictureKinds, type TopicMeasure, topicMeasures } from "#app/views/team/map/pictures";
import type { MadeFigures } from "./figures/rated-figures";

const longestMade = 200;

/** Which picture, of ratings made by which rules and countries or between which two editions, and what its cells count. */
export const pictureInput = z.object({
  kind: z.enum(pictureKinds),
  made: z.string().max(longestMade).default(""),
  measure: z.enum(topicMeasures).default("median"),
  from: z.string().max(longestMade).default(""),
  to: z.string().max(longestMade).default(""),
});
export type PictureAsked = z.output<typeof pictureInput>;

/** Reads what an address asks for; what it does not know is as if it was not there. */
export function readPictureAsked(params: URLSearchParams): Omit<PictureAsked, "kind"> {
  const measure = params.get("of");
  return {
    made: (params.get("made") ?? "").slice(0, longestMade),
    measure: topicMeasures.find((one) => one === measure) ?? "median",
    from: (params.get("from") ?? "").slice(0, longestMade),
    to: (params.get("to") ?? "").slice(0, longestMade),
  };
}

type Addressed = {
  readonly kind: PictureKind;
  readonly made?: string;
  readonly measure?: TopicMeasure;
  readonly from?: string;
  readonly to?: string;
};

/** The address of a picture; `ending`: of its file. */
export function pictureAddress(
  { kind, made = "", measure = "median", from = "", to = "" }: Addressed,
  ending = "",
): string {
  const query = new URLSearchParams([
    ...(measure === "median" ? [] : [["of", measure]]),
    ...(made === "" ? [] : [["made", made]]),
    ...(from === "" ? [] : [["from", from]]),
    ...(to === "" ? [] : [["to", to]]),
  ]).toString();
  return `/map/${kind}${ending}${query === "" ? "" : `?${query}`}`;
}

/** How an address names rules and countries. */
export function madeName({ ruleSet, edition }: Pick<MadeFigures, "ruleSet" | "edition">): string {
  return `${ruleSet},${edition}`;
}
