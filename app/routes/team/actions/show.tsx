import { useTranslation } from "react-i18next";
import { ActionPage } from "#app/components/team/actions/action-page";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { faultLines, typedFields } from "#app/routes/team/requests/forms/action-faults";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showAction } from "#app/services/actions/pages/show-action";
import { changeAction } from "#app/services/actions/steps/change-action";
import {
  agreeAction,
  askAction,
  dropAction,
  finishAction,
  lookAtAction,
  returnProof,
} from "#app/services/actions/steps/take-step";
import sheet from "#app/styles/actions.css?url";
import type { BuyerStep } from "#terms/actions/action-states";

export const handle = { namespaces: ["team", "actions"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: sheet }];

export const meta = teamPageTitle;

const steps = {
  asked: askAction,
  agreed: agreeAction,
  looked: lookAtAction,
  returned: returnProof,
  done: finishAction,
  dropped: dropAction,
} as const satisfies Record<BuyerStep, unknown>;

function isStep(word: string): word is BuyerStep {
  return Object.hasOwn(steps, word);
}

export const loader = forTeam((ctx, { request, params }: LoaderArgs) =>
  showAction({ ...ctx, language: teamLanguage(request) }, { id: params.id ?? "" }),
);

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const form = await request.formData();
    const id = params.id ?? "";
    const intent = String(form.get("intent") ?? "");
    const version = String(form.get("version") ?? "");
    const caller = { ...ctx, language: teamLanguage(request) };
    const back = `/actions/${encodeURIComponent(id)}`;
    if (!isStep(intent)) {
      const typed = formInput(form, changeAction.input);
      const outcome = await changeAction.submit(caller, { ...typed, id, version });
      if ("faults" in outcome) return data({ typed: typedFields(typed), faults: outcome.faults }, { status: 422 });
      return redirect(back, 303);
    }
    const text = String(form.get(`${intent}-text`) ?? "");
    const outcome = await steps[intent].submit(caller, { id, version, text });
    if ("done" in outcome) return redirect(back, 303);
    const faults = outcome.faults.map((fault) => ({ ...fault, field: `${intent}-${fault.field}` }));
    return data({ typedStep: { step: intent, text }, faults }, { status: 422 });
  },
  [...Object.keys(steps), "change"],
);

export default function Action() {
  const { t } = useTranslation(["actions", "team"]);
  const answered = useActionData<typeof action>();
  const errors = faultLines(answered?.faults ?? [], t);
  const typed = answered && "typed" in answered ? answered.typed : undefined;
  const typedStep = answered && "typedStep" in answered ? answered.typedStep : undefined;
  return <ActionPage {...useLoaderData<typeof loader>()} errors={errors} typed={typed} typedStep={typedStep} />;
}
