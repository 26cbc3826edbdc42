import { useTranslation } from "react-i18next";
import { Link } from "#app/router/navigation";

const told = [
  "not-found",
  "not-allowed",
  "sign-in-needed",
  "setup-done",
  "changed-meanwhile",
  "too-large",
  "bad-request",
  "too-often",
  "not-saved",
  "link-expired",
] as const;

export type KnownProblem = (typeof told)[number] | "unexpected";

/** The words we have for a problem code; anything else is told as unexpected. */
export function knownProblem(code: string): KnownProblem {
  return told.find((known) => known === code) ?? "unexpected";
}

/** What happened, what was kept, what to do. */
export function ProblemPage({ problem }: { problem: KnownProblem }) {
  const { t } = useTranslation("team");
  return (
    <main id="main" className="wide narrow">
      <div className="head">
        <h1>{t(`problem.${problem}.title`)}</h1>
      </div>
      <div className="flow">
        <p>{t(`problem.${problem}.text`)}</p>
        <p>
          <Link to={problem === "sign-in-needed" || problem === "setup-done" ? "/login" : "/"}>
            {t(problem === "sign-in-needed" || problem === "setup-done" ? "problem.signIn" : "problem.home")}
          </Link>
        </p>
      </div>
    </main>
  );
}
