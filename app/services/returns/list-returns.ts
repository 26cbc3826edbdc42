import * as z from "zod";
import { formatDue, timeMoment } from "#app/i18n/dates/moments";
import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { onNorthKorea } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import type { OpenReturn } from "#db/store/attestations/asked/returns";
import { mayReadQuestion, seesAllReturned } from "./find-signed";

/** Lines of one list: more than a team works on at once. */
const mostLines = 200;
/** Returns that are looked through for whoever does not see all of them. */
const mostLooked = 1_000;

/** What was returned: first what was answered again and is not looked at in full, then what waits for suppliers, by its due date. */
export const listReturns = teamUseCase({
  permission: "attestations.return",
  // An address without a campaign says an empty one.
  input: z.object({ campaign: recordId.optional().transform((campaign) => campaign || undefined) }),
  events: [],
  async run(ctx, { campaign }) {
    const answered = await linesOf(ctx, "answered", campaign);
    const waiting = await linesOf(ctx, "waiting", campaign);
    const isCut = answered.length > mostLines || waiting.length > mostLines;
    return {
      answered: answered.slice(0, mostLines),
      waiting: waiting.slice(0, mostLines),
      cutAt: isCut ? mostLines : undefined,
    };
  },
});

/** One line more than are shown, where there are more of those that may be seen. */
async function linesOf(ctx: TeamContext, state: "waiting" | "answered", campaign: string | undefined) {
  const most = seesAllReturned(ctx) ? mostLines + 1 : mostLooked;
  const found = await ctx.store.returns.open(ctx.organisation.id, { state, campaign, most });
  const language = languageWithAllTexts(ctx.language);
  const readable = await Promise.all(found.map((one) => readableOf(ctx, one)));
  const shown = found.filter((_, at) => (readable[at] ?? 0) > 0);
  return shown.map(
    ({ id, attestation, supplier, reference, dueAt, answeredAt, startedAt, questions, zone, name = "" }) => ({
      ...{ id, supplier, reference, name },
      href: `/reviews/${attestation}/returned`,
      ...(seesAllReturned(ctx) ? { count: questions.length } : {}),
      due: formatDue(dueAt, zone, language),
      isLate: !answeredAt && dueAt < ctx.clock.now(),
      answered: answeredAt && timeMoment(answeredAt, ctx.language).text,
      started: startedAt && timeMoment(startedAt, ctx.language).text,
    }),
  );
}

/** How many questions of a return may be seen here: one of which none may is not listed. */
async function readableOf(ctx: TeamContext, { questions, questionnaire: id, version }: OpenReturn): Promise<number> {
  const asked = { org: ctx.organisation.id, questionnaire: id, version };
  const questionnaire = await requireQuestionnaire(ctx, asked);
  const known = questions.map((code) => questionnaire.questions.get(code)).filter((one) => one !== undefined);
  const northKorea = await onNorthKorea(ctx, ctx.organisation.id, questionnaire);
  return known.filter((question) => mayReadQuestion(ctx, northKorea, question)).length;
}
