import * as z from "zod";
import { offeredLanguage } from "#app/i18n/languages";
import { isPlainAddress } from "#app/mail/sender";
import type { SupplierContext } from "#app/services/context/contexts";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import type { NewColleague } from "#db/store";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Fields } from "#questionnaires/reading";
import { cleanLine, cleanLines } from "#terms/texts/typed-text";

/** Longest name and note, in characters. */
export const askLimits = { name: 100, email: 254, note: 500 } as const;

/** The fields of the form that can be wrong. */
export const askFields = ["section", "name", "email", "asker", "note"] as const;
export type AskField = (typeof askFields)[number];

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

type AskRead =
  | { readonly colleague: NewColleague }
  | { readonly colleague?: undefined; readonly errors: readonly AskField[] };

/**
 * Reads the form that asks a colleague. The id is made from what was typed, so that the same form is the same colleague, with the
 * same link, whether it is shown or sent.
 */
export function readAsk(ctx: SupplierContext, fields: Fields): AskRead {
  const { file } = ctx.session;
  const wanted = new Set(fields.get("section") ?? []);
  const sections = sectionsToAsk(ctx.session).filter((id) => wanted.has(id));
  const read = asked.safeParse(Object.fromEntries(askFields.map((field) => [field, textOf(fields, field)])));
  const wrong = new Set<unknown>(read.success ? [] : read.error.issues.map(({ path }) => path[0]));
  if (sections.length === 0 || sections.length < wanted.size) wrong.add("section");
  if (!read.success || wrong.size > 0) return { errors: askFields.filter((field) => wrong.has(field)) };
  const { org, id: attestation } = file.attestation;
  const { asker, ...named } = read.data;
  const language = offeredLanguage(file.campaign, textOf(fields, "reads")) ?? ctx.language;
  const maySign = textOf(fields, "sign") === "yes";
  const form = { ...read.data, sections, language, maySign, seen: textOf(fields, "seen") };
  const linked = { id: ctx.sha256(canonicalJson([attestation, form])).slice(0, 26), generation: 1 };
  const colleague: NewColleague = {
    ...{ org, attestation, ...linked, ...named, language, sections, maySign, askedBy: asker, askedAt: ctx.clock.now() },
    linkGeneration: file.invitation.generation,
    tokenHash: ctx.links.hash(colleagueToken(ctx, linked)),
  };
  return { colleague };
}

/** The sections that somebody can be asked about: those with questions of their own, in the order people see them. */
export function sectionsToAsk({ questionnaire }: SupplierContext["session"]): readonly string[] {
  return questionnaire.sections
    .filter(({ questions }) => questions.some(({ signing }) => !signing))
    .map(({ id }) => id);
}

function textOf(fields: Fields, field: string): string {
  return fields.get(field)?.at(-1) ?? "";
}
