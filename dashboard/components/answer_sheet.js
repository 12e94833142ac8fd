export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const progress = parentElement.querySelector(".fb-progress");
  const list = parentElement.querySelector(".fb-items");
  const state = (list.fbState ??= { token: null, answers: {}, shown: "" });

  state.tell = setStateValue;
  if (state.token !== data.token) {
    state.token = data.token;
    state.answers = { ...data.answers };
    state.shown = "";
  }

  const drawProgress = () => {
    const counted = data.items.filter((item) => !item.aside);
    const answered = counted.filter((item) => item.id in state.answers).length;
    progress.firstElementChild.textContent = data.progress[answered];
    progress.lastElementChild.firstElementChild.style.width = `${(100 * answered) / counted.length}%`;
  };

  const give = (item, option) => {
    state.answers[item.id] = option.value;
    drawProgress();
    state.tell("given", { token: state.token, answers: { ...state.answers } });
  };

  const draw = (tag, into, said) => {
    const drawn = into.appendChild(document.createElement(tag));
    if (said) {
      drawn.textContent = said;
      drawn.dir = "auto";
    }
    return drawn;
  };

  const drawItem = (item) => {
    const box = draw("div", list);
    if (item.before) draw("small", box, item.before);
    const group = draw("div", box);
    const text = draw("p", group, item.text);
    text.id = `${data.token}/${item.id}`;
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-labelledby", text.id);
    const options = draw("div", group);
    item.options.forEach((option, place) => {
      const label = draw("label", options);
      label.className = option.aside ? "aside" : "";
      const input = draw("input", label);
      Object.assign(input, { type: "radio", name: text.id, value: place });
      input.checked = state.answers[item.id] === option.value;
      input.addEventListener("change", () => give(item, option));
      draw("span", label, option.label);
    });
  };

  const shown = JSON.stringify(data.items);
  if (state.shown !== shown) {
    state.shown = shown;
    list.replaceChildren();
    data.items.forEach(drawItem);
  }
  drawProgress();
}
