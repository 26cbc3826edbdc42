import * as z from "zod";
import { bareText } from "#app/i18n/page-text";
import { joinLabel } from "#app/i18n/writing/punctuation";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { SupplierContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { keptApartWords } from "#app/services/supplier/evidence/evidence-lines";
import { megabytes, sizeInWords } from "#app/services/supplier/evidence/files/file-sizes";
import { evidenceFileTypes } from "#app/services/supplier/evidence/files/file-type";
import { evidenceLimits, fileBytesOf } from "#app/services/supplier/evidence/limits";
import { sentErrors, sentFiles, sentNotes } from "#app/services/supplier/evidence/sent-files";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AskedActionView } from "#app/views/supplier/signing/asked-actions";
import type { NamedAction } from "#db/store";
import { proofPlace } from "#terms/actions/action-proof";
import { actionProgress, isOpen } from "#terms/actions/action-states";
import { type AnswerError, answerErrors } from "./answer-action";
import { askedAction, standingWords } from "./asked-actions";

/** An answer that could not be kept, as it was typed. */
const typedAnswer = z.object({
  fields: pageFields,
  errors: z.array(z.enum(answerErrors)).readonly().default([]),
  notSaved: z.boolean().default(false),
});
export type TypedAnswer = z.input<typeof typedAnswer>;

/** One thing that the buyer asks for, with what the supplier says of it. @throws Problem "not-found" */
export const showAskedAction = supplierUseCase({
  permission: "actions.answer",
  input: z.object({ action: recordId, typed: typedAnswer.optional(), sent: sentFiles.optional() }),
  events: [],
  async run(ctx, { action: id, typed, sent }): Promise<AskedActionView> {
    const { session } = ctx;
    const action = await askedAction(ctx, id);
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const buyer = session.file.organisation.name;
    const base = `${addressOf(session)}/actions`;
    const errors = (typed?.errors ?? []).map((error) => ({ anchor: anchorOf(error), text: errorText(error, words) }));
    const fileErrors = sent ? sentErrors(sent, words) : [];
    const title = errors.length + fileErrors.length > 0 ? t("supplier:error.title", { title: action.gap }) : action.gap;
    const said = (name: string, kept: string) => typed?.fields.get(name)?.at(-1) ?? kept;
    return {
      frame: frameOf(ctx, session, words, {
        title,
        back: { href: base, label: t("supplier:actions.back") },
        ...(isOpen(action.state) ? { form: "page" } : { from: `actions/${id}` }),
      }),
      ...{ buyer, gap: action.gap, cause: action.cause, step: action.step, harm: action.northKorea },
      ...questionWords(ctx, action, words),
      ...standingWords(ctx, action, words),
      isOpen: isOpen(action.state),
      fields: {
        ownStep: said("ownStep", action.ownStep),
        responsible: said("responsible", action.responsible),
        ownDue: said("ownDue", action.ownDue ?? ""),
        progress: actionProgress.find((one) => one === said("progress", action.progress)) ?? action.progress,
        comment: said("comment", ""),
      },
      progress: actionProgress.map((one) => ({ id: one, label: t(`supplier:actions.progressOf.${one}`) })),
      errors,
      notSaved: typed?.notSaved ?? false,
      files: await proofLines(ctx, action, words),
      fileErrors,
      fileNotes: sent ? sentNotes(sent, words, session.file) : [],
      accept: Object.values(evidenceFileTypes)
        .flatMap(({ media, extensions }) => [...extensions.map((extension) => `.${extension}`), media])
        .join(","),
      limits: {
        file: megabytes(fileBytesOf(ctx), words),
        files: evidenceLimits.files,
        all: megabytes(evidenceLimits.bytes, words),
      },
      action: `${base}/${id}`,
      proofAction: `${base}/${id}/proof`,
      said: await saidLines(ctx, action, words),
    };
  },
});

function anchorOf(error: AnswerError): string {
  if (error === "day") return "ownDue";
  return error === "progress" ? "progress.not-begun" : error === "long-comment" ? "comment" : "ownStep";
}

function errorText(error: AnswerError, { t }: PageTexts): string {
  if (error === "blank") return t("supplier:actions.blank");
  if (error === "day") return t("supplier:actions.notADay");
  if (error === "progress") return t("supplier:actions.notChosen");
  return t("supplier:error.too-long", { max: 2_000 });
}

/** The question in short, in the words that were signed. */
function questionWords({ session }: SupplierContext, { question: code }: NamedAction, words: PageTexts) {
  if (code === undefined || !session.questionnaire.questions.has(code)) return {};
  const short = words.find(`${code}.short`);
  return { question: short === undefined ? code : joinLabel(code, bareText(short), words.ui) };
}

async function proofLines(ctx: SupplierContext, { id, org, attestation }: NamedAction, words: PageTexts) {
  const documents = await ctx.store.evidence.list(org, attestation);
  return documents
    .filter(({ question, removedAt }) => question === proofPlace(id) && removedAt === undefined)
    .map((document) => {
      const { id: key, name, bytes, status, receivedAt, heldFor = "" } = document;
      const state = words.t(`evidence:state.${status}`, momentWords(receivedAt, ctx.session.file.campaign, words));
      return {
        ...{ id: key, name, state: `${sizeInWords(bytes, words)} · ${state}` },
        ...(isKeptApart(document) ? { keptApart: keptApartWords(heldFor, ctx.session.file, words) } : {}),
      };
    });
}

/** What both sides wrote, oldest first. Who of the buyer wrote is no part of it. */
async function saidLines(ctx: SupplierContext, { id, org }: NamedAction, words: PageTexts) {
  const { campaign, organisation } = ctx.session.file;
  const entries = await ctx.store.actions.entries(org, id);
  return entries
    .filter(({ text, side, step }) => text !== "" && side !== "system" && step !== "dropped")
    .map(({ text, side, at }) => {
      const known = side === "supplier" ? side : "buyer";
      const { day } = momentWords(at, campaign, words);
      return { text, by: words.t(`supplier:actions.by.${known}`, { day, buyer: organisation.name }) };
    });
}
