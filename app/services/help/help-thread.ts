import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { timeMoment } from "#app/i18n/dates/moments";
import { bareText } from "#app/i18n/page-text";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { hiddenQuestions } from "#app/services/north-korea/north-korea";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { findLinkProblem } from "#app/services/supplier/link/link";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import type { HelpLine } from "#app/views/team/help";
import type { AttestationDetails, Contact } from "#db/records";
import type { NamedHelpMessage } from "#db/store";

/** Which thread: that of an attestation about one question. */
export const threadInput = z.object({ attestation: recordId, question: recordId });

export type HelpThread = { readonly file: AttestationDetails; readonly messages: readonly NamedHelpMessage[] };

/** What a supplier asked about a question, and what was answered. @throws Problem "not-found" where nothing was asked, or the reader may not see it */
export async function findThread(
  ctx: TeamContext,
  { attestation, question }: z.output<typeof threadInput>,
): Promise<HelpThread> {
  const org = ctx.organisation.id;
  const file = await ctx.store.attestations.get(org, attestation);
  const messages = await ctx.store.help.messages(org, attestation, question);
  if (!file || messages.length === 0) throw new Problem("not-found");
  const isHidden = await hiddenQuestions(ctx, file.attestation);
  if (isHidden(question)) throw new Problem("not-found");
  return { file, messages };
}

/** Somebody who asked, and gets the answer by mail; `colleague`: id of the colleague, where it is one. */
export type Asker = { readonly contact: Pick<Contact, "email" | "language">; readonly colleague?: string };

/** Those who asked what nobody answered yet and whose links still open, each once, with what each reads. */
export async function askersOf(
  ctx: Pick<ServiceContext, "store" | "clock">,
  { file, messages }: HelpThread,
): Promise<readonly Asker[]> {
  if (findLinkProblem(file, ctx.clock.now())) return [];
  const waiting = messages.filter(({ side, answeredAt }) => side === "supplier" && answeredAt === undefined);
  const byWriter = new Map(waiting.map((message) => [message.colleague ?? "", message.language]));
  const askers: Asker[] = [];
  for (const [id, language] of byWriter) {
    const colleague = id === "" ? undefined : await ctx.store.colleagues.get(file.attestation.org, id);
    if (id === "" && !file.contact.erasedAt) askers.push({ contact: { email: file.contact.email, language } });
    if (colleague && !isEnded(colleague, file))
      askers.push({ contact: { email: colleague.email, language }, colleague: id });
  }
  return askers;
}

/** A message as the people of the buyer read it. */
export function helpLine(ctx: TeamContext, { side, name, at, text }: NamedHelpMessage): HelpLine {
  const t = ctx.t(ctx.language);
  const time = timeMoment(at, ctx.language).text;
  const isAnswer = side === "buyer";
  if (isAnswer) return { isAnswer, text, by: t("team:help.answered", { name: name ?? "", time }) };
  const by = name === undefined ? t("team:help.asked", { time }) : t("team:help.askedBy", { name, time });
  return { isAnswer, text, by };
}

/** The question in short, in the words of the version that was sent; its code where it has none. */
export async function questionName(ctx: TeamContext, file: AttestationDetails, code: string): Promise<string> {
  const questionnaire = await requireQuestionnaire(ctx, file.attestation);
  const short = pageTexts(ctx, { questionnaire, file }, ctx.language).find(`${code}.short`);
  return short === undefined ? code : bareText(short);
}
