import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { teamLanguageOf } from "#app/http/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { decidedLanguage, PageLanguageContext } from "#app/page/language";
import { NonceContext } from "#app/page/nonce";
import { isPlain } from "#app/page/route-handle";

function pageLanguage(request: Request, { staticHandlerContext }: EntryContext) {
  const decided = decidedLanguage(staticHandlerContext.loaderData, staticHandlerContext.errors);
  if (decided) return decided;
  const chosen: unknown = staticHandlerContext.loaderData.root?.language;
  return findLanguage(typeof chosen === "string" ? chosen : undefined)?.tag ?? teamLanguageOf(request);
}

function handlesOf({ staticHandlerContext, routeModules }: EntryContext): readonly unknown[] {
  return staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle);
}

/** Milliseconds. Remix keeps all that a page was made from for so long, in case some of it came late; none of ours does. */
export const streamTimeout = 100;

/**
 * Draws a page as one string. Loaders have settled everything before, so nothing on a page waits; a stream would write each
 * tag and attribute by itself, which for a table takes as long as drawing it. What no script takes over needs no marks for one.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce }: AppLoadContext,
) {
  const language = pageLanguage(request, remix);
  // Given the data, Remix would put it behind a Suspense that only a stream can wait for.
  const draw = isPlain(handlesOf(remix)) ? renderToStaticMarkup : renderToString;
  const page = draw(
    <NonceContext.Provider value={cspNonce}>
      <PageLanguageContext.Provider value={language}>
        <I18nextProvider i18n={i18nFor(language)}>
          <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} nonce={cspNonce} />
        </I18nextProvider>
      </PageLanguageContext.Provider>
    </NonceContext.Provider>,
  );
  const data = remix.renderMeta?.didRenderScripts ? await handedOver(remix, cspNonce) : "";
  headers.set("content-type", "text/html; charset=utf-8");
  // As bytes: a text would be gone through once more for halves of characters.
  return new Response(Buffer.from(`<!DOCTYPE html>${page}${data}`), { status, headers });
}

const inScript: Readonly<Record<string, string>> = {
  "&": "\\u0026",
  "<": "\\u003c",
  ">": "\\u003e",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** What the browser takes a page over with, as the scripts that Remix's stream would send. */
async function handedOver({ serverHandoffStream }: EntryContext, nonce: string): Promise<string> {
  const data = await new Response(serverHandoffStream).text();
  const words = JSON.stringify(data).replace(/[&<>\u2028\u2029]/g, (character) => inScript[character] ?? "");
  const controller = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${controller}.enqueue(${words});${controller}.close();</script>`;
}

/** Logs what went wrong in a loader, an action or a component; a page that is not there is no fault of ours. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { log } = (context as AppLoadContext).context;
  log.error({ err: error, method: request.method, url: new URL(request.url).pathname }, "a page failed");
};
