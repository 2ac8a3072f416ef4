
"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const body = document.querySelector("#files tbody");
  const rows = [...body.rows];
  const count = document.getElementById("count");
  const articles = new Map(rows.map((row) => [row, document.getElementById(row.dataset.notice)]));

  const fits = (row, wish) => {
    const { worst, rules, exemptions } = row.dataset;
    return (
      (!wish.words || row.textContent.toLowerCase().includes(wish.words)) &&
      (!wish.worst || worst === wish.worst || (wish.worst === "found" && worst !== "none")) &&
      (!wish.rule || rules.split(" ").includes(wish.rule)) &&
      (!wish.exemption || exemptions.split("|").includes(wish.exemption))
    );
  };
  const filter = () => {
    const wish = Object.fromEntries(new FormData(form));
    wish.words = wish.words.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const hidden = !fits(row, wish);
      row.hidden = hidden;
      articles.get(row).hidden = hidden;
      shown += !hidden;
    }
    count.textContent = `${shown} of ${rows.length} files`;
  };

  const key = (row, column) => {
    const text = row.cells[column].textContent;
    return row.cells[column].classList.contains("count") ? Number(text) : text.toLowerCase();
  };
  const sort = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = [...rows].sort((one, other) => {
      const [a, b] = [key(one, column), key(other, column)];
      return typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
    });
    body.append(...(down ? sorted.reverse() : sorted));
  };

  [...document.querySelectorAll("#files thead th")].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head, column));
    head.replaceChildren(button);
  });
  for (const event of ["input", "change"]) form.addEventListener(event, filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
