import { Icon } from "#app/components/frame/icon";
import { AskedAgain } from "#app/components/supplier/again/asked-again";
import { DueWords } from "#app/components/supplier/frame/due-words";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { TasksView, TaskView } from "#app/views/supplier/tasks";
import { ApprovalOnTasks } from "./approval-on-tasks";
import { TaskMark, TaskProgress } from "./task-progress";

/** The sections in any order, how far each is, and one button that goes on where it stopped. */
export function TasksPage({ view }: { view: TasksView }) {
  const t = useSupplierTexts();
  const files = useTexts("evidence");
  const { groups, open, finish, base, due, approval, again } = view;
  const next = open
    ? { label: t("tasks.continue", { code: open.code }), href: open.href }
    : (approval?.way ?? { label: t("tasks.check"), href: finish.href });
  return (
    <Frame
      frame={view.frame}
      asideLabel={t("tasks.also")}
      aside={
        <>
          <h2>{t("tasks.also")}</h2>
          <ul className="plain-list">
            {view.earlier && (
              <li>
                <a href={view.earlier}>{t("earlier.title")}</a>
              </li>
            )}
            {view.colleagues && (
              <li>
                <a href={view.colleagues}>{t("colleagues.link")}</a>
              </li>
            )}
            <li>
              <a href={`${base}/files`}>{files("all.title")}</a>
            </li>
            <li>
              <a href={`${base}/left`}>{t("tasks.leave")}</a>
            </li>
            <li>
              <a href={`${base}/workbook`}>{t("workbook.title")}</a>
            </li>
            <li>
              <a href={`${base}/answers`}>{t("tasks.print")}</a>
            </li>
          </ul>
          <hr />
          {view.asked.length > 0 && <AskedQuestions view={view} />}
        </>
      }
    >
      <h1>{view.title}</h1>
      {again ? (
        <p>{t("again.lead")}</p>
      ) : (
        <TaskProgress groups={groups.map(({ tasks }) => tasks.map(({ state }) => state))} />
      )}
      <p>
        {t("tasks.answerBy")} <DueWords due={due} />
        {!again && (
          <>
            <br />
            {t("tasks.anyOrder")}
          </>
        )}
      </p>
      {approval && <ApprovalOnTasks approval={approval} />}
      <p>
        <a className="button" href={next.href}>
          {next.label} <Icon name="forward" mirrored />
        </a>
      </p>
      {again ? (
        <>
          <AskedAgain again={again} />
          <p className="hint small">{again.kept}</p>
        </>
      ) : (
        <Groups view={view} />
      )}
    </Frame>
  );
}

/** The sections, with how far each is. */
function Groups({ view }: { view: TasksView }) {
  const { groups, finish } = view;
  return (
    <>
      {groups.map(({ name, tasks }) => (
        <div className="task-part" key={tasks[0]?.code}>
          <h2 className="task-group">
            <ForeignText words={name} />
          </h2>
          <ul className="tasks">
            {tasks.map((task) => (
              <Task
                key={task.code}
                task={task.code === finish.code ? { ...task, name: finish.name } : task}
                finish={task.code === finish.code ? view : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** What was asked of the buyer, so that an answer is found again. */
function AskedQuestions({ view: { asked, askedTitle } }: { view: TasksView }) {
  return (
    <>
      <h2>{askedTitle}</h2>
      <ul className="plain-list">
        {asked.map(({ code, href, state }) => (
          <li key={code}>
            <a href={href}>{code}</a> <span dir="auto">{state}</span>
          </li>
        ))}
      </ul>
      <hr />
    </>
  );
}

function Task({ task, finish }: { task: TaskView; finish?: TasksView }) {
  const t = useSupplierTexts();
  const open = finish?.open;
  return (
    <li>
      <span className="code">{task.code}</span>
      <span>
        {task.href ? (
          <a href={task.href}>
            <ForeignText words={task.name} />
          </a>
        ) : (
          <ForeignText words={task.name} />
        )}
        {task.note && <small> {task.note}</small>}
        {task.time && <small> {task.time}</small>}
        {task.with && <small dir="auto"> {task.with}</small>}
        {finish?.signer !== undefined && (
          <small dir="auto"> {t("colleagues.cannotSign", { asker: finish.signer })}</small>
        )}
        {finish && finish.signer === undefined && (
          <small>
            {" "}
            {open ? (
              <>
                {t("tasks.opens")} <a href={open.href}>{t("tasks.firstGap", { code: open.code })}</a>
              </>
            ) : (
              <a href={finish.finish.href}>{t("tasks.check")}</a>
            )}
          </small>
        )}
      </span>
      <span className={task.state === "completed" ? "state state-done" : "state"}>
        <TaskMark state={task.state} />
        {t(`tasks.state.${task.state}`)}
      </span>
    </li>
  );
}
