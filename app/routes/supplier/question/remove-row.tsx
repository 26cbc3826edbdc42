import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RemoveRowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/problem";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showAgain } from "#app/routes/supplier/turn";
import { removeRowPage } from "#app/services/supplier/rows/row-page";
import { removeRow, tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/sitting";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  return removeRowPage(ctx, sitting, place, { row: param("row"), notSaved: handedOn<true>(context) ?? false });
});

export const action = forForm(async ({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const outcome = await removeRow(ctx, sitting, place, param("row"));
  if (outcome.kind === "saved") return redirect(`${addressOf(sitting)}/${place.question.id}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showAgain<true>(context, true, 507);
});

export default function RemoveRow() {
  return <RemoveRowPage view={useLoaderData<typeof loader>()} />;
}
