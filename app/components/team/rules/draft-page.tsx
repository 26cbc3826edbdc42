import { useTranslation } from "react-i18next";
import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { ErrorSummary, TextArea, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { ExampleView, DraftPage as View } from "#app/views/team/rules/own-rules";
import { bands } from "#terms/bands";
import { RuleSteps } from "./rule-steps";
import { Differences, Examples } from "./rule-tables";

/** What was typed and what is wrong with it, in sentences by field. */
export type Answered = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
};

type Props = View & { title: string; answered?: Answered };

/** Other figures of a rule set, to be kept as a draft: a broken edge, because nothing is rated with it. */
export function DraftPage({ title, answered, ...page }: Props) {
  const { t } = useTranslation("rules");
  const { parent, differences, examples, kept, back, faults, part } = page;
  const errorOf = (field: string) => answered?.errors.find((one) => one.field === field)?.text;
  const field = (name: string, label: string, hint: string) => ({
    ...{ name, label, hint, value: answered?.typed[name], error: errorOf(name) },
  });
  return (
    <main id="main" tabIndex={-1} className="wide">
      <RuleSteps at="drafted" />
      <Head title={title} back={{ to: back, label: t("draft.back") }} />
      <p className="unofficial">{t("draft.lead", { parent })}</p>
      {part !== undefined && <p className="note-plain section">{t("draft.part", { part })}</p>}
      {faults.length > 0 ? (
        faults.map((fault) => (
          <p key={fault} className="note section">
            {fault}
          </p>
        ))
      ) : (
        <Form method="post" className="flow" reloadDocument>
          <ErrorSummary title={t("draft.problem")} errors={answered?.errors ?? []} />
          {kept.map(({ name, value }) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Differences parent={parent} differences={differences} />
          <section className="section">
            <h2>{t("draft.examples")}</h2>
            <p>{t("draft.examplesLead")}</p>
            <Examples
              {...{ parent, examples }}
              asked={{
                head: t("examples.expected"),
                of: ({ id, title: name, before }) => (
                  <ExpectedBand
                    {...{ id: `example.${id}`, name, error: errorOf(`example.${id}`) }}
                    value={answered?.typed[`example.${id}`] ?? before.band}
                  />
                ),
              }}
            />
          </section>
          <div className="narrow flow">
            <TextField {...field("name", t("draft.name"), t("draft.nameHint"))} maxLength={200} />
            <TextArea {...field("reason", t("draft.reason"), t("draft.reasonHint"))} dir="auto" />
            <button type="submit" className="button">
              {t("draft.save")}
            </button>
          </div>
        </Form>
      )}
    </main>
  );
}

type Expected = { id: string; name: string; value: string; error?: string };

function ExpectedBand({ id, name, value, error }: Expected) {
  const t = useTexts("rules");
  const team = useTexts("team");
  return (
    <FieldBox id={id} error={error}>
      <select
        {...{ id, name: id, defaultValue: value }}
        aria-label={t("examples.expectedOf", { title: name })}
        aria-describedby={describedBy({ id, error })}
        aria-invalid={error ? true : undefined}
      >
        {bands.map((band: ExampleView["after"]["band"]) => (
          <option key={band} value={band}>
            {team(`band.${band}`)}
          </option>
        ))}
      </select>
    </FieldBox>
  );
}
