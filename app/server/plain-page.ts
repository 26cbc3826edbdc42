import type { Request, Response } from "express";
import * as z from "zod";
import { isProblemCode } from "#app/domain/problem";
import { defaultLanguage, findLanguage, type LanguageTag, preferredLanguage } from "#app/i18n/languages";
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
  const tag = languageOf(request);
  const t = translator(tag);
  sendPlainPage(response, status, {
    tag,
    title: t(`problems:${problem}.title`),
    text: t(`problems:${problem}.text`, { limit: value, address: value }),
  });
}

/**
 * What went wrong with a file or a button that has no page of its own, as a page: whoever followed the link reads words
 * and not what programs tell each other. @param told what the answer said for programs
 */
export function sendProblemOfFile(request: Request, response: Response, status: number, told: string): void {
  const { success, data } = toldProblem.safeParse(parsed(told));
  if (!success) {
    sendProblem(request, response, status, status < 500 ? "bad-request" : "unexpected");
    return;
  }
  const tag = languageOf(request);
  const { problem, title, paragraphs } = data;
  const t = translator(tag);
  const text = paragraphs?.join(" ") ?? t(`problems:${isProblemCode(problem) ? problem : "unexpected"}.text`);
  sendPlainPage(response, status, { tag, title, text });
}

const toldProblem = z.object({ problem: z.string(), title: z.string(), paragraphs: z.array(z.string()).optional() });

function parsed(told: string): unknown {
  try {
    return JSON.parse(told);
  } catch {
    return undefined;
  }
}

/** In whole sentences of one language: what a language lacks comes with all the rest in English. */
function languageOf(request: Request): LanguageTag {
  const asked = preferredLanguage(request.headers["accept-language"]) ?? defaultLanguage;
  return hasSupplierTexts(asked) ? asked : defaultLanguage;
}

type PlainPage = { readonly tag: LanguageTag; readonly title: string; readonly text: string };

function sendPlainPage(response: Response, status: number, { tag, ...words }: PlainPage): void {
  const title = escapeHtml(words.title);
  response.status(status).type("html").set("cache-control", "no-store");
  response.send(
    `<!DOCTYPE html><html lang="${tag}" dir="${findLanguage(tag)?.dir ?? "ltr"}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>` +
      `<body><main><h1>${title}</h1><p>${escapeHtml(words.text)}</p></main></body></html>`,
  );
}
