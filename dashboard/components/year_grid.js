export default function (component) {
  const box = component.parentElement.querySelector("div");
  if (box.fbShown === component.data.markup) return;
  box.fbShown = component.data.markup;
  box.innerHTML = box.fbShown;
}
