import * as z from "zod";
import { offeredLanguages } from "#app/i18n/languages";
import { toldTime } from "#app/services/answers/measured-time";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { AskedColleagueView, AskedMailView, ColleaguesView } from "#app/views/supplier/colleagues";
import type { Colleague } from "#db/records";
import type { Fields } from "#questionnaires/reading";
import { sectionStates } from "#questionnaires/walk";
import { mostColleagues } from "./ask-colleague";
import { askFields, askLimits, sectionsToAsk } from "./asking/read-ask";
import { colleagueLink, proofOf } from "./colleague-link";
import { isEnded } from "./open-colleague-link";

/** A form that could not be sent, as it was typed, and what is wrong with it. */
const typedForm = z.object({
  fields: pageFields,
  errors: z.array(z.enum(askFields)).readonly(),
  /** The colleague whose new address is wrong; then the fields are those of their form. */
  renewing: z.string().optional(),
  /** The mail that is shown before it is sent. */
  mail: z.custom<AskedMailView>((value) => typeof value === "object" && value !== null).optional(),
  trouble: z.enum(["full", "not-saved"]).optional(),
});
export type TypedAsk = z.infer<typeof typedForm>;

/** Who has which sections and how far each is, and the form that asks one more. */
export const showColleagues = supplierUseCase({
  permission: "colleagues.ask",
  input: z.object({ typed: typedForm.optional() }),
  events: [],
  async run(ctx, { typed }): Promise<ColleaguesView> {
    const { session } = ctx;
    const renewing = typed?.renewing;
    const fields = renewing === undefined ? typed?.fields : undefined;
    const words = pageTexts(ctx, session, ctx.language);
    const { org, id } = session.file.attestation;
    const colleagues = await ctx.store.colleagues.list(org, id);
    const isFull = colleagues.length >= mostColleagues;
    const isMailed = await mailsLeave(ctx);
    const base = addressOf(session);
    const title = words.t("supplier:colleagues.title");
    const errors = typed?.errors ?? [];
    const newestAsker = colleagues.at(-1)?.askedBy ?? "";
    return {
      frame: frameOf(ctx, session, words, {
        title: errors.length > 0 || renewing !== undefined ? words.t("supplier:error.title", { title }) : title,
        back: { href: base, label: words.t("supplier:tasks.all") },
        // Without a form there is nothing typed to keep.
        ...(isFull ? { from: "colleagues" } : { form: "page" }),
      }),
      supplier: session.file.supplier.name,
      mail: typed?.mail,
      isMailed,
      isFull,
      notSaved: typed?.trouble === "not-saved",
      errors,
      limits: askLimits,
      most: mostColleagues,
      seen: colleagues.length,
      sections: await sectionViews(ctx, { words, fields, colleagues }),
      values: {
        name: typedOr(fields, "name", ""),
        email: typedOr(fields, "email", ""),
        asker: typedOr(fields, "asker", newestAsker),
        note: typedOr(fields, "note", ""),
        language: typedOr(fields, "reads", words.language),
        sign: typedOr(fields, "sign", "no") === "yes",
      },
      languages: offeredLanguages(session.file.campaign).map(({ tag, endonym, dir }) => ({ tag, endonym, dir })),
      // Whoever approves is told of where it is signed.
      colleagues: colleagues
        .filter(({ approves }) => !approves)
        .map((one) => ({
          ...colleagueView(session, words, one),
          proof: proofOf(ctx, one),
          ...(one.id === renewing ? { typed: typedOr(typed?.fields, "email", "") } : {}),
          // Where no mail leaves, whoever asked hands the link over.
          ...(isMailed || isEnded(one, session.file) ? {} : { link: colleagueLink(ctx, one) }),
        })),
    };
  },
});

function typedOr(fields: Fields | undefined, field: string, otherwise: string): string {
  return fields ? (fields.get(field)?.at(-1) ?? "") : otherwise;
}

/** What is still to be answered and nobody has stands first; the rest is at hand, for whoever wants it looked at again. */
async function sectionViews(
  ctx: SupplierContext,
  asked: { readonly words: PageTexts; readonly fields: Fields | undefined; readonly colleagues: readonly Colleague[] },
): Promise<ColleaguesView["sections"]> {
  const { session } = ctx;
  const { words, fields, colleagues } = asked;
  const ticked = new Set(fields?.get("section") ?? []);
  const offered = new Set(sectionsToAsk(session));
  const taken = new Set(colleagues.filter((one) => !isEnded(one, session.file)).flatMap(({ sections }) => sections));
  const times = await ctx.store.times.get(session.file.attestation);
  const states = sectionStates(session.walk)
    .filter(({ section, state }) => offered.has(section.id) && (state !== "nothing-to-ask" || ticked.has(section.id)))
    .map((state) => {
      const { section, answered, asked: all } = state;
      const isOpen = state.state !== "completed" && !taken.has(section.id);
      const measured = isOpen ? toldTime(times?.sections[section.id]) : undefined;
      const view = {
        code: section.id,
        name: words.say(`section.${section.id}`),
        note: words.t("supplier:tasks.answered", { done: answered, all }),
        ...(measured ? { time: words.t("supplier:tasks.time", measured) } : {}),
        on: ticked.has(section.id),
      };
      return { isOpen, view };
    });
  const viewsOf = (open: boolean) => states.filter(({ isOpen }) => isOpen === open).map(({ view }) => view);
  return { open: viewsOf(true), more: viewsOf(false) };
}

function colleagueView(
  { file, walk }: SupplierSession,
  words: PageTexts,
  colleague: Colleague,
): Omit<AskedColleagueView, "proof" | "link"> {
  const { id, name, email, sections, maySign, askedAt, openedAt, withdrawnAt, returnNote } = colleague;
  const states = sectionStates(walk).filter(({ section }) => sections.includes(section.id));
  const sum = (of: "answered" | "asked") => states.reduce((all, state) => all + state[of], 0);
  const key = returnNote !== undefined ? "givenBack" : withdrawnAt ? "takenBack" : openedAt ? "opened" : "asked";
  const day = momentWords(withdrawnAt ?? openedAt ?? askedAt, file.campaign, words).day;
  return {
    ...{ id, name, email, maySign },
    sections: states.map(({ section }) => ({ code: section.id, name: words.say(`section.${section.id}`) })),
    progress: words.t("supplier:tasks.answered", { done: sum("answered"), all: sum("asked") }),
    since: words.t(`supplier:colleagues.${key}`, { day }),
    isAsked: withdrawnAt === undefined && colleague.erasedAt === undefined,
    isOver: isEnded(colleague, file),
    ...(returnNote ? { wrote: returnNote } : {}),
  };
}
