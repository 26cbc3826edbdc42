import { type AnswerGiven, answersGiven } from "#app/services/answers/answers-given";
import type { ServiceContext } from "#app/services/context/contexts";
import { standInNames } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

/** The questions asked whose answer somebody of the buyer gave for the supplier, with their names. */
export async function askedAndGiven(
  ctx: Pick<ServiceContext, "store">,
  { file, walk }: Pick<SupplierSession, "file" | "walk">,
): Promise<readonly AnswerGiven[]> {
  return (await answersGiven(ctx, file)).filter(({ question }) => walk.asked.has(question));
}

/** Says of a question who of the buyer answered it for the supplier, if anybody did. */
export async function givenBy(ctx: ServiceContext, session: SupplierSession, { t }: PageTexts) {
  const names = new Map((await askedAndGiven(ctx, session)).map(({ question, name }) => [question, name]));
  return (question: string): { readonly given?: string } => {
    const name = names.get(question);
    return name === undefined ? {} : { given: t("supplier:standIn.answer", { ...standInNames(session), name }) };
  };
}
