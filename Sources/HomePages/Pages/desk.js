// Keeps the board as it is on the desk, without taking away what somebody is doing on it.
"use strict";
(() => {
  const byID = (id) => document.getElementById(id);
  const live = byID("live");
  const sound = byID("sound");
  let busy = false;
  let again = false;
  let skew = 0;
  let tone = null;

  function setLive(isLive) {
    const words = isLive ? "Live" : "Connection lost: this page may be old. Trying again…";
    if (live.textContent !== words) live.textContent = words;
    live.classList.toggle("lost", !isLive);
  }

  function say(words, isUrgent) {
    const region = byID(isUrgent ? "say-now" : "say");
    const line = document.createElement("p");
    line.textContent = words;
    region.append(line);
    while (region.childElementCount > 10) region.firstElementChild.remove();
  }

  // Both what it is and how it stands: "Emergency, Nobody has it. Margaret pressed …".
  function sentence(item) {
    const words = (badge) => [...badge.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data.trim()).join("");
    const marks = [...item.querySelectorAll(".badge")].map(words);
    return `${marks.join(", ")}. ${item.querySelector(".sentence").textContent}`;
  }

  function beep() {
    if (!tone) return;
    [880, 660, 880, 660].forEach((pitch, index) => {
      const voice = tone.createOscillator();
      const volume = tone.createGain();
      voice.frequency.value = pitch;
      volume.gain.value = 0.2;
      voice.connect(volume).connect(tone.destination);
      voice.start(tone.currentTime + index * 0.25);
      voice.stop(tone.currentTime + index * 0.25 + 0.2);
    });
  }

  // Whether somebody has begun to fill it in.
  const isInUse = (part) =>
    part.contains(document.activeElement) || [...part.querySelectorAll("textarea, select")].some((field) => field.value);

  function update(old, fresh) {
    const before = old.firstElementChild;
    const after = fresh.firstElementChild;
    if (before.dataset.version === after.dataset.version) return;
    if (before.dataset.state !== after.dataset.state) say(sentence(fresh), false);
    for (const part of before.querySelectorAll("[data-part]")) {
      const other = after.querySelector(`[data-part="${part.dataset.part}"]`);
      if (part.dataset.part === "closing" && other.childElementCount && isInUse(part)) continue;
      for (const fold of part.querySelectorAll("details[open]")) {
        const same = other.querySelector(`[data-fold="${fold.dataset.fold}"]`);
        if (same) same.open = true;
      }
      const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
      part.replaceWith(other);
      if (focused !== null) (byID(focused) || before).focus({ preventScroll: true });
    }
    before.className = after.className;
    before.dataset.version = after.dataset.version;
    before.dataset.state = after.dataset.state;
  }

  // Moving an element takes the focus from it.
  function move(item, list, place) {
    const focused = item.contains(document.activeElement) ? document.activeElement : null;
    list.insertBefore(item, place);
    if (focused) focused.focus({ preventScroll: true });
  }

  function merge(list, fresh) {
    let place = list.firstElementChild;
    for (const item of [...fresh.children]) {
      const old = byID(item.id);
      if (!old) {
        list.insertBefore(document.adoptNode(item), place);
        const urgent = item.firstElementChild.dataset.urgent;
        if (!urgent) continue;
        item.firstElementChild.classList.add("arrived");
        say(sentence(item), urgent === "now");
        beep();
        continue;
      }
      update(old, item);
      if (old === place) place = place.nextElementSibling;
      else move(old, list, place);
    }
  }

  function show(page) {
    const fresh = page.getElementById("board");
    const board = byID("board");
    const lists = [...fresh.querySelectorAll("section > ul")];
    const ids = new Set([...fresh.querySelectorAll("section > ul > li")].map((item) => item.id));
    document.title = page.title;
    skew = Date.now() - Number(fresh.dataset.now);
    for (const id of ["summary", "more"]) byID(id).replaceWith(page.getElementById(id));
    lists.forEach((list, index) => {
      if (!byID(list.id)) {
        const section = list.parentElement.cloneNode(true);
        section.querySelector("ul").replaceChildren();
        const next = lists.slice(index + 1).map((other) => byID(other.id)).find(Boolean);
        board.insertBefore(section, next ? next.parentElement : byID("more"));
      }
      merge(byID(list.id), list);
    });
    for (const item of board.querySelectorAll("section > ul > li")) {
      if (ids.has(item.id)) continue;
      if (item.contains(document.activeElement)) board.focus({ preventScroll: true });
      item.remove();
    }
    for (const list of board.querySelectorAll("section > ul")) {
      if (!list.childElementCount) list.parentElement.remove();
    }
    tellAges();
  }

  const parse = async (answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  };

  async function refresh() {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await parse(await fetch("/", { headers: { Accept: "text/html" }, cache: "no-store" }));
      }
      setLive(events.readyState === EventSource.OPEN);
    } catch {
      setLive(false);
      setTimeout(refresh, 3000);
    } finally {
      busy = false;
    }
  }

  // As `Duration.inWords` says it.
  function inWords(seconds) {
    const count = (number, unit) => `${number} ${unit}${number === 1 ? "" : "s"}`;
    if (seconds < 90) return count(Math.max(0, Math.floor(seconds)), "second");
    if (seconds < 5400) return count(Math.round(seconds / 60), "minute");
    if (seconds < 129600) return count(Math.round(seconds / 3600), "hour");
    return count(Math.round(seconds / 86400), "day");
  }

  function tellAges() {
    for (const age of document.querySelectorAll(".ago")) {
      age.textContent = `(${inWords((Date.now() - skew - Number(age.dataset.at)) / 1000)} ago)`;
    }
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const button = form.querySelector("button");
    event.preventDefault();
    if (button.getAttribute("aria-disabled") === "true") return;
    const words = button.textContent;
    const card = form.closest("article").id;
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.work;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      await parse(answer);
      const result = document.querySelector(`#${CSS.escape(card)} .result`);
      if (result) say(result.textContent, result.classList.contains("failed"));
    } catch {
      say("The desk could not be reached. Nothing was done. Try again.", true);
      setLive(false);
    } finally {
      button.removeAttribute("aria-disabled");
      button.textContent = words;
    }
  });

  sound.hidden = false;
  sound.addEventListener("click", () => {
    if (tone) tone.close();
    tone = tone ? null : new AudioContext();
    sound.textContent = tone ? "Sound is on" : "Sound is off";
    sound.setAttribute("aria-pressed", String(tone !== null));
    beep();
  });

  skew = Date.now() - Number(byID("board").dataset.now);
  setInterval(tellAges, 10000);
  const events = new EventSource("/events");
  events.addEventListener("open", refresh);
  events.addEventListener("change", refresh);
  events.addEventListener("error", () => setLive(false));
})();
