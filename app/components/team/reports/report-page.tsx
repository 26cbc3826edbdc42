import { useTranslation } from "react-i18next";
import { SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { ReportPageView } from "#app/views/team/reports/report";
import { Benchmark } from "./benchmark";
import { ReportParts } from "./report-parts";

/** The figures of one report, and what its law asks that nobody can count. */
export function ReportPage(page: ReportPageView) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  useTranslation("reports");
  const { title, report, benchmark, files } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} meta={[report.made]} actions={files !== undefined && <Files query={files} />} />
      <Choice {...page} />
      <section className="section">
        <h2>{report.title}</h2>
        <p className="report-text">{report.law}</p>
        {report.notes.map((note) => (
          <p key={note} className="report-text small dim">
            {note}
          </p>
        ))}
        <ReportParts parts={report.parts} />
      </section>
      <Benchmark {...benchmark} />
    </main>
  );
}

function Files({ query }: { query: string }) {
  const t = useTexts("reports");
  return (["docx", "pdf", "csv"] as const).map((kind) => (
    <a key={kind} className="button button-second" href={`/reports.${kind}?${query}`} download>
      {t(kind)}
    </a>
  ));
}

function Choice({ query, choices, reports }: ReportPageView) {
  const t = useTexts("reports");
  return (
    <Form method="get" key={JSON.stringify(query)}>
      <div className="report-choice">
        <SelectField
          name="report"
          label={t("form.report")}
          value={query.report}
          choices={reports.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SelectField
          name="campaign"
          label={t("form.campaign")}
          value={query.campaign}
          choices={[
            { value: "", label: t("form.everyCampaign") },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField name="from" type="date" label={t("form.from")} value={query.from} />
        <TextField name="until" type="date" label={t("form.until")} value={query.until} />
        <button type="submit" className="button button-second">
          {t("form.show")}
        </button>
      </div>
      <p className="small dim">{t("form.hint")}</p>
    </Form>
  );
}
