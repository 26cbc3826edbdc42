import { useTexts } from "#app/i18n/texts/use-texts";
import { EvenFromLast } from "./even-from-last";
import { OneAction } from "./one-action";

type Props = {
  readonly reads: boolean;
  readonly isLast: boolean;
  readonly mayChange: boolean;
  /** What was wrong with taking it. */
  readonly error: string | undefined;
};

/** Whether somebody sees what suppliers say of North Korean labour, and the button that changes it. */
export function NorthKoreaRight({ reads, isLast, mayChange, error }: Props) {
  const t = useTexts("team");
  return (
    <section className="section flow" id="north-korea">
      <h2>{t("people.northKorea.title")}</h2>
      <p>{t(reads ? "people.northKorea.has" : "people.northKorea.hasNot")}</p>
      <p className="muted">{t("people.northKorea.what")}</p>
      {mayChange && !reads && <OneAction intent="give-north-korea" label={t("people.northKorea.give")} />}
      {mayChange && reads && (
        <OneAction
          intent="take-north-korea"
          label={t("people.northKorea.take")}
          {...(isLast && { hint: t("people.northKorea.isLast") })}
        >
          {isLast && <EvenFromLast id="evenFromLast" error={error} />}
        </OneAction>
      )}
    </section>
  );
}
