import { answerInWords } from "#app/services/answers/answer-words";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { mayAnswer, mayRead } from "#app/services/supplier/colleagues/own-sections";
import { readEarlier } from "#app/services/supplier/earlier/find-earlier";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { linesOf } from "#app/services/supplier/question/answer-lines";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { AgainQuestionView, AgainView } from "#app/views/supplier/question/again";
import type { AttestationDetails, Return } from "#db/records";
import { openQuestions } from "#questionnaires/walk";

type Of = Pick<AttestationDetails, "attestation" | "organisation" | "campaign">;

/** Who asks again and when: by name only where the buyer said so. */
export async function askedAgainBy(
  { store }: Pick<ServiceContext, "store">,
  { attestation, organisation, campaign }: Of,
  { id, showsName, sentAt }: Return,
  words: Pick<PageTexts, "t" | "ui">,
): Promise<string> {
  const name = showsName ? (await store.returns.get(attestation.org, id))?.name : undefined;
  const all = { buyer: organisation.name, day: momentWords(sentAt, campaign, words).day };
  return name ? words.t("supplier:again.by", { ...all, name }) : words.t("supplier:again.byReviewer", all);
}

/** What is asked again and may be read in this session, with the answer that was signed and the new one. */
async function againQuestions(
  ctx: SupplierContext,
  returned: Return,
  words: PageTexts,
): Promise<readonly AgainQuestionView[]> {
  const { session } = ctx;
  const { file, walk, questionnaire } = session;
  const { org } = file.attestation;
  const by = await askedAgainBy(ctx, file, returned, words);
  const signed = await ctx.store.attestations.get(org, returned.attestation);
  const before = signed && (await readEarlier(ctx, signed, "buyer"));
  const all = await ctx.store.returns.questions(org, returned.attestation);
  const comments = new Map(
    all.filter((one) => one.return === returned.id).map(({ question, comment }) => [question, comment]),
  );
  return returned.questions.flatMap((code): readonly AgainQuestionView[] => {
    const question = questionnaire.questions.get(code);
    const comment = comments.get(code);
    if (!question || comment === undefined || !walk.asked.has(code) || !mayRead(session, code)) return [];
    const then = before?.walk.questionnaire.questions.get(code);
    const isGiven = walk.stateOf(code) === "answered";
    return [
      {
        ...{ code, comment, by },
        name: words.say(`${code}.short`),
        ...(before && then
          ? {
              signed: words.t("supplier:again.signed", { day: momentWords(before.signedAt, file.campaign, words).day }),
              before: linesOf(answerInWords(before.walk, then, words), words),
            }
          : {}),
        ...(isGiven ? { after: linesOf(answerInWords(walk, question, words), words) } : {}),
        ...(mayAnswer(session, code) ? { href: `${addressOf(session)}/${code}` } : {}),
      },
    ];
  });
}

/** What the list of tasks says where what was signed is asked about again; undefined where it is not. */
export async function againOnTasks(ctx: SupplierContext, words: PageTexts): Promise<AgainView | undefined> {
  const { session } = ctx;
  const { returned, organisation } = session.file;
  if (!returned) return undefined;
  const reference = await referenceOf(ctx, session, returned);
  const also = openQuestions(session.walk).filter(
    ({ id }) => !returned.questions.includes(id) && mayAnswer(session, id),
  );
  return {
    title: words.t("supplier:again.title", { buyer: organisation.name, count: returned.questions.length }),
    questions: await againQuestions(ctx, returned, words),
    also: also.map(({ id }) => ({
      code: id,
      name: words.say(`${id}.short`),
      href: `${addressOf(session)}/${id}`,
    })),
    ...(reference ? { kept: words.t("supplier:again.kept", { reference }) } : {}),
  };
}

/** The same of one question, on its page. */
export async function againOn(
  ctx: SupplierContext,
  code: string,
  words: PageTexts,
): Promise<AgainQuestionView | undefined> {
  const { returned } = ctx.session.file;
  if (!returned?.questions.includes(code)) return undefined;
  return (await againQuestions(ctx, returned, words)).find((one) => one.code === code);
}

/** The reference of what was signed first. */
export async function referenceOf(
  { store }: Pick<ServiceContext, "store">,
  { file }: Pick<SupplierSession, "file">,
  { attestation }: Return,
): Promise<string | undefined> {
  return (await store.attestations.get(file.attestation.org, attestation))?.attestation.reference;
}
