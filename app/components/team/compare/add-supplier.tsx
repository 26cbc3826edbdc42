import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ComparisonView } from "#app/views/team/suppliers/comparison";

/** Finds another supplier by a plain form; each that is found is a link that adds it. */
export function AddSupplier({ kept, find, found, more }: NonNullable<ComparisonView["adding"]>) {
  const t = useTexts("ratings");
  return (
    <section className="compared-adding" aria-labelledby="adding">
      <h2 id="adding">{t("compare.add")}</h2>
      {/* The key makes the field forget what was typed once the address says otherwise. */}
      <Form key={`${find} ${kept.map(({ value }) => value)}`} method="get" role="search" className="compared-find">
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="find-supplier">{t("compare.addHint")}</label>
          <input type="search" id="find-supplier" name="find" defaultValue={find} maxLength={200} />
        </div>
        <button type="submit" className="button button-second">
          {t("compare.find")}
        </button>
      </Form>
      {find !== "" && <Found find={find} found={found} more={more} />}
    </section>
  );
}

function Found({ find, found, more }: Omit<NonNullable<ComparisonView["adding"]>, "kept">) {
  const t = useTexts("ratings");
  if (found.length === 0)
    return (
      <p role="status">
        <bdi>{t("compare.foundNone", { find })}</bdi>
      </p>
    );
  return (
    <>
      <p role="status">{t("compare.found")}</p>
      <ul className="compared-found">
        {found.map(({ href, name, ref, place }) => (
          <li key={href}>
            <Link to={href}>
              <bdi>{name}</bdi>
            </Link>{" "}
            <span className="dim">
              <bdi>{ref}</bdi> · {place}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="dim">{t("compare.foundMore", { count: more })}</p>}
    </>
  );
}
