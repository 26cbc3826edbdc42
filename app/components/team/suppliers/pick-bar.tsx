import { type RefObject, useEffect, useState } from "react";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { SuppliersPageView } from "#app/views/team/suppliers/suppliers-page";

const [fewest, most] = [2, 6];

type PickBarProps = {
  form: RefObject<HTMLFormElement | null>;
  total: number;
  /** Absent for whoever may not change suppliers. */
  marking?: SuppliersPageView["marking"];
};

/** The foot of the table: how many rows are ticked, and the button that compares them. Without script the page behind it counts. */
export function PickBar({ form, total, marking }: PickBarProps) {
  const t = useTexts("ratings");
  const words = useTexts("table");
  const figures = useNumberFormats();
  const ticked = useTicked(form);
  return (
    <div className="pick-bar">
      <button type="submit" className="button button-second">
        {t("compare.submit")}
      </button>
      {marking && (
        <button
          type="submit"
          formAction="/suppliers/mark"
          name="in"
          value={marking.query}
          className="button button-second"
        >
          {words("marks.open")}
        </button>
      )}
      <span aria-live="polite">
        {ticked === 0 ? t("compare.pickHint") : t("compare.picked", { count: ticked, total: figures.count(total) })}{" "}
        {ticked > 0 && ticked < fewest && t("compare.pickMore")}
        {ticked > most && t("compare.pickFewer")}
      </span>
      {marking && <Link to={marking.all}>{words("marks.all", { total: figures.count(total) })}</Link>}
    </div>
  );
}

/** Boxes that are ticked in a form, also those that the browser ticked when the page was come back to. */
function useTicked(form: RefObject<HTMLFormElement | null>): number {
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    const { current } = form;
    const count = () => setTicked(current?.querySelectorAll("input[name=ids]:checked").length ?? 0);
    count();
    current?.addEventListener("change", count);
    return () => current?.removeEventListener("change", count);
  }, [form]);
  return ticked;
}
