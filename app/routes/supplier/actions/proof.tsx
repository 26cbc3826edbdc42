import { AskedActionPage } from "#app/components/supplier/actions/asked-action-page";
import { readFiles, withBodyRead } from "#app/http/multipart.server";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { expectProof, proveAction } from "#app/services/supplier/actions/prove-action";
import { showAskedAction } from "#app/services/supplier/actions/show-action";
import type { SentFiles } from "#app/services/supplier/evidence/sent-files";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import sheet from "#app/styles/supplier/attestation/actions.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: sheet }];

export const loader = forSession(({ ctx, param }, { context }) =>
  showAskedAction(ctx, { action: param("action"), sent: actionResult<SentFiles>(context) }),
);

// Whose session it is, is asked before a byte is read: nobody else's bytes reach the disk.
const receive = forSession(async ({ ctx, param }, { request, context }) => {
  const asked = param("action");
  const { most } = await expectProof(ctx, { action: asked });
  const files: SentFiles["files"][number][] = [];
  const { more } = await readFiles(request, most, async ({ name, bytes }) => {
    files.push({ name, outcome: await proveAction(ctx, { action: asked, name, bytes }) });
  });
  const isAdded = files.length > 0 && !more && files.every(({ outcome }) => outcome.kind === "added" && !outcome.again);
  if (isAdded) return redirect(`${addressOf(ctx.session)}/actions/${asked}#proof`, 303);
  return showWithResult<SentFiles>(context, { files, more }, 422);
});

export const action = (args: ActionArgs) => withBodyRead(args.request, () => receive(args));

export default function Proof() {
  return <AskedActionPage view={useLoaderData<typeof loader>()} />;
}
