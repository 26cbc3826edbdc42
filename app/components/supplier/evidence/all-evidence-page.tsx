import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { AllEvidenceView } from "#app/views/supplier/evidence";
import { EvidenceList } from "./evidence-field";
import { WaitingFiles } from "./waiting-files";

type Question = AllEvidenceView["questions"][number];

/** Every file, below the answer that it supports, and the answers that could have one. */
export function AllEvidencePage({ view: { frame, count, questions } }: { view: AllEvidenceView }) {
  const t = useTexts("evidence");
  const isKept = ({ files, waiting }: Question) => files.length + waiting.length > 0;
  const others = questions.filter((question) => !isKept(question));
  return (
    <Frame frame={frame}>
      <h1>{t("all.title")}</h1>
      <p className="lead">{count === 0 ? t("all.none") : t("all.lead", { count })}</p>
      {questions.filter(isKept).map((question) => (
        <section key={question.code} className="flow" aria-labelledby={`files-${question.code}`}>
          <h2 id={`files-${question.code}`}>
            <QuestionName question={question} />
          </h2>
          <EvidenceList files={question.files} removable={question.open !== undefined} />
          {question.open && <WaitingFiles files={question.waiting} drop={question.open.drop} on={question.open.href} />}
        </section>
      ))}
      {others.length > 0 && (
        <>
          <h2>{t("all.add")}</h2>
          <ul className="plain-list">
            {others.map((question) => (
              <li key={question.code}>
                <QuestionName question={question} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  );
}

/** With the way to where its files are sent, as long as there is one. */
function QuestionName({ question: { code, name, open } }: { question: Question }) {
  const words = (
    <>
      <span className="num">{code}</span> <ForeignText words={name} />
    </>
  );
  return open ? <a href={open.href}>{words}</a> : words;
}
