import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { Link } from "#app/router/api/navigation";
import type { RateAgainPage as View } from "#app/views/team/rules/own-rules";
import type { Answered } from "./draft-page";
import { RerateForm } from "./rerate-form";

type Props = View & { title: string; answered?: Answered };

/** Suppliers rated again by another rule set, with another edition, or both. */
export function RateAgainPage({ title, answered, mayOrder, ...offers }: Props) {
  const { t } = useTranslation("rules");
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} back={{ to: "/rules", label: t("rerating.back") }} />
      <ErrorSummary title={t("rerating.problem")} errors={answered?.errors ?? []} />
      <section className="section flow">
        <p>{t("again.lead")}</p>
        <p>
          <Link to="/what-if">{t("show.preview")}</Link>
        </p>
        {mayOrder ? <RerateForm {...offers} answered={answered} /> : <p className="note">{t("again.notAllowed")}</p>}
      </section>
    </main>
  );
}
