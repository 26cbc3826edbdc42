import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { questionCounts } from "#app/services/team/drafts/versions";
import type { Campaign } from "#db/records";
import type { RecipientRow } from "#db/store";
import { answerCounts } from "#questionnaires/walk";
import { walkWithFacts } from "#scoring/facts";

/** Questions asked of one supplier so far, and answered: what is asked depends on what was answered. */
export type Progress = { readonly answered: number; readonly asked: number };

/**
 * Counts for recipients of one campaign; none for who does not see answers on North Korean labour, since more is asked where there
 * are such workers. @throws Error when the catalogue does not have what it was launched with */
export async function progressReader(
  ctx: TeamContext,
  campaign: Campaign,
): Promise<(row: RecipientRow) => Promise<Progress | undefined>> {
  if (!readsNorthKorea(ctx)) return async () => undefined;
  const questionnaire = await requireQuestionnaire(ctx, campaign);
  const rules = await requireRuleSetAndEdition(ctx, campaign);
  const { regimes, modules } = campaign;
  const least = questionCounts(questionnaire, regimes).least;
  return async ({ attestation }) => {
    const file = attestation.startedAt
      ? await ctx.store.attestations.get(ctx.organisation.id, attestation.id)
      : undefined;
    const read = file && readAsSigned(ctx, file);
    // Of a record that was changed nothing is counted; its own page says so.
    if (!read || "mismatch" in read) return { answered: 0, asked: least };
    return answerCounts(walkWithFacts({ questionnaire, answers: read.file.answers, regimes, modules, ...rules }));
  };
}
