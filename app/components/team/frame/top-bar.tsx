import { Logo } from "#app/components/frame/logo";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link, NavLink } from "#app/router/api/navigation";

const entries = [
  { to: "/", key: "bar.today" },
  { to: "/suppliers", key: "bar.suppliers" },
  { to: "/campaigns", key: "bar.campaigns" },
  { to: "/reviews", key: "bar.reviews" },
  { to: "/actions", key: "bar.actions" },
  { to: "/map", key: "bar.map" },
  { to: "/reports", key: "bar.reports" },
  { to: "/questionnaires", key: "bar.questionnaires" },
] as const;

function Entries() {
  const t = useTexts("team");
  return entries.map(({ to, key }) => (
    <li key={to}>
      <NavLink to={to} end={to === "/"}>
        {t(key)}
      </NavLink>
    </li>
  ));
}

function SignOut() {
  const t = useTexts("team");
  return (
    <Form method="post" action="/logout" reloadDocument>
      <button type="submit" className="button-plain">
        {t("bar.signOut")}
      </button>
    </Form>
  );
}

/** The top of every page of a signed-in person: where they can go, for which organisation, as whom. */
export function TopBar({ organisation, person }: { organisation: string; person: string }) {
  const t = useTexts("team");
  const common = useTexts("common");
  return (
    <header className="bar wide">
      <div className="double-rule" />
      <div className="bar-row">
        <Link className="brand" to="/">
          <Logo />
          {common("product")}
        </Link>
        <nav aria-label={t("bar.main")}>
          <ul className="bar-nav">
            <Entries />
          </ul>
        </nav>
        <div className="bar-end">
          <span>
            <bdi>{organisation}</bdi> <span className="dim">{t("bar.as", { name: person })}</span>
          </span>
          <NavLink to="/settings">{t("bar.settings")}</NavLink>
          <SignOut />
        </div>
        <details className="bar-small">
          <summary>{t("bar.menu")}</summary>
          <ul className="menu-list">
            <Entries />
            <li>
              <NavLink to="/settings">{t("bar.settings")}</NavLink>
            </li>
            <li>
              <SignOut />
            </li>
          </ul>
        </details>
      </div>
    </header>
  );
}

/** The top of a page before signing in. */
export function SignedOutTopBar() {
  const common = useTexts("common");
  return (
    <header className="bar wide">
      <div className="double-rule" />
      <div className="bar-row">
        <span className="brand">
          <Logo />
          {common("product")}
        </span>
      </div>
    </header>
  );
}
