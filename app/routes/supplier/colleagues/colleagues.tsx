import { ColleaguesPage } from "#app/components/supplier/colleagues/colleagues-page";
import { languageCookie } from "#app/http/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { type FormFields, fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import type { SupplierContext } from "#app/services/context/contexts";
import { askColleague } from "#app/services/supplier/colleagues/ask-colleague";
import { previewColleague } from "#app/services/supplier/colleagues/asking/preview-colleague";
import { renewColleague, withdrawColleague } from "#app/services/supplier/colleagues/change-colleague";
import { showColleagues, type TypedAsk } from "#app/services/supplier/colleagues/show-colleagues";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import mail from "#app/styles/supplier/attestation/mail.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: mail }];

export const loader = forOpenSession(({ ctx }, { context }) => {
  const typed = actionResult<TypedAsk>(context);
  return showColleagues({ ...ctx, language: chosenIn(typed?.fields) ?? ctx.language }, { typed });
});

/** The language that a button of the form asks for. */
function chosenIn(fields: FormFields | undefined) {
  return fields && findLanguage(fieldOf(fields, "language"))?.tag;
}

/** The mail before it is sent, or what is wrong with the form, and the status of either. */
async function shown(ctx: SupplierContext, fields: FormFields) {
  const { mail, ...wrong } = await previewColleague(ctx, { fields });
  return mail ? { mail, status: 200 } : { ...wrong, status: 422 };
}

export const action = forForm(
  async ({ ctx, fields }, { context }) => {
    const page = `${addressOf(ctx.session)}/colleagues`;
    const colleague = fieldOf(fields, "colleague");
    const chosen = chosenIn(fields);
    if (chosen) {
      setActionResult<TypedAsk>(context, { fields, errors: [] });
      return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
    }
    switch (fieldOf(fields, "then")) {
      case "withdraw": {
        const outcome = await withdrawColleague(ctx, { colleague });
        return outcome === "not-saved" ? again({ trouble: outcome }, 507) : redirect(page);
      }
      case "renew": {
        const outcome = await renewColleague(ctx, { colleague, email: fieldOf(fields, "email") });
        if (outcome === "not-saved") return again({ trouble: outcome }, 507);
        return outcome === "errors" ? again({ renewing: colleague }, 422) : redirect(page);
      }
      case "show": {
        const { status, ...told } = await shown(ctx, fields);
        return again(told, status);
      }
      case "change":
        return again({}, 200);
      default: {
        const outcome = await askColleague(ctx, { fields });
        if (outcome.kind === "asked") return redirect(page);
        if (outcome.kind === "errors") return again({ errors: outcome.errors }, 422);
        return again({ trouble: outcome.kind }, outcome.kind === "full" ? 409 : 507);
      }
    }

    function again(wrong: Partial<Omit<TypedAsk, "fields">>, status: number) {
      return showWithResult<TypedAsk>(context, { fields, errors: [], ...wrong }, status);
    }
  },
  ["ask", "withdraw", "renew", "show", "change"],
);

export default function Colleagues() {
  return <ColleaguesPage view={useLoaderData<typeof loader>()} />;
}
