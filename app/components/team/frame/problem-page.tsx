import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { KnownProblem, TypedValue } from "#app/views/team/problem";

/** What happened, what was kept, what to do, and what was typed and is kept nowhere else. */
export function ProblemPage({ problem, typed = [] }: { problem: KnownProblem; typed?: readonly TypedValue[] }) {
  const { t } = useTranslation("team");
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <div className="head">
        <h1>{t(`problem.${problem}.title`)}</h1>
      </div>
      <div className="flow">
        <p>{t(`problem.${problem}.text`)}</p>
        {typed.length > 0 && (
          <section aria-labelledby="typed">
            <h2 id="typed">{t("problem.typed")}</h2>
            <dl>
              {typed.map(({ name, value }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <div key={at}>
                  <dt>{name}</dt>
                  <dd dir="auto">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <p>
          <Link to={problem === "sign-in-needed" || problem === "setup-done" ? "/login" : "/"}>
            {t(problem === "sign-in-needed" || problem === "setup-done" ? "problem.signIn" : "problem.home")}
          </Link>
        </p>
      </div>
    </main>
  );
}
