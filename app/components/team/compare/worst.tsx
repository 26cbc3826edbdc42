import type { ReactNode } from "react";
import { useTexts } from "#app/i18n/texts/use-texts";

/** A figure in bold where it is the worst of its row, and in words for the ear. */
export function Worst({ is, children }: { is: boolean; children: ReactNode }) {
  const t = useTexts("ratings");
  if (!is) return children;
  return (
    <strong>
      {children}
      <span className="visually-hidden"> {t("compare.worst")}</span>
    </strong>
  );
}
