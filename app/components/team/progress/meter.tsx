import { useTexts } from "#app/i18n/texts/use-texts";

/** So many of so many, as a bar and in words: `words` where the figures alone would not say of what. */
export function Meter({ done, all, words }: { done: number; all: number; words?: string }) {
  const t = useTexts("team");
  return (
    <span className="meter">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="share-of" width="100" height="6" />
        <rect className="share-in" width={all === 0 ? 0 : Math.min(100, (done / all) * 100)} height="6" />
      </svg>
      {words ?? t("xOfY", { done, all })}
    </span>
  );
}
