import { expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { dueParts } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { asked } from "./version-2/asked";

test.each([
  ["before it", "2030-12-21T07:15:00Z"],
  ["on the day before", "2025-01-02T07:15:00Z"],
  ["long after it", "2020-02-29T23:15:00Z"],
])(
  "the day has a line of its own: what comes behind it begins with no comma, %s, in every language",
  async (_, dueAt) => {
    const { open } = await asked();
    const ctx = await open();
    for (const { tag } of languages) {
      const words = pageTexts(ctx, ctx.session, tag);
      const { before, day, after } = dueParts(ctx, { dueAt: new Date(dueAt), zone: "Europe/Berlin" }, words);
      expect([tag, /^\s*[\p{L}\p{N}\p{Ps}]/u.test(after), /\p{N}/u.test(day)]).toEqual([tag, true, true]);
      expect(before + day + after).not.toMatch(/[<>]/);
    }
  },
);
