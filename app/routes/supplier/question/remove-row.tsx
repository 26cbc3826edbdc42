import { RemoveRowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/answers.server";
import { useLoaderData } from "#app/router/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { removeRowPage } from "#app/services/supplier/rows/row-page";
import { removeRow, tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/session/supplier-session";

export const meta = titleOf;

export const loader = forOpenSession(({ ctx, session, param }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  return removeRowPage(ctx, session, place, { row: param("row"), notSaved: actionResult<true>(context) ?? false });
});

export const action = forForm(async ({ ctx, session, param }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  const outcome = await removeRow(ctx, session, place, param("row"));
  if (outcome.kind === "saved") return redirect(`${addressOf(session)}/${place.question.id}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showWithResult<true>(context, true, 507);
});

export default function RemoveRow() {
  return <RemoveRowPage view={useLoaderData<typeof loader>()} />;
}
