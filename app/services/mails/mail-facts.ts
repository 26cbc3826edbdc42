import { MailError, type MailReason } from "#app/domain/mail-error";
import { bareText } from "#app/i18n/page-text";
import type { MailData } from "#app/mail/mail-data";
import type { ServiceContext } from "#app/services/context/contexts";
import { colleagueLink, proofOf } from "#app/services/supplier/colleagues/colleague-link";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { AttestationDetails, Colleague, Mail, Return } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { isOpen, isShared } from "#terms/actions/action-states";

type Asked = { readonly questionnaire: LoadedQuestionnaire; readonly file: AttestationDetails };

/** Whom a supplier asked, as a mail to them says it. */
export function colleagueFacts(
  ctx: ServiceContext,
  { colleague, ...asked }: Asked & { readonly colleague: Colleague },
): NonNullable<MailData["colleague"]> {
  return {
    ...colleague,
    link: colleagueLink(ctx, colleague),
    proof: proofOf(ctx, colleague),
    sectionNames: (language) => {
      const words = pageTexts(ctx, asked, language);
      return colleague.sections.map((id) => `${id}. ${bareText(words.say(`section.${id}`))}`);
    },
  };
}

/** The message of a help thread that a mail tells of. @throws MailError for one that is gone */
export async function helpFacts(
  ctx: ServiceContext,
  { org, help }: Pick<Mail, "org" | "help">,
  asked: Asked,
): Promise<NonNullable<MailData["help"]>> {
  const { id: attestation } = asked.file.attestation;
  const message = help === undefined ? undefined : await ctx.store.help.get(org, help);
  if (message?.attestation !== attestation) throw gone();
  const { question: code, text } = message;
  return {
    ...{ code, text },
    title: (language) => bareText(pageTexts(ctx, asked, language).say(`${code}.short`)),
    answerAt: `${ctx.config.publicOrigin}/questions/${attestation}/${code}`,
  };
}

/** The approval that was asked for last, with the name of whoever is asked. @throws MailError where there is none any more */
export async function approvalFacts(
  { store }: Pick<ServiceContext, "store">,
  org: string,
  attestation: string,
): Promise<Pick<MailData, "approval">> {
  const approval = await store.approvals.newest(org, attestation);
  const approver = approval && (await store.colleagues.get(org, approval.colleague));
  if (!approval || !approver) throw gone();
  return { approval: { ...approval, name: approver.name } };
}

/**
 * When the first of what is asked of a supplier is due, for a mail about that. @throws MailError where nothing is asked any more
 */
export async function actionFacts(
  { store }: Pick<ServiceContext, "store">,
  { org, kind }: Pick<Mail, "org" | "kind">,
  attestation: string,
): Promise<Pick<MailData, "actionsDue">> {
  if (kind !== "actions" && kind !== "actions-due") return {};
  const actions = await store.actions.ofAttestation(org, attestation);
  const [first] = actions.filter(({ state }) => isOpen(state) && isShared(state));
  if (!first) throw gone();
  return { actionsDue: first.due };
}

/** What a mail was to tell of is there no more: no try of it will ever succeed. */
export function gone(): MailError {
  const reason: MailReason = "gone";
  return new MailError({ step: "not-offered", said: reason });
}

/** What a mail says of questions that are asked again, where it does. */
export async function askedAgainFacts(
  { store }: Pick<ServiceContext, "store">,
  { kind, org }: Pick<Mail, "kind" | "org">,
  returned: Return | undefined,
): Promise<Pick<MailData, "askedAgain">> {
  if (kind !== "asked-again" || !returned) return {};
  const { questions, dueAt, showsName, id } = returned;
  const name = showsName ? (await store.returns.get(org, id))?.name : undefined;
  return { askedAgain: { questions: questions.length, dueAt, ...(name ? { reviewer: name } : {}) } };
}
