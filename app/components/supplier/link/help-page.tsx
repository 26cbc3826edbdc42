import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { FrameView } from "#app/views/supplier/frame";

const topics = ["help", "save", "accessibility", "privacy"] as const;

/** How to get help, and what happens to what is typed. */
export function HelpPage({ frame }: { frame: FrameView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={frame}>
      <h1>{t("help.title")}</h1>
      {topics.map((topic) => (
        <section key={topic} className="flow" id={topic} aria-labelledby={`${topic}-title`}>
          <h2 id={`${topic}-title`}>{t(`help.${topic}`)}</h2>
          <p>{t(`help.${topic}Text`)}</p>
        </section>
      ))}
    </Frame>
  );
}
