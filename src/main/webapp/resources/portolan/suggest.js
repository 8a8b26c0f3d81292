"use strict";
// Titles under the search boxes while somebody types, and what was searched lately while a box is empty. The boxes are
// plain forms without it. What was searched is kept in this browser alone, until somebody forgets it or signs out.
(() => {
  const lang = document.documentElement.lang;
  const words = document.body.dataset;
  const KEPT = "portolan.searches";
  const MOST = 6;

  // a browser may refuse to keep anything
  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT) || "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
    } catch (failure) {
      return [];
    }
  };
  const keep = (searches) => {
    try {
      if (searches.length) localStorage.setItem(KEPT, JSON.stringify(searches.slice(0, MOST)));
      else localStorage.removeItem(KEPT);
    } catch (failure) {
      // then there is none to show
    }
  };
  const forget = (search) => keep(recent().filter((each) => each !== search));

  const found = location.pathname === "/search" ? (new URLSearchParams(location.search).get("q") || "").trim() : "";
  if (found && found.length <= 200) keep([found, ...recent().filter((each) => each !== found)]);
  document.querySelectorAll("form[action='/sign-out']").forEach((form) => {
    form.addEventListener("submit", () => keep([]));
  });

  document.querySelectorAll("form[role='search'] input[type='search']").forEach((input, number) => {
    const list = document.createElement("ul");
    list.id = "suggest-" + number;
    list.className = "suggest";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") || "");
    input.closest("form").append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let active = -1;
    let timer = 0;
    let asked = null;

    const close = () => {
      clearTimeout(timer);
      if (asked) asked.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const mark = (index) => {
      const options = list.children;
      if (active >= 0) options[active].setAttribute("aria-selected", "false");
      active = (index + options.length + 1) % (options.length + 1);
      if (active === options.length) active = -1;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    };

    const show = (items) => {
      list.replaceChildren(...items.map((item, index) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + index;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        if (item.act) option.dataset.act = item.act;
        option.dataset.path = item.path;
        const title = document.createElement("span");
        if (item.language) title.lang = item.language;
        title.dir = "auto";
        title.textContent = item.title;
        const type = document.createElement("small");
        type.textContent = item.type;
        option.append(title, " ", type);
        return option;
      }));
      active = -1;
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      input.removeAttribute("aria-activedescendant");
    };

    const showRecent = () => {
      const searches = recent();
      if (asked) asked.abort();
      show(searches.length === 0 ? [] : [
        ...searches.map((each) => ({
          title: each, type: words.recent, act: "recent", path: "/search?q=" + encodeURIComponent(each) })),
        { title: words.forget, type: "", act: "forget", path: "" }]);
    };

    const ask = async () => {
      const typed = input.value.trim();
      if (typed.length === 0) return showRecent();
      if (typed.length < 2) return close();
      if (asked) asked.abort();
      const mine = asked = new AbortController();
      try {
        const answer = await fetch(
          "/api/v1/suggest?lang=" + lang + "&q=" + encodeURIComponent(typed), { signal: mine.signal });
        if (answer.ok && document.activeElement === input) show((await answer.json()).items);
      } catch (failure) {
        if (!mine.signal.aborted) close();
      }
    };

    const go = (option) => {
      if (option.dataset.act !== "forget") return void location.assign(option.dataset.path);
      keep([]);
      close();
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return void ask();
        event.preventDefault();
        mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? list.children.length - 1 : active - 1);
      } else if (event.key === "Delete" && active >= 0 && list.children[active].dataset.act === "recent") {
        event.preventDefault();
        forget(list.children[active].firstChild.textContent);
        showRecent();
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(list.children[active]);
      }
    });
    // the box must keep the focus, or its blur closes the list before the click arrives
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role='option']");
      if (option) go(option);
    });
    // not on focus alone: a box that has the focus when the page opens would cover it
    input.addEventListener("click", () => { if (list.hidden && input.value.trim() === "") showRecent(); });
    input.addEventListener("blur", close);
  });
})();
