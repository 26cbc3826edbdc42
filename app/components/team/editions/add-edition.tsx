import { ErrorSummary, TextArea, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";

/** What was typed and what is wrong with it, in sentences by field. */
export type Answered = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
};

/** What people are told of an edition: where it comes from and what is uncertain about it. */
export function AddEdition({ answered }: { answered?: Answered }) {
  const t = useTexts("ratings");
  const form = useTexts("team");
  const field = (name: string, label: string, hint?: string) => ({
    ...{ name, label, hint, value: answered?.typed[name] },
    error: answered?.errors.find((one) => one.field === name)?.text,
  });
  return (
    <Form method="post" className="section flow narrow" reloadDocument>
      <h2>{t("editions.add")}</h2>
      <p className="muted">{t("editions.addText")}</p>
      <ErrorSummary title={form("form.problem")} errors={answered?.errors ?? []} />
      <TextField {...field("name", t("editions.name"), t("editions.nameHint"))} maxLength={200} />
      <TextField {...field("publisher", t("editions.publisher"))} maxLength={200} />
      <TextField {...field("year", t("editions.year"))} width="in-s" maxLength={4} />
      <TextField
        {...field("released", t("editions.released"), t("editions.releasedHint"))}
        width="in-s"
        maxLength={10}
      />
      <TextField {...field("source", t("editions.source"))} maxLength={200} />
      <TextField {...field("licence", t("editions.licence"))} maxLength={200} />
      <TextArea {...field("doubts", t("editions.doubtField"), t("editions.doubtHint"))} dir="auto" />
      <button type="submit" className="button">
        {t("editions.add")}
      </button>
    </Form>
  );
}
