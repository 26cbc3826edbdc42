import { Frame } from "#app/components/team/frame/frame";
import { ProblemPage } from "#app/components/team/frame/problem-page";
import { TopBar } from "#app/components/team/frame/top-bar";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { LinksFunction, LoaderArgs } from "#app/router/api/route-types";
import { findTeamContext, topBarOf } from "#app/routes/team/requests/team-requests";
import base from "#app/styles/base.css?url";
import team from "#app/styles/team.css?url";
import tokens from "#app/styles/tokens.css?url";

export const handle = { namespaces: ["team"] } satisfies RouteHandle;

export const links: LinksFunction = () => [tokens, base, team].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

/** Every address that leads nowhere. Who is signed in stays in their frame; anybody else is told by the root, without it. */
export async function loader({ request, context }: LoaderArgs) {
  // Nobody is sent to sign in for a page that is not there.
  const ctx = await findTeamContext(request, context.context);
  if (!ctx) throw new Response(null, { status: 404 });
  const language = teamLanguage(request);
  return data(
    {
      language,
      title: ctx.t(language)("team:problem.not-found.title"),
      bar: topBarOf(ctx),
    },
    { status: 404 },
  );
}

/** A form sent to nowhere changes nothing. */
export function action(): never {
  throw new Response(null, { status: 404 });
}

export default function Missing() {
  const { language, bar } = useLoaderData<typeof loader>();
  return (
    <Frame language={language} bar={<TopBar {...bar} />}>
      <ProblemPage problem="not-found" />
    </Frame>
  );
}
