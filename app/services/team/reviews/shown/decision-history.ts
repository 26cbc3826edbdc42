import type { TeamContext } from "#app/services/context/contexts";
import type { Decision, StoredRating } from "#db/records";
import { namesOf } from "./queue";
import { seesReasons } from "./shown-parts";

/** Why ratings were made that followed a decision, by the ids of the ratings. */
export async function decisionHistory(
  ctx: TeamContext,
  ratings: readonly StoredRating[],
): Promise<ReadonlyMap<string, string>> {
  const caused = ratings.filter(({ cause }) => cause?.kind === "decision");
  if (caused.length === 0) return new Map();
  const attestations = [...new Set(caused.map(({ attestation }) => attestation))];
  const rows = await ctx.store.reviews.decisions(ctx.organisation.id, attestations);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const names = await namesOf(ctx);
  const said = caused.map((rating): [string, string] => {
    const row = byId.get(rating.cause?.id ?? "");
    const of = byId.get(row?.of ?? "") ?? row;
    return [rating.id, row && of ? reasonWords(ctx, { row, of, names }) : ""];
  });
  return new Map(said);
}

type Said = {
  readonly row: Decision;
  /** The decision that it agrees to or takes back; itself where it is one. */
  readonly of: Decision;
  readonly names: ReadonlyMap<string, string>;
};

function reasonWords(ctx: TeamContext, { row, of, names }: Said): string {
  const t = ctx.t(ctx.language);
  // All alike: which of them are hidden would tell what they were about.
  if (!seesReasons(ctx)) return t("reviews:history.hidden");
  const nameOf = (id: string) => names.get(id) ?? t("reviews:decision.erased");
  const name = nameOf(of.user);
  if (row.step === "taken-back") return t("reviews:history.takenBack", { name: nameOf(row.user) });
  const { question, verdict } = of;
  switch (verdict) {
    case "lifted":
      return row.step === "agreed"
        ? t("reviews:history.liftedByTwo", { question, name, second: nameOf(row.user) })
        : t("reviews:history.lifted", { question, name });
    case "accepted":
    case "verified":
    case "refused":
      return t(`reviews:history.${verdict}`, { question, name });
    case "under-review":
    case "not-rebutted":
      return t(`reviews:history.${verdict}`, { name });
    default:
      return t("reviews:history.other", { name });
  }
}
