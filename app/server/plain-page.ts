import type { Request, Response } from "express";
import { defaultLanguage, findLanguage, preferredLanguage } from "#app/i18n/languages";
import { hasSupplierTexts } from "#app/i18n/texts/coverage";
import { translator } from "#app/i18n/texts/i18n.server";
import { escapeHtml } from "#app/i18n/writing/escape-html";

/** Problems found before Remix is reached; each has a title and a text in the `problems` namespace. */
export type ServerProblem =
  | "tooLarge"
  | "lengthMissing"
  | "otherSite"
  | "otherHost"
  | "tooMany"
  | "bad-request"
  | "unexpected";

/** Answers with a small page that says in the person's language what happened and what was kept. */
export function sendProblem(
  request: Request,
  response: Response,
  status: number,
  problem: ServerProblem,
  value = "",
): void {
  // In whole sentences of one language: what a language lacks comes with all the rest in English.
  const asked = preferredLanguage(request.headers["accept-language"]) ?? defaultLanguage;
  const tag = hasSupplierTexts(asked) ? asked : defaultLanguage;
  const t = translator(tag);
  const title = escapeHtml(t(`problems:${problem}.title`));
  const text = escapeHtml(t(`problems:${problem}.text`, { limit: value, address: value }));
  response.status(status).type("html").set("cache-control", "no-store");
  response.send(
    `<!DOCTYPE html><html lang="${tag}" dir="${findLanguage(tag)?.dir ?? "ltr"}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>` +
      `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`,
  );
}
