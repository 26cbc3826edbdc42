import { TextArea } from "#app/components/team/forms/field";
import { DecisionItem } from "#app/components/team/reviews/decision-lines";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { LinkChoice } from "#app/views/team/reviews/review";
import type { Decider, Typed } from "#app/views/team/reviews/review-page";
import { SecondPerson } from "./second-person";

type LinksProps = {
  links: readonly LinkChoice[];
  people: readonly Decider[];
  second: readonly string[];
  mayDecide: boolean;
  typed?: Typed;
};

/** Links to laws that the answers declare, and what somebody says of each in their name. */
export function Links({ links, people, second, mayDecide, typed }: LinksProps) {
  const t = useTexts("reviews");
  const ratings = useTexts("ratings");
  if (links.length === 0) return null;
  return (
    <section className="section flow" aria-labelledby="links">
      <h2 id="links">{t("links.title")}</h2>
      <p className="muted">{t("links.text")}</p>
      {links.map(({ regime, name, status, decision }) => (
        <details key={regime} className="review-link" open={typed !== undefined}>
          <summary>
            <bdi>{name}</bdi>: <strong>{ratings(`status.${status}`)}</strong>
          </summary>
          <div className="disclosed flow">
            {decision && (
              <ul className="decisions">
                <DecisionItem decision={decision} isOpen={mayDecide} />
              </ul>
            )}
            {mayDecide && decision?.state !== "waits" && (
              <Form method="post" className="flow" reloadDocument>
                <input type="hidden" name="regime" value={regime} />
                <fieldset>
                  <legend>{t("links.say", { name })}</legend>
                  <div className="judge-choices">
                    {(["under-review", "not-rebutted"] as const).map((verdict) => (
                      <label key={verdict}>
                        <input type="radio" name="verdict" value={verdict} required />
                        <span>{t(`links.${verdict}`)}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
                <TextArea
                  name={`link-reason-${regime}`}
                  label={t("decide.reason")}
                  value={typed?.values.reason}
                  error={typed?.errors.reason}
                  rows={2}
                  dir="auto"
                />
                {second.length > 0 && (
                  <SecondPerson
                    name={`link-second-${regime}`}
                    people={people}
                    value={typed?.values.second}
                    error={typed?.errors.second}
                  />
                )}
                <p className="small">{t(second.length > 0 ? "decide.two" : "decide.alone")}</p>
                <button type="submit" name="intent" value="link" className="button button-second">
                  {t("links.submit")}
                </button>
              </Form>
            )}
          </div>
        </details>
      ))}
    </section>
  );
}
