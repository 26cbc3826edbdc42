import { useTexts } from "#app/i18n/texts/use-texts";
import type { EvidenceMark as Mark } from "#app/views/team/suppliers/comparison";

const ring = "M7 1.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 7 1.7z";
const cross = "M4.6 4.6l4.8 4.8M9.4 4.6L4.6 9.4";

/** One disc in five fillings: empty, half, full, a core in a ring, and broken and crossed where the proof counts for nothing. */
const fillings: Readonly<Record<Mark, { edge?: string; filled?: string; crossed?: true }>> = {
  said: { edge: ring },
  attached: { edge: ring, filled: "M1.7 7a5.3 5.3 0 0 0 10.6 0z" },
  accepted: { filled: "M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1z" },
  verified: {
    edge: "M7 .9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 7 .9z",
    filled: "M7 3.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z",
  },
  rejected: { edge: ring, crossed: true },
  expired: { edge: ring, crossed: true },
};

/** How far an answer is proven, as a disc and a word. */
export function EvidenceMark({ mark }: { mark: Mark }) {
  const t = useTexts("ratings");
  const { edge, filled, crossed = false } = fillings[mark];
  return (
    <span className={crossed ? "evidence-mark evidence-void" : "evidence-mark"}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {edge !== undefined && <path className="evidence-edge" d={edge} />}
        {filled !== undefined && <path className="evidence-filled" d={filled} />}
        {crossed && <path className="evidence-cross" d={cross} />}
      </svg>
      {t(`compare.evidence.${mark}`)}
    </span>
  );
}
