import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { OwnRulePage as View } from "#app/views/team/rules/own-rules";
import type { Answered } from "./draft-page";
import { RerateForm } from "./rerate-form";
import { RuleSteps } from "./rule-steps";
import { Differences, Examples } from "./rule-tables";

const steps = { draft: "read", published: "published" } as const;

type Props = View & { answered?: Answered };

/** A rule set of the organisation's own: what it changes, and what can be done with it. */
export function OwnRulePage({ answered, ...page }: Props) {
  const { t } = useTranslation("rules");
  const { title, state, parent, drafter, drafted, settled, reason, examples, fingerprint, trialAt, triedOn } = page;
  const settledBy = state === "published" ? "show.publisher" : "show.withdrawer";
  return (
    <main id="main" tabIndex={-1} className="wide">
      <RuleSteps at={state === "withdrawn" ? undefined : steps[state]} />
      <Head
        title={title}
        back={{ to: "/rules", label: t("show.back") }}
        meta={[
          t(`state.${state}`),
          t("show.from", { parent }),
          t("show.drafter", { name: drafter, at: drafted }),
          ...(settled ? [t(settledBy, { name: settled.by, at: settled.at })] : []),
        ]}
        actions={
          <Link className="button button-second" to={trialAt}>
            {t(triedOn?.name === undefined ? "show.tried" : "show.triedPart")}
          </Link>
        }
      />
      <ErrorSummary title={t("show.problem")} errors={answered?.errors ?? []} />
      <section className="section">
        <h2>{t("show.reason")}</h2>
        <p dir="auto">{reason}</p>
        {triedOn && (
          <p className="note-plain">
            {triedOn.name === undefined
              ? t("show.triedOnSome")
              : t("show.triedOn", { name: triedOn.name, suppliers: triedOn.suppliers, all: triedOn.of })}
          </p>
        )}
      </section>
      <Differences {...page} />
      <section className="section">
        <h2>{t("draft.examples")}</h2>
        <Examples parent={parent} examples={examples} />
      </section>
      <p className="small muted section">
        {t("show.fingerprint")} <code className="mono">{fingerprint}</code>
      </p>
      <Settle {...page} />
      {page.rerate && (
        <section className="section">
          <h2>{t("show.rerate")}</h2>
          <p>{t("show.rerateLead")}</p>
          <p>
            <Link to={`/what-if?rules=${encodeURIComponent(page.id)}`}>{t("show.preview")}</Link>
          </p>
          <RerateForm {...page.rerate} answered={answered} />
        </section>
      )}
    </main>
  );
}

function Settle({ isAuthor, mayPublish, mayWithdraw, fingerprint, state }: View) {
  const t = useTexts("rules");
  if (state !== "draft") return null;
  return (
    <Form method="post" className="section flow" id="publish" reloadDocument>
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <p>{isAuthor ? t("show.ownDraft") : t("show.publishLead")}</p>
      <div className="actions">
        {mayPublish && (
          <button type="submit" name="intent" value="publish" className="button">
            {t("show.publish")}
          </button>
        )}
        {mayWithdraw && (
          <button type="submit" name="intent" value="withdraw" className="button button-second">
            {t("show.withdraw")}
          </button>
        )}
      </div>
    </Form>
  );
}
