const NARROW_PX = 768;

export default function (component) {
  const mark = component.parentElement.querySelector("span");
  if (mark.fbListening) return;
  mark.fbListening = true;
  const whenChosen = (event) => {
    const isChoice = event.target.closest?.("[data-testid=stSidebarNavLink]");
    if (!isChoice || window.innerWidth >= NARROW_PX) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click(), 50);
  };
  document.addEventListener("click", whenChosen);
  return () => {
    document.removeEventListener("click", whenChosen);
    mark.fbListening = false;
  };
}
