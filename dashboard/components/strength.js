export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const field = parentElement.querySelector(".field");
  const label = parentElement.querySelector("label");
  const input = parentElement.querySelector("input");
  const shown = parentElement.querySelector("output");
  const clear = parentElement.querySelector("button");
  const state = (input.fbState ??= { token: null, value: null });

  const draw = () => {
    const set = state.value !== null;
    field.classList.toggle("unset", !set);
    shown.textContent = set ? String(state.value) : data.unset;
    input.setAttribute("aria-valuetext", shown.textContent);
    clear.hidden = !set || !data.may_be_unset;
  };
  label.textContent = data.label;
  parentElement.querySelector(".low").textContent = data.low_label;
  parentElement.querySelector(".high").textContent = data.high_label;
  clear.textContent = data.clear;
  clear.setAttribute("aria-label", `${data.clear}: ${data.label}`);
  input.min = data.low;
  input.max = data.high;
  input.step = data.step;
  if (state.token !== data.token) {
    state.token = data.token;
    state.value = data.value;
    input.value = data.value ?? (data.low + data.high) / 2;
  }
  draw();
  const tell = () => setStateValue("chosen", { token: state.token, value: state.value });
  input.oninput = () => { state.value = Number(input.value); draw(); };
  input.onchange = () => { state.value = Number(input.value); draw(); tell(); };
  input.onclick = () => { if (state.value === null) { state.value = Number(input.value); draw(); tell(); } };
  input.onkeydown = (event) => {
    if (state.value === null && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault(); state.value = Number(input.value); draw(); tell();
    }
  };
  clear.onclick = () => { state.value = null; draw(); tell(); input.focus(); };
}
