import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ErrorLine } from "#app/views/error-line";
import type { ColleaguesView } from "#app/views/supplier/colleagues";
import { MaySign, SectionChoices } from "./ask-choices";
import { AskedColleagues } from "./asked-colleagues";
import { AskedMail } from "./asked-mail";

type Field = ColleaguesView["errors"][number];

/** Asking a colleague for a part of the answers, and who has what by now. */
export function ColleaguesPage({ view }: { view: ColleaguesView }) {
  const t = useSupplierTexts();
  const errors: ErrorLine[] = view.errors.map((field) => ({
    anchor: field,
    text: t(errorKeys[field], { max: view.limits.note }),
  }));
  const renewed = view.colleagues.find(({ typed }) => typed !== undefined);
  if (renewed) errors.push({ anchor: `email-${renewed.id}`, text: t("colleagues.error.email") });
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={errors} />}
      asideLabel={t("colleagues.current")}
      aside={<AskedColleagues colleagues={view.colleagues} isMailed={view.isMailed} />}
    >
      <h1>{t("colleagues.title")}</h1>
      <p className="lead">{t("colleagues.lead")}</p>
      <Asking view={view} />
    </Frame>
  );
}

const errorKeys = {
  section: "colleagues.error.section",
  name: "colleagues.error.name",
  asker: "colleagues.error.name",
  email: "colleagues.error.email",
  note: "error.too-long",
} as const satisfies Readonly<Record<Field, string>>;

function Asking({ view }: { view: ColleaguesView }) {
  const t = useSupplierTexts();
  if (view.isFull) return <p className="note">{t("colleagues.full", { max: view.most })}</p>;
  return view.mail ? <AskedMail mail={view.mail} /> : <AskForm view={view} />;
}

function AskForm({ view }: { view: ColleaguesView }) {
  const t = useSupplierTexts();
  const { values, limits } = view;
  const errorOf = (field: Field) =>
    view.errors.includes(field) ? t(errorKeys[field], { max: limits.note }) : undefined;
  return (
    <form method="post" id="page" className="flow-wide">
      <input type="hidden" name="seen" value={view.seen} />
      <SectionChoices sections={view.sections} error={errorOf("section")} />
      <Line field="name" label={t("colleagues.name")} value={values.name} most={limits.name} error={errorOf("name")} />
      <Line
        field="email"
        label={t("colleagues.email")}
        hint={t("colleagues.emailHint")}
        value={values.email}
        most={limits.email}
        error={errorOf("email")}
      />
      <FieldBox id="reads" label={t("colleagues.language")}>
        <select id="reads" name="reads" defaultValue={values.language}>
          {view.languages.map(({ tag, endonym, dir }) => (
            <option key={tag} value={tag} lang={tag} dir={dir}>
              {endonym}
            </option>
          ))}
        </select>
      </FieldBox>
      <Line
        field="asker"
        label={t("colleagues.asker")}
        value={values.asker}
        most={limits.name}
        error={errorOf("asker")}
      />
      <FieldBox
        id="note"
        label={t("colleagues.note")}
        optional={t("optional")}
        hint={t("colleagues.noteHint")}
        error={errorOf("note")}
      >
        <textarea
          id="note"
          name="note"
          rows={4}
          defaultValue={values.note}
          dir="auto"
          aria-describedby={describedBy({ id: "note", hint: t("colleagues.noteHint"), error: errorOf("note") })}
          aria-invalid={errorOf("note") !== undefined || undefined}
        />
      </FieldBox>
      <MaySign on={values.sign} supplier={view.supplier} />
      <div className="actions">
        <button type="submit" name="then" value="ask" className="button">
          {t(view.isMailed ? "colleagues.send" : "colleagues.make")}
        </button>
        {view.isMailed && (
          <button type="submit" name="then" value="show" className="button button-second">
            {t("colleagues.mail.show")}
          </button>
        )}
      </div>
    </form>
  );
}

type LineProps = {
  field: "name" | "email" | "asker";
  label: string;
  hint?: string;
  value: string;
  most: number;
  error?: string;
};

function Line({ field, label, hint, value, most, error }: LineProps) {
  const isMail = field === "email";
  return (
    <FieldBox id={field} label={label} hint={hint} error={error}>
      <input
        type="text"
        inputMode={isMail ? "email" : undefined}
        id={field}
        name={field}
        defaultValue={value}
        maxLength={most}
        dir={isMail ? "ltr" : "auto"}
        autoComplete={field === "asker" ? "name" : "off"}
        aria-describedby={describedBy({ id: field, hint, error })}
        aria-invalid={error !== undefined || undefined}
      />
    </FieldBox>
  );
}
