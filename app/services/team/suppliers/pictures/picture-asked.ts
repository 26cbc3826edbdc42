import * as z from "zod";
import { type PictureKind, pictureKinds, type TopicMeasure, topicMeasures } from "#app/views/team/map/pictures";
import type { MadeFigures } from "./figures/rated-figures";

const longestMade = 200;

/** Which picture, of ratings made by which rules and countries, and what its cells count. */
export const pictureInput = z.object({
  kind: z.enum(pictureKinds),
  made: z.string().max(longestMade).default(""),
  measure: z.enum(topicMeasures).default("median"),
});
export type PictureAsked = z.output<typeof pictureInput>;

/** Reads what an address asks for; what it does not know is as if it was not there. */
export function readPictureAsked(params: URLSearchParams): Omit<PictureAsked, "kind"> {
  const measure = params.get("of");
  return {
    made: (params.get("made") ?? "").slice(0, longestMade),
    measure: topicMeasures.find((one) => one === measure) ?? "median",
  };
}

type Addressed = { readonly kind: PictureKind; readonly made?: string; readonly measure?: TopicMeasure };

/** The address of a picture; `ending`: of its file. */
export function pictureAddress({ kind, made = "", measure = "median" }: Addressed, ending = ""): string {
  const query = new URLSearchParams([
    ...(measure === "median" ? [] : [["of", measure]]),
    ...(made === "" ? [] : [["made", made]]),
  ]).toString();
  return `/map/${kind}${ending}${query === "" ? "" : `?${query}`}`;
}

/** How an address names rules and countries. */
export function madeName({ ruleSet, edition }: Pick<MadeFigures, "ruleSet" | "edition">): string {
  return `${ruleSet},${edition}`;
}
