import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { releaseEvidence, showKeptApart } from "#app/services/team/documents/kept-apart";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const meta = teamPageTitle;

const askedIn = ({ id = "", evidence = "" }: LoaderArgs["params"]) => ({ supplier: id, evidence });

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const shown = await showKeptApart({ ...ctx, language }, askedIn(params));
  const title = ctx.t(language)(shown.released ? "team:keptApart.titleReleased" : "team:keptApart.title");
  return { ...shown, id: params.evidence ?? "", title };
});

export const action = forTeam(async (ctx, { params }: ActionArgs) => {
  await releaseEvidence(ctx, askedIn(params));
  const [supplier, evidence] = [params.id ?? "", params.evidence ?? ""].map(encodeURIComponent);
  return redirect(`/suppliers/${supplier}/evidence/${evidence}/kept-apart`, 303);
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Facts({ name, bytes, sha256, received, reference, question, scanned }: Shown) {
  const { t } = useTranslation(["team", "ratings"]);
  const { count } = useNumberFormats();
  return (
    <dl className="facts">
      <div>
        <dt>{t("keptApart.name")}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t("keptApart.question")}</dt>
        <dd>
          {question}, <span className="mono">{reference}</span>
        </dd>
      </div>
      <div>
        <dt>{t("keptApart.received")}</dt>
        <dd>
          <time dateTime={received.iso}>{received.text}</time>. {t("keptApart.bytes", { bytes: count(bytes) })}{" "}
          {t(scanned ? "ratings:page.answers.scanned" : "ratings:page.answers.notScanned")}
        </dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd className="mono hash-line">{sha256}</dd>
      </div>
    </dl>
  );
}

/** What an administrator can do: look into it elsewhere, and say that it may be opened like all others. */
function Actions({ supplier, id }: Shown) {
  const { t } = useTranslation("team");
  const page = `/suppliers/${supplier.id}/evidence/${id}/kept-apart`;
  return (
    <>
      <section className="section flow" aria-labelledby="look">
        <h2 id="look">{t("keptApart.look")}</h2>
        <p className="note">{t("keptApart.lookText")}</p>
        <Form method="post" action={`${page}/file`} reloadDocument>
          <button type="submit" className="button button-second">
            {t("keptApart.download")}
          </button>
        </Form>
      </section>
      <section className="section flow" aria-labelledby="release">
        <h2 id="release">{t("keptApart.release")}</h2>
        <p>{t("keptApart.releaseText")}</p>
        <Form method="post" reloadDocument>
          <button type="submit" className="button button-destroys">
            {t("keptApart.releaseButton")}
          </button>
        </Form>
      </section>
    </>
  );
}

export default function KeptApart() {
  const { t } = useTranslation("team");
  const shown = useLoaderData<typeof loader>();
  const { title, supplier, why, released, mayRelease, question, id } = shown;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: `/suppliers/${supplier.id}#answer-${question}`, label: supplier.name }} />
      {why && <p className="note">{t(`keptApart.why.${why}`)}</p>}
      <Facts {...shown} />
      {released ? (
        <p className="section">
          <bdi>{t("keptApart.released", { by: released.by, at: released.at.text })}</bdi>{" "}
          <a href={`/suppliers/${supplier.id}/evidence/${id}`} download>
            {t("keptApart.get")}
          </a>
        </p>
      ) : mayRelease ? (
        <Actions {...shown} />
      ) : (
        <p className="section">{t("keptApart.askAdmin")}</p>
      )}
    </main>
  );
}
