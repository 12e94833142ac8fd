export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const [choice, grid, notes] = [".fb-segments", ".fb-year", ".fb-notes"].map((name) => parentElement.querySelector(name));
  const state = (grid.fbState ??= { years: "", months: "", asked: null });

  const draw = (tag, into, said) => {
    const drawn = into.appendChild(document.createElement(tag));
    if (said) drawn.textContent = said;
    return drawn;
  };

  const drawChoice = (year) => {
    const label = draw("label", choice);
    const input = draw("input", label);
    Object.assign(input, { type: "radio", name: "fb-year", value: year });
    input.addEventListener("change", () => {
      state.asked = year;
      setStateValue("year", year);
    });
    draw("span", label, String(year));
  };

  const drawMonth = (month) => {
    draw("b", grid, month.name);
    for (let day = 1; day <= month.days; day += 1) {
      const place = draw("i", grid);
      const mark = month.marks[day];
      if (mark) {
        place.className = [...mark[0]].join(" ");
        place.title = mark[1];
      }
    }
  };

  const years = JSON.stringify(data.years);
  if (state.years !== years) {
    Object.assign(state, { years, asked: null });
    choice.hidden = !data.years.length;
    choice.setAttribute("aria-label", data.label);
    choice.replaceChildren();
    data.years.forEach(drawChoice);
  }
  state.asked ??= data.chosen;
  if (state.asked === data.chosen)
    choice.querySelectorAll("input").forEach((input) => (input.checked = Number(input.value) === data.chosen));

  const months = JSON.stringify([data.chosen, data.months]);
  if (state.months !== months) {
    state.months = months;
    grid.hidden = !data.months.length;
    grid.replaceChildren();
    if (data.months.length)
      data.numbered.forEach((day) => (draw("small", grid, String(day)).style.gridColumn = day + 1));
    data.months.forEach(drawMonth);
  }
  grid.setAttribute("aria-label", data.says);
  notes.textContent = data.notes;
}
