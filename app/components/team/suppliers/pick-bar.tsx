import { type RefObject, useEffect, useState } from "react";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";

const [fewest, most] = [2, 6];

/** The foot of the table: how many rows are ticked, and the button that compares them. Without script the page behind it counts. */
export function PickBar({ form, total }: { form: RefObject<HTMLFormElement | null>; total: number }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const ticked = useTicked(form);
  return (
    <div className="pick-bar">
      <button type="submit" className="button button-second">
        {t("compare.submit")}
      </button>
      <span aria-live="polite">
        {ticked === 0 ? t("compare.pickHint") : t("compare.picked", { count: ticked, total: figures.count(total) })}{" "}
        {ticked > 0 && ticked < fewest && t("compare.pickMore")}
        {ticked > most && t("compare.pickFewer")}
      </span>
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
