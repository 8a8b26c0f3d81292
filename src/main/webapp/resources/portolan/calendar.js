"use strict";
// The month of the calendar as a grid for the keyboard. Without it the month is a table of links.
(() => {
  const table = document.querySelector("table.cal.month");
  if (!table) return;
  const cells = [...table.querySelectorAll("tbody td")];
  const wide = window.matchMedia("(min-width: 48rem)");
  const keys = document.getElementById("month-keys");
  const PREFIX = "day-";

  const dayOf = (cell) => cell.id.slice(PREFIX.length);
  const moved = (day, by) => {
    const date = new Date(day + "T00:00:00Z");
    date.setUTCDate(date.getUTCDate() + by);
    return date.toISOString().slice(0, 10);
  };
  // the same day of another month, or its last where it has no such day
  const inMonth = (day, by) => {
    const [year, month, date] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + by, Math.min(date, last))).toISOString().slice(0, 10);
  };

  let active = null;
  // one day is a stop of the Tab key, and what is held on it after it; arrows go to the others
  const activate = (cell) => {
    if (active) stop(active, -1);
    active = cell;
    stop(cell, 0);
  };
  const stop = (cell, index) => {
    cell.tabIndex = index;
    cell.querySelectorAll("li a").forEach((link) => { link.tabIndex = index; });
  };

  const go = (day) => {
    const cell = document.getElementById(PREFIX + day);
    if (cell) {
      activate(cell);
      cell.focus();
      return;
    }
    const link = document.querySelector(day < dayOf(cells[0]) ? "a[rel='prev']" : "a[rel='next']");
    if (link) {
      location.href = link.href.replace(/period=\d{4}-\d{2}/, "period=" + day.slice(0, 7)) + "#" + PREFIX + day;
    }
  };

  const target = (event, cell) => {
    const day = dayOf(cell);
    const forward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    const week = [...cell.parentElement.cells];
    switch (event.key) {
      case "ArrowRight": return moved(day, forward);
      case "ArrowLeft": return moved(day, -forward);
      case "ArrowDown": return moved(day, 7);
      case "ArrowUp": return moved(day, -7);
      case "Home": return dayOf(event.ctrlKey ? table.querySelector("td.in") : week[0]);
      case "End": return dayOf(event.ctrlKey ? [...table.querySelectorAll("td.in")].pop() : week.pop());
      case "PageUp": return inMonth(day, event.shiftKey ? -12 : -1);
      case "PageDown": return inMonth(day, event.shiftKey ? 12 : 1);
      default: return null;
    }
  };

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!wide.matches || !cell || event.altKey || event.metaKey) return;
    if (event.key === "Enter" && event.target === cell) {
      event.preventDefault();
      location.href = cell.querySelector("a.long").href;
      return;
    }
    if (event.key === "Escape" && event.target !== cell) {
      cell.focus();
      return;
    }
    const day = target(event, cell);
    if (day) {
      event.preventDefault();
      go(day);
    }
  });
  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (wide.matches && cell && cell !== active) activate(cell);
  });

  // on a phone the days are a list, in which every link is a stop
  const shape = () => {
    if (keys) keys.hidden = !wide.matches;
    if (!wide.matches) {
      table.removeAttribute("role");
      table.removeAttribute("aria-describedby");
      cells.forEach((cell) => {
        ["tabindex", "aria-label"].forEach((name) => cell.removeAttribute(name));
        cell.querySelectorAll("li a").forEach((link) => link.removeAttribute("tabindex"));
      });
      active = null;
      return;
    }
    table.setAttribute("role", "grid");
    if (keys) table.setAttribute("aria-describedby", keys.id);
    cells.forEach((cell) => {
      cell.setAttribute("aria-label", cell.querySelector(".day").textContent.replace(/\s+/g, " ").trim());
      stop(cell, -1);
    });
    const named = location.hash.startsWith("#" + PREFIX) && document.getElementById(location.hash.slice(1));
    activate(named || table.querySelector("td.in.today") || table.querySelector("td.in"));
    if (named) named.focus();
  };
  wide.addEventListener("change", shape);
  shape();
})();
