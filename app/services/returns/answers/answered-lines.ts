import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { Signed } from "#app/services/returns/find-signed";
import { answerLines, returnedLines } from "#app/services/returns/returned-lines";
import type { AnsweredLine } from "#app/views/team/supplier/returns";
import type { NamedReturnedQuestion } from "#db/store/attestations/asked/returns";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

type Both = { readonly before: Signed; readonly after: Signed };

/** Returned questions with what was signed first and what was signed then. */
export async function answeredLines(
  ctx: TeamContext,
  { before, after }: Both,
  returned: readonly NamedReturnedQuestion[],
): Promise<{ readonly lines: readonly AnsweredLine[]; readonly isPartial: boolean }> {
  const org = ctx.organisation.id;
  const t = ctx.t(ctx.language);
  const names = new Map((await ctx.store.users.list(org)).map(({ id, name }) => [id, name]));
  const again = new Set(
    (await ctx.store.returns.questions(org, after.file.attestation.id)).map(({ question }) => question),
  );
  const { lines, isPartial } = returnedLines(ctx, before, returned);
  return {
    isPartial,
    lines: lines.map((line) => {
      const { code } = line;
      const { acceptedAt, acceptedBy = "" } = returned.find(({ question }) => question === code) ?? {};
      const at = acceptedAt && timeMoment(acceptedAt, ctx.language).text;
      return {
        ...line,
        after: afterLines(ctx, after, code),
        isSame: said(before, code) === said(after, code),
        ...(at ? { accepted: t("team:returns.accepted", { name: names.get(acceptedBy) ?? "", at }) } : {}),
        again: again.has(code),
        againHref: `/reviews/${after.file.attestation.id}/returned/${code}`,
      };
    }),
  };
}

/** Another answer may have made that a question is not asked any more. */
function afterLines(ctx: TeamContext, after: Signed, code: string) {
  const question = after.walk.asked.has(code) && after.walk.questionnaire.questions.get(code);
  return question ? answerLines(ctx, after, question) : [ctx.t(ctx.language)("team:returns.notAsked")];
}

function said({ walk }: Signed, code: string): string {
  const { value, unsure, comment } = walk.answers[code] ?? {};
  return canonicalJson([value ?? {}, unsure ?? "", comment ?? ""]);
}
