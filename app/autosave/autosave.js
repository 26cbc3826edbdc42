// Saves what is typed: in this browser at once, on the server some seconds after the last change and when the page is left. What
// is right and complete is saved as the answer, anything else is kept as typed. What could not be sent waits in this browser and
// is sent from whichever page is open when the line is back. The page works without it.
(() => {
  const [, attestation, path] = /^(\/attest\/[^/]+)\/?(.*)$/.exec(location.pathname) ?? [];
  const { saved, waiting, notOpened } = document.currentScript.dataset;
  const form = document.getElementById("page");
  const places = document.querySelectorAll("#saved span, .kept");
  const problem = document.querySelector(".problem");
  const theirs = document.querySelector("[data-drop]");
  const own = new Set(["basedOn", "from", "seen"]);
  const name = (of) => `avow ${attestation} ${of}`;
  problem?.focus();
  if (!attestation) return;

  // A browser may forbid storage altogether.
  const store = (work) => {
    try {
      return work(localStorage);
    } catch {}
  };
  const keysAfter = (start) =>
    (store(Object.keys) ?? []).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  const drop = (of = path) => store((all) => all.removeItem(name(of)));
  const find = (of) => store((all) => JSON.parse(all.getItem(name(of))));
  const revision = (of) => Number(new RegExp(`(?:^| )${of.split("/")[0]}\\.(\\d+)`).exec(saved)?.[1] ?? 0);

  /** Whether what was sent from a page is saved by now: not while it is shown again, because it could not be. */
  function isSaved(of) {
    if (of === path && (problem || theirs)) return false;
    const { sent, base } = find(of);
    return sent && revision(of) > base;
  }

  // A page that was kept for reading without a line may be older than what this browser saved from it since.
  const newest = (of) => `avow-newest ${attestation} ${of}`;
  function keepNewest(of, base, body) {
    if (!of.includes("/")) store((all) => all.setItem(newest(of), JSON.stringify({ base, body })));
  }
  const forgetNewest = () => keysAfter(newest("")).forEach((of) => void store((all) => all.removeItem(newest(of))));

  /** Forgets what reached the server, and what was signed since. */
  function forgetSaved(of) {
    const isOver = saved === "signed";
    if (!isOver && !isSaved(of)) return;
    const { base, body } = find(of);
    drop(of);
    if (!isOver && revision(of) === base + 1) keepNewest(of, base + 1, body);
  }

  keysAfter(name("")).forEach(forgetSaved);
  if (saved === "signed") forgetNewest();
  for (const leaves of document.querySelectorAll('form[action$="/done"]'))
    leaves.addEventListener("submit", forgetNewest);
  theirs?.addEventListener("click", () => drop());

  // Opened pages can be read without a line. A browser may have no workers, or none here.
  navigator.serviceWorker?.register("/attest-offline.js", { scope: "/attest/" }).catch(() => {});

  const isOwn = form?.dataset.kept;

  function say(words) {
    // The tick stands for what is saved.
    document.querySelector("#saved svg")?.remove();
    for (const place of places) place.textContent = words;
  }

  /** Says something above the page, at once and aloud. */
  function alertOf(words, className, ...more) {
    const note = document.createElement("div");
    note.className = className;
    note.setAttribute("role", "alert");
    const line = document.createElement("p");
    line.textContent = words;
    note.append(line, ...more);
    (isOwn ? form : document.querySelector(".page-main")).prepend(note);
  }

  /** Pages of this attestation with something that did not reach the server; those that wait for a person to choose are not sent. */
  const waitingPages = () => keysAfter(name("")).filter((of) => !find(of).stale);

  function sayWaiting(count) {
    const forms = JSON.parse(waiting);
    const category = new Intl.PluralRules(document.documentElement.lang).select(count);
    say((forms[category] ?? forms.other).replace("#", count));
  }

  let sending = false;
  let pause = 4000;

  /** Sends what other pages left behind, one after the other, until the line or the server fails. */
  async function sendWaiting() {
    if (sending) return;
    sending = true;
    let note;
    for (const of of waitingPages().filter((one) => one !== path || !isOwn)) {
      const sent = await sendLeft(of);
      note = sent?.note ?? note;
      if (!sent) {
        setTimeout(sendWaiting, pause);
        pause = Math.min(pause * 2, 60000);
        break;
      }
    }
    sending = false;
    const left = waitingPages().length;
    if (left > 0) sayWaiting(left);
    else if (note) say(note);
  }

  /** What became of a page that was left behind; undefined where it has to be tried again later. */
  async function sendLeft(of) {
    const { base, body } = find(of);
    const fields = new URLSearchParams(body);
    fields.set("basedOn", base);
    const sent = await send(`${attestation}/${of}`, fields);
    if (isTaken(sent.status)) drop(of);
    if (sent.revision !== undefined) keepNewest(of, sent.revision, body);
    if (isTaken(sent.status)) return sent;
    if (isForLater(sent.status)) return undefined;
    // Shown beside what is saved the next time that page is opened.
    store((all) => all.setItem(name(of), JSON.stringify({ base, body, stale: true })));
    return sent;
  }

  const isTaken = (status) => status === 200 || status === 204;
  const isForLater = (status) => status === 0 || status >= 500 || status === 401 || status === 429;

  /** Sends a page as saved by itself. @returns status 0 where no answer came; `note`: when it was saved, in words */
  async function send(address, fields) {
    fields.set("then", "typing");
    const answer = await fetch(address, {
      method: "POST",
      body: fields,
      keepalive: String(fields).length < 60000,
    }).catch(() => ({ status: 0 }));
    const told = answer.status === 200 ? await answer.json().catch(() => ({})) : {};
    return { status: answer.status, note: told.saved, revision: told.revision };
  }

  if (location.hash === "#not-opened") alertOf(notOpened, "note");
  addEventListener("online", sendWaiting);
  sendWaiting();
  if (!isOwn) return;

  const text = form.dataset;
  const shown = read();
  let base = Number(form.elements.basedOn.value);
  let sent = shown;
  let wait = 4000;
  let timer;
  let leaving = false;
  let busy = false;

  function read() {
    const all = new URLSearchParams(new FormData(form));
    for (const key of own) all.delete(key);
    return all.toString();
  }

  function remember(more) {
    const body = read();
    if (body === sent && !problem && !busy) return drop();
    store((all) => all.setItem(name(path), JSON.stringify({ base, body, ...more })));
  }

  /** Says that there are two answers, with a button that shows both. */
  function offer(onPress) {
    if (document.querySelector(".two-answers")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-second";
    button.textContent = text.both;
    button.addEventListener("click", onPress);
    alertOf(text.stale, "note two-answers", button);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  }

  async function keep() {
    clearTimeout(timer);
    const now = read();
    if (leaving || busy || now === sent) return;
    busy = true;
    const { status, note, revision } = await send(location.pathname, new URLSearchParams(new FormData(form)));
    busy = false;
    // It may have arrived all the same: then going back to the answer before it is a change too.
    if (status === 0) sent = "";
    if (isTaken(status)) return isKept(now, note, revision);
    refused(status);
  }

  function isKept(now, note, revision) {
    sent = now;
    wait = 4000;
    if (revision !== undefined) {
      base = revision;
      form.elements.basedOn.value = revision;
      keepNewest(path, revision, now);
    }
    say(note ?? text.kept);
    if (read() === now) drop();
    else later();
    sendWaiting();
  }

  function refused(status) {
    if (status === 0) sayWaiting(waitingPages().length || 1);
    else say({ 401: text.ended, 409: text.stale }[status] ?? text.refused);
    if (status === 409) offer(() => form.requestSubmit());
    // What no second try can change waits for the next change of the page.
    if (!isForLater(status)) return;
    wait = Math.min(wait * 2, 60000);
    later();
  }

  function fill(body) {
    const typed = new URLSearchParams(body);
    const values = new Map([...typed.keys()].map((key) => [key, typed.getAll(key)]));
    const fields = [...form.elements].filter(({ name, type }) => name && !own.has(name) && type !== "submit");
    for (const field of fields) {
      const given = values.get(field.name) ?? [];
      if (/radio|checkbox/.test(field.type)) field.checked = given.includes(field.value);
      else field.value = given.shift() ?? "";
    }
    // A comment stands in a fold.
    for (const fold of form.querySelectorAll("details:has(textarea)"))
      fold.open ||= fold.querySelector("textarea").value;
  }

  function sendApart({ base, body }) {
    const apart = document.createElement("form");
    apart.method = "post";
    for (const [key, value] of [...new URLSearchParams(body), ["basedOn", base]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: key, value });
      apart.append(field);
    }
    document.body.append(apart);
    apart.submit();
  }

  const ownNewest = problem ? undefined : store((all) => JSON.parse(all.getItem(newest(path))));
  if (ownNewest?.base > base) {
    fill(ownNewest.body);
    base = ownNewest.base;
    form.elements.basedOn.value = base;
    sent = read();
  }
  // What was left empty has just been filled in by the server.
  const left = problem || "copied" in text ? undefined : find(path);
  if (left) bringBack(left);

  function bringBack(left) {
    if (left.body === shown) drop();
    else if ((left.stale || left.base < base) && !path.endsWith("/new")) offer(() => sendApart(left));
    else {
      fill(left.body);
      say(text.back);
      later();
    }
  }

  form.addEventListener("input", () => {
    remember();
    later();
  });
  form.addEventListener("submit", async (event) => {
    if (leaving || !form.requestSubmit) {
      leaving = true;
      return remember({ sent: true });
    }
    // Without a line the browser would show a page of its own in place of what was typed.
    event.preventDefault();
    if (busy === "asking") return;
    busy = "asking";
    remember();
    say("…");
    const line = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(10000) }).catch(
      () => undefined,
    );
    busy = false;
    if (line) {
      leaving = true;
      return form.requestSubmit(event.submitter);
    }
    sayWaiting(waitingPages().length || 1);
    sent = "";
    later();
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("online", keep);
  document.addEventListener("visibilitychange", keep);
})();
