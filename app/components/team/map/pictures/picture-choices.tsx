import { Fragment } from "react";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { PictureView } from "#app/views/team/map/pictures";

/** What is counted, of which ratings, or between which two editions. */
export function PictureChoices({ kind, measures, made, editions }: PictureView) {
  const t = useTexts("map");
  const measure = measures?.find(({ isShown }) => isShown)?.id;
  return (
    <>
      {measures && (
        <nav aria-label={t("topics.measures")}>
          <ul className="picture-measures">
            {measures.map(({ id, href, isShown }) => (
              <li key={id}>
                <Link to={href} aria-current={isShown ? "true" : undefined}>
                  {t(`topics.measure.${id}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {made && (
        <Form method="get" action={`/map/${kind}`} className="picture-made">
          {measure !== undefined && <input type="hidden" name="of" value={measure} />}
          <label htmlFor="made">{t("made.label")}</label>
          <select id="made" name="made" defaultValue={made.value} key={made.value}>
            {made.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="button button-second">
            {t("made.apply")}
          </button>
        </Form>
      )}
      {editions && (
        <Form method="get" action={`/map/${kind}`} className="picture-made">
          {(["from", "to"] as const).map((side) => (
            <Fragment key={side}>
              <label htmlFor={side}>{t(`tiers.${side}`)}</label>
              <select id={side} name={side} defaultValue={editions[side]} key={editions[side]}>
                {editions.choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </Fragment>
          ))}
          <button type="submit" className="button button-second">
            {t("made.apply")}
          </button>
        </Form>
      )}
    </>
  );
}
