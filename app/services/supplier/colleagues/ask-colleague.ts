import * as z from "zod";
import { offeredLanguage } from "#app/i18n/languages";
import { isPlainAddress } from "#app/mail/sender";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { pageFields } from "#app/services/supplier/session/page-input";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Colleague } from "#db/records";
import type { NewColleague, NewMail } from "#db/store";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Fields } from "#questionnaires/reading";
import { cleanLine, cleanLines } from "#terms/texts/typed-text";
import { colleagueToken } from "./colleague-link";

/** Colleagues that are asked for one attestation at most, those who were taken back among them. */
export const mostColleagues = 20;

/** Longest name and note, in characters. */
export const askLimits = { name: 100, email: 254, note: 500 } as const;

/** The fields of the form that can be wrong. */
export const askFields = ["section", "name", "email", "asker", "note"] as const;
export type AskField = (typeof askFields)[number];

export type AskOutcome =
  | { readonly kind: "asked" }
  | { readonly kind: "errors"; readonly errors: readonly AskField[] }
  | { readonly kind: "full" | "not-saved" };

/** A name that a mail program would make a link of is somebody's lure, and nobody's name. */
const isName = (text: string) => text.length > 0 && !/@|:\/\/|www\./i.test(text);
const line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));
export const colleagueName = line(askLimits.name).refine(isName);
export const colleagueAddress = line(askLimits.email).refine(isPlainAddress);

const asked = z.object({
  name: colleagueName,
  email: colleagueAddress,
  asker: colleagueName,
  note: z.string().transform(cleanLines).pipe(z.string().max(askLimits.note)),
});

/**
 * Asks a colleague to answer sections: they get a link of their own, by mail where mails leave. The same form sent twice asks once.
 * `fields`: `section` for each that is ticked, `name`, `email`, `asker` (whoever asks), `reads` (a language), `note`, `sign` ("yes" or
 * anything else), `seen`: how many were asked when the page was shown.
 * @throws Problem for ended links, and "too-often"
 */
export const askColleague = supplierUseCase({
  permission: "colleagues.ask",
  input: z.object({ fields: pageFields }),
  events: ["colleague.asked"],
  async run(ctx, { fields }, event): Promise<AskOutcome> {
    const { file } = ctx.session;
    const wanted = new Set(fields.get("section") ?? []);
    const sections = sectionsToAsk(ctx.session).filter((id) => wanted.has(id));
    const read = asked.safeParse(Object.fromEntries(askFields.map((field) => [field, textOf(fields, field)])));
    const wrong = new Set<unknown>(read.success ? [] : read.error.issues.map(({ path }) => path[0]));
    if (sections.length === 0 || sections.length < wanted.size) wrong.add("section");
    if (!read.success || wrong.size > 0) {
      return { kind: "errors", errors: askFields.filter((field) => wrong.has(field)) };
    }
    const { org, id: attestation } = file.attestation;
    const at = ctx.clock.now();
    const { asker, ...named } = read.data;
    const language = offeredLanguage(file.campaign, textOf(fields, "reads")) ?? ctx.language;
    const maySign = textOf(fields, "sign") === "yes";
    const form = { ...read.data, sections, language, maySign, seen: textOf(fields, "seen") };
    const id = ctx.sha256(canonicalJson([attestation, form])).slice(0, 26);
    const linked = { id, generation: 1 };
    const colleague: NewColleague = {
      ...{ org, attestation, ...linked, ...named, language, sections, maySign, askedBy: asker, askedAt: at },
      linkGeneration: file.invitation.generation,
      tokenHash: ctx.links.hash(colleagueToken(ctx, linked)),
    };
    const mail = await colleagueMail(ctx, colleague);
    const outcome = await writeIfOpen(file, () =>
      ctx.store.colleagues.ask({
        colleague,
        most: mostColleagues,
        mail,
        audit: event("colleague.asked", attestation, {
          colleague: id,
          sections,
          maySign,
          isMailed: mail !== undefined,
        }),
      }),
    );
    if (outcome === "full" || outcome === "not-saved") return { kind: outcome };
    ctx.jobs.wake();
    return { kind: "asked" };
  },
});

/** The sections that somebody can be asked about: those with questions of their own, in the order people see them. */
export function sectionsToAsk({ questionnaire }: SupplierContext["session"]): readonly string[] {
  return questionnaire.sections
    .filter(({ questions }) => questions.some(({ signing }) => !signing))
    .map(({ id }) => id);
}

function textOf(fields: Fields, field: string): string {
  return fields.get(field)?.at(-1) ?? "";
}

/** The mail with their link, where mails leave; it counts against what one supplier may send in an hour. */
export async function colleagueMail(
  ctx: SupplierContext,
  { id, email: to, language }: Pick<Colleague, "id" | "email" | "language">,
): Promise<NewMail | undefined> {
  if (!(await mailsLeave(ctx))) return undefined;
  const { invitation, attestation } = ctx.session.file;
  spendOfLink(attestation.id, "mails");
  return newMail(ctx, {
    ...{ org: attestation.org, id: ctx.ids.next(), kind: "colleague", invitation: invitation.id, colleague: id },
    contact: { email: to, language },
    at: ctx.clock.now(),
  });
}
