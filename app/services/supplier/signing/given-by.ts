import {
  type AnswerCarried,
  type AnswerGiven,
  type AnswersGiven,
  answersCarried,
  answersGiven,
} from "#app/services/answers/answers-given";
import type { ServiceContext } from "#app/services/context/contexts";
import { momentWords, standInNames } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

/** The questions asked whose answer somebody of the buyer, or a colleague, gave, with their names. */
export async function askedAndGiven(
  ctx: Pick<ServiceContext, "store">,
  { file, walk }: Pick<SupplierSession, "file" | "walk">,
): Promise<AnswersGiven> {
  const { forSupplier, byColleagues } = await answersGiven(ctx, file);
  const isAsked = ({ question }: AnswerGiven) => walk.asked.has(question);
  return { forSupplier: forSupplier.filter(isAsked), byColleagues: byColleagues.filter(isAsked) };
}

/** The questions asked whose answer was signed before and said to be still true. */
export async function askedAndCarried(
  ctx: Pick<ServiceContext, "store">,
  { file, walk }: Pick<SupplierSession, "file" | "walk">,
): Promise<readonly AnswerCarried[]> {
  return (await answersCarried(ctx, file)).filter(({ question }) => walk.asked.has(question));
}

/** Says of a question who gave its answer, if that was not the holder of the supplier's own link, and else whether it was carried. */
export async function givenBy(ctx: ServiceContext, session: SupplierSession, words: PageTexts) {
  const { forSupplier, byColleagues } = await askedAndGiven(ctx, session);
  const { campaign } = session.file;
  const carried = (await askedAndCarried(ctx, session)).map(({ question, signedAt }) => {
    const { day } = momentWords(signedAt, campaign, words);
    return [question, words.t("supplier:earlier.carried", { day })] as const;
  });
  const { t } = words;
  const sayings = new Map([
    ...carried,
    ...byColleagues.map(({ question, name }) => [question, t("supplier:colleagues.answer", { name })] as const),
    ...forSupplier.map(
      ({ question, name }) => [question, t("supplier:standIn.answer", { ...standInNames(session), name })] as const,
    ),
  ]);
  return (question: string): { readonly given?: string } => {
    const given = sayings.get(question);
    return given === undefined ? {} : { given };
  };
}
