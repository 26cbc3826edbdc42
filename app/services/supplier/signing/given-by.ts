import type { ServiceContext } from "#app/services/context/contexts";
import { standInNames } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";

/** The questions asked whose answer somebody of the buyer gave for the supplier, with their names. */
export async function answersGiven(
  { store }: Pick<ServiceContext, "store">,
  { file, walk }: Pick<SupplierSession, "file" | "walk">,
): Promise<readonly { readonly question: string; readonly name: string }[]> {
  const found = await store.attestations.standIns(file.attestation.org, file.attestation.id);
  return found
    .filter(({ question }) => walk.asked.has(question))
    .map(({ question, standIn }) => ({ question, name: standIn.name }));
}

/** Says of a question who of the buyer answered it for the supplier, if anybody did. */
export async function givenBy(ctx: ServiceContext, session: SupplierSession, { t }: PageTexts) {
  const names = new Map((await answersGiven(ctx, session)).map(({ question, name }) => [question, name]));
  return (question: string): { readonly given?: string } => {
    const name = names.get(question);
    return name === undefined ? {} : { given: t("supplier:standIn.answer", { ...standInNames(session), name }) };
  };
}
