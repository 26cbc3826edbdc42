import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Frame } from "#app/components/supplier/frame/frame";
import { teamLanguageOf } from "#app/http/language-cookie";
import { defaultLanguage, findLanguage } from "#app/i18n/languages";
import { usePageLanguage } from "#app/page/language";
import { useNonce } from "#app/page/nonce";
import { isPlain, namespacesOf } from "#app/page/route-handle";
import icon from "#app/styles/icon.svg?raw";
import supplier from "#app/styles/supplier.css?url";

// Within the page: a request of its own costs a slow line more than the picture does.
const iconHref = `data:image/svg+xml,${encodeURIComponent(icon)}`;
export const links: LinksFunction = () => [{ rel: "icon", href: iconHref, type: "image/svg+xml" }];

/** Pages of suppliers say themselves which language they are in; all others are the team's. */
export function loader({ request }: LoaderFunctionArgs) {
  return { language: teamLanguageOf(request) };
}

/**
 * The document round every page and every error. Plain routes get no framework script at all, and errors neither: what they
 * say belongs to no route, so the browser would not have its words.
 */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const decided = usePageLanguage();
  const language = findLanguage(decided ?? data?.language ?? defaultLanguage);
  const handles = useMatches().map((match) => match.handle);
  const nonce = useNonce();
  const error = useRouteError();
  const failed = error !== undefined && error !== null;
  return (
    <html lang={language?.tag} dir={language?.dir} data-namespaces={namespacesOf(handles).join(" ")}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failed ? <FaultTitle error={error} /> : <Meta />}
        <Links />
        {failed && <link rel="stylesheet" href={supplier} />}
      </head>
      <body>
        {children}
        {!isPlain(handles) && !failed && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** What happened where no page of ours could say it: an address that leads nowhere, or a fault of ours. */
export function ErrorBoundary() {
  const { title, text } = useFault(useRouteError());
  return (
    <Frame frame={{ language: defaultLanguage, chosen: defaultLanguage, title, buyer: "" }}>
      <h1>{title}</h1>
      <p>{text}</p>
    </Frame>
  );
}

function FaultTitle({ error }: { error: unknown }) {
  return <title>{`${useFault(error).title} – Avow`}</title>;
}

function useFault(error: unknown): { title: string; text: string } {
  const { t } = useTranslation("problems");
  const fault = isRouteErrorResponse(error) && error.status === 404 ? "notFound" : "unexpected";
  return { title: t(`${fault}.title`), text: t(`${fault}.text`) };
}
