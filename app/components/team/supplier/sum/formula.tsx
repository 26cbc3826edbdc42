import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { DoubtView } from "#app/views/team/supplier/explained";

/** A sentence, and after it a calculation that reads from left to right in every language. */
export function Formula({ text, math }: { text?: string; math: string }) {
  return (
    <p className="formula">
      {text !== undefined && <span>{text} </span>}
      <span className="math ltr">{math}</span>
    </p>
  );
}

/** A percent as the factor that it is: 35 as `0.35`. */
export function useFactors(): (percent: number) => string {
  const figures = useNumberFormats();
  return (percent) => figures.exact(percent / 100);
}

/** Doubts of the data that a step used, beside the step: what kind, and where to read more. */
export function Doubts({ doubts = [] }: { doubts?: readonly DoubtView[] }) {
  const { t } = useTranslation("ratings");
  // What holds for every figure alike is told once below.
  const kinds = [...new Set(doubts.map(({ kind }) => kind))].filter((kind) => kind !== "copy" && kind !== "newer");
  return kinds.map((kind) => (
    <span key={kind} className="doubt">
      {t(`page.sum.doubt.${kind}`)}
    </span>
  ));
}

/** The same doubts in the words of their sources. */
export function DoubtTexts({ doubts }: { doubts: readonly DoubtView[] }) {
  const { t } = useTranslation("ratings");
  const texts = [...new Map(doubts.map((doubt) => [doubt.text, doubt])).values()];
  if (texts.length === 0) return null;
  return (
    <Titled title={t("page.sum.doubts")}>
      <ul className="doubt-texts">
        {texts.map(({ kind, text }) => (
          <li key={text}>
            <span className="doubt">{t(`page.sum.doubt.${kind}`)}</span> <span lang="en">{text}</span>
          </li>
        ))}
      </ul>
    </Titled>
  );
}

/** A part of the workings under a small heading. */
export function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
