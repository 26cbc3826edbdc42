import { download } from "#app/http/downloads";
import { redirect } from "#app/router/api/answers.server";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { downloadKeptApart, showKeptApart } from "#app/services/team/documents/kept-apart";

const askedIn = ({ id = "", evidence = "" }: LoaderArgs["params"]) => ({ supplier: id, evidence });

/** A link leads to the page that warns of it, and never to the file. */
export const loader = forTeam(async (ctx, { params }) => {
  const { supplier } = await showKeptApart(ctx, askedIn(params));
  return redirect(`/suppliers/${supplier.id}/evidence/${encodeURIComponent(params.evidence ?? "")}/kept-apart`);
});

export const action = forTeam(async (ctx, { params }: ActionArgs) =>
  download(await downloadKeptApart(ctx, askedIn(params))),
);
