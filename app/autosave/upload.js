// Sends chosen files in pieces, so that a line that breaks costs one piece and not the file: it goes on by itself, and after a
// reload when the same file is chosen again. The form sends them without it.
(() => {
  const text = document.currentScript.dataset;
  const form = document.querySelector("form[enctype]");
  const input = form?.querySelector("input[type=file]");
  // A file is told by its hash, which browsers reckon over https and on this machine only.
  if (!input || !globalThis.crypto?.subtle || !globalThis.DOMParser) return;

  const pieceBytes = 250000;
  const button = form.querySelector("button");
  const list = document.createElement("ul");
  list.className = "files";
  form.before(list);

  /** What the form itself says better: nothing chosen, too many, too large, empty. */
  const isForForm = (files) =>
    files.length === 0 ||
    files.length > Number(text.files) ||
    files.some(({ size }) => size === 0 || size > Number(text.bytes));

  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    if (isForForm(files)) return;
    event.preventDefault();
    button.disabled = true;
    for (const file of files) await sendFile(file);
    button.disabled = false;
    input.value = "";
    await showKept();
  });

  function line(name) {
    const item = document.createElement("li");
    const title = document.createElement("bdi");
    title.className = "file-name";
    title.textContent = name;
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", name);
    bar.max = 1;
    bar.value = 0;
    const words = document.createElement("span");
    words.className = "file-state";
    words.setAttribute("role", "status");
    item.append(title, bar, words);
    list.append(item);
    return { item, bar, say: (what) => Object.assign(words, { textContent: what }) };
  }

  async function sendFile(file) {
    const { item, bar, say } = line(file.name);
    say(text.reading);
    const hash = await hashOf(file).catch(() => undefined);
    const told = hash ? await sendPieces(file, hash, bar, say) : {};
    bar.remove();
    const { errors = [], notes = [], refused } = told;
    if (refused) showRefused(item, say, file.name, refused);
    else say([...errors, ...notes].join(" ") || text.failed);
  }

  const make = (tag, textContent, more) => Object.assign(document.createElement(tag), { textContent }, more);

  /** Why it was not taken and the ways out, as the page itself says it of what its form sent. */
  function showRefused(item, say, name, { state, why, ways, links, dismiss }) {
    item.className = "refused";
    say(why);
    const title = make("strong", state, { className: "error-text" });
    item.querySelector(".file-state").prepend(title);
    const row = make("p", "", { className: "file-ways" });
    for (const { href, label } of [...links, dismiss]) {
      const link = make("a", label, { href });
      const about = make("span", " ", { className: "visually-hidden" });
      about.append(make("bdi", name));
      link.append(about);
      row.append(link);
    }
    row.lastChild.addEventListener("click", (event) => {
      event.preventDefault();
      item.remove();
      input.focus();
    });
    item.append(...ways.map((way) => make("p", way)), row);
  }

  async function hashOf(file) {
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** Sends what is missing. @returns what became of the file; nothing where it cannot be sent from this page */
  async function sendPieces(file, hash, bar, say) {
    const share = new Intl.NumberFormat(document.documentElement.lang, { style: "percent", numberingSystem: "latn" });
    // An empty piece asks where to go on.
    let at;
    let pause = 1000;
    for (;;) {
      const told = await sendPiece(file, hash, at);
      if (told && told.at === undefined) return told;
      at = told?.at;
      if (told) {
        pause = 1000;
        bar.value = at / file.size;
        say(text.sending.replace("#", share.format(at / file.size)));
      } else {
        say(text.broken);
        await lineOrPause(pause);
        pause = Math.min(pause * 2, 30000);
      }
    }
  }

  /** @returns what the server says; undefined where it has to be tried again */
  async function sendPiece(file, sha256, at) {
    const about = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries({ name: file.name, bytes: file.size, sha256, at: at ?? 0 }))
      about.set(key, value);
    const piece = at === undefined ? new Blob() : file.slice(at, at + pieceBytes);
    const answer = await fetch(`${location.pathname}/pieces?${about}`, {
      method: "POST",
      body: piece,
      headers: { "content-type": "application/octet-stream" },
    }).catch(() => undefined);
    if (!answer || answer.status === 429 || answer.status >= 500) return undefined;
    if (answer.status !== 200) return {};
    return answer.json().catch(() => undefined);
  }

  const lineOrPause = (pause) =>
    new Promise((resolve) => {
      setTimeout(resolve, pause);
      addEventListener("online", resolve, { once: true });
    });

  /** Shows the documents that the server has by now, without losing what was said of each. */
  async function showKept() {
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("documents");
    if (now) document.getElementById("documents")?.replaceWith(now);
  }
})();
