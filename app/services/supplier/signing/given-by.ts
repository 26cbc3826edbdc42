import { type AnswerGiven, type AnswersGiven, answersGiven } from "#app/services/answers/answers-given";
import type { ServiceContext } from "#app/services/context/contexts";
import { standInNames } from "#app/services/supplier/page/frame";
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

/** Says of a question who gave its answer, if that was not the holder of the supplier's own link. */
export async function givenBy(ctx: ServiceContext, session: SupplierSession, { t }: PageTexts) {
  const { forSupplier, byColleagues } = await askedAndGiven(ctx, session);
  const sayings = new Map([
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
