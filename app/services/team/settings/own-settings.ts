import * as z from "zod";
import { findLanguage, languages } from "#app/i18n/languages";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { backupView } from "#app/services/installation/backup-age";

/** Who is signed in, what they read in, and which settings are open to them. */
export const showSettings = teamUseCase({
  permission: "own-settings.choose",
  input: noInput,
  events: [],
  run: async (ctx) => ({
    backup: await backupView(ctx),
    language: ctx.language,
    languages: languages.map(({ tag, endonym }) => ({ tag, endonym })),
    mails: ctx.may("mails.read"),
    people: ctx.may("people.read"),
    api: ctx.may("api-keys.manage"),
    trail: ctx.may("trail.read"),
    persons: ctx.may("persons.read"),
    documents: ctx.may("documents.rules"),
    retention: ctx.may("retention.read"),
    organisation: ctx.organisation.name,
    person: { name: ctx.user.name, email: ctx.user.email, role: ctx.user.role },
  }),
});

/** Which language somebody wants to read in. Their browser keeps the choice, so nothing is written and no event left. */
export const chooseLanguage = teamUseCase({
  permission: "own-settings.choose",
  input: z.object({
    language: z.string().transform((tag, at) => {
      const known = findLanguage(tag)?.tag;
      if (known) return known;
      at.addIssue({ code: "custom", message: "not-valid" });
      return z.NEVER;
    }),
  }),
  events: [],
  run: (_ctx, { language }) => ({ language }),
});
