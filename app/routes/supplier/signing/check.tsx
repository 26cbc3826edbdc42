import { CheckPage } from "#app/components/supplier/signing/check-page";
import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { standBy } from "#app/services/supplier/signing/findings/stand-by";
import { showCheck } from "#app/services/supplier/signing/show-check";

export const meta = supplierPageTitle;

type Typed = Parameters<typeof showCheck>[1]["typed"];

export const loader = forOpenSession(({ ctx }, { context }) => showCheck(ctx, { typed: actionResult<Typed>(context) }));

export const action = forForm(async ({ ctx, fields }, { context }) => {
  const [finding, reason] = [fieldOf(fields, "finding"), fieldOf(fields, "reason")];
  const outcome = await standBy(ctx, { finding, reason });
  if (outcome === "not-saved") throw new Problem("not-saved");
  if (outcome === "stood" || outcome === "gone") return redirect(`${addressOf(ctx.session)}/check`);
  return showWithResult<Typed>(context, { finding, reason, error: outcome }, 422);
});

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>()} />;
}
