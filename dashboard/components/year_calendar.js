const MOST_DAYS = 31;

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const [choice, grid, notes] = [".fb-segments", ".fb-year", ".fb-notes"].map((name) => parentElement.querySelector(name));
  const state = (grid.fbState ??= { years: "", rows: null, asked: null });

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

  const drawPlaces = () => {
    data.numbered.forEach((day) => (draw("small", grid, String(day)).style.gridColumn = day + 1));
    return data.months.map(() => ({
      name: draw("b", grid),
      days: Array.from({ length: MOST_DAYS }, () => draw("i", grid)),
    }));
  };

  const fillMonth = (month, row) => {
    row.name.textContent = month.name;
    row.days.forEach((place, before) => {
      const [kinds, says] = month.marks[before + 1] ?? ["", ""];
      const looks = before < month.days ? [...kinds].join(" ") : "none";
      if (place.className !== looks) place.className = looks;
      if (place.title !== says) place.title = says;
    });
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

  grid.hidden = !data.months.length;
  if (data.months.length) {
    state.rows ??= drawPlaces();
    data.months.forEach((month, place) => fillMonth(month, state.rows[place]));
  }
  grid.setAttribute("aria-label", data.says);
  notes.textContent = data.notes;
}
