import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { i18nFor } from "#app/i18n/i18n.server";
import { languageOf } from "#app/i18n/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { decidedLanguage, PageLanguageContext } from "#app/page/language";
import { NonceContext } from "#app/page/nonce";
import { isPlain } from "#app/page/route-handle";

const abortAfterMs = 5000;

function pageLanguage(request: Request, { staticHandlerContext }: EntryContext) {
  const decided = decidedLanguage(staticHandlerContext.loaderData, staticHandlerContext.errors);
  if (decided) return decided;
  const chosen: unknown = staticHandlerContext.loaderData.root?.language;
  return findLanguage(typeof chosen === "string" ? chosen : undefined)?.tag ?? languageOf(request);
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, context }: AppLoadContext,
) {
  const language = pageLanguage(request, remix);
  const page = (
    <NonceContext.Provider value={cspNonce}>
      <PageLanguageContext.Provider value={language}>
        <I18nextProvider i18n={i18nFor(language)}>
          <RemixServer context={remix} url={request.url} abortDelay={abortAfterMs} nonce={cspNonce} />
        </I18nextProvider>
      </PageLanguageContext.Provider>
    </NonceContext.Provider>
  );
  headers.set("content-type", "text/html; charset=utf-8");
  const handles = remix.staticHandlerContext.matches.map(({ route }) => remix.routeModules[route.id]?.handle);
  // Nothing on a plain page waits, and one string is quicker to make than a stream.
  if (isPlain(handles)) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });
  return streamed(page, { status, headers, nonce: cspNonce, request, log: context.log });
}

type Streaming = {
  status: number;
  headers: Headers;
  nonce: string;
  request: Request;
  log: AppLoadContext["context"]["log"];
};

function streamed(page: React.ReactElement, { status, headers, nonce, request, log }: Streaming): Promise<Response> {
  return new Promise((resolve, reject) => {
    let started = false;
    const send = () => {
      started = true;
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    };
    // A robot reads no late chunks, so it waits for the whole page.
    const whole = isbot(request.headers.get("user-agent"));
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      ...(whole ? { onAllReady: send } : { onShellReady: send }),
      onShellError: reject,
      onError(error) {
        if (started) log.error({ err: error }, "part of a page could not be drawn");
      },
    });
    setTimeout(abort, abortAfterMs + 1000).unref();
  });
}

/** Logs what went wrong in a loader, an action or a component; a page that is not there is no fault of ours. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { log } = (context as AppLoadContext).context;
  log.error({ err: error, method: request.method, url: new URL(request.url).pathname }, "a page failed");
};
