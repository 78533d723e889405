"use strict";
// Sorting, filtering and the theme. The page says everything without it.
(() => {
  const root = document.documentElement;
  const themes = ["system", "light", "dark"];
  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "system") + 1) % themes.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    theme.textContent = "Theme: " + next;
  });

  const contents = document.querySelector("nav details");
  contents.open = matchMedia("(min-width: 70rem)").matches;

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent : cell.dataset.key === "" ? null : Number(cell.dataset.key);
  };
  const order = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b));

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = head.querySelector("button");
      button.disabled = false;
      button.addEventListener("click", () => {
        const down = column === 0 ? head.getAttribute("aria-sort") === "ascending" : head.getAttribute("aria-sort") !== "descending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => [value(row, column), row]);
        rows.sort(([a], [b]) => (a === null) - (b === null) || (a === null ? 0 : down ? order(b, a) : order(a, b)));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  const form = document.getElementById("filter");
  if (!form) return;
  form.hidden = false;
  const rows = [...document.querySelector("#table table").tBodies[0].rows];
  const heads = [...document.querySelectorAll("#table thead th")].map((head) => head.textContent);
  const mentions = heads.indexOf("mentions");
  const said = document.getElementById("filter-count");
  const filter = () => {
    const part = document.getElementById("filter-name").value.toLocaleLowerCase();
    const least = Number(document.getElementById("filter-mentions").value) || 0;
    let shown = 0;
    for (const row of rows) {
      const fits = row.cells[0].textContent.toLocaleLowerCase().includes(part) && value(row, mentions) >= least;
      row.hidden = !fits;
      shown += fits;
    }
    said.textContent = shown === rows.length ? rows.length + " rows" : shown + " of " + rows.length + " rows";
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
