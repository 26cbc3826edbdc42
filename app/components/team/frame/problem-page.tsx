import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { KnownProblem } from "#app/views/team/problem";

/** What happened, what was kept, what to do. */
export function ProblemPage({ problem }: { problem: KnownProblem }) {
  const { t } = useTranslation("team");
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
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
