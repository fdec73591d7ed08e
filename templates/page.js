// The page is complete without this script. It marks the current chapter and folds the contents on narrow screens.
(() => {
  const root = document.documentElement;
  const contents = document.querySelector(".toc details");
  const now = contents.querySelector(".now");
  const wide = matchMedia("(min-width: 68rem)");
  root.classList.add("js");

  // Open beside the text where there is room; else a bar that closes after a tap.
  const fit = () => { contents.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) contents.open = false;
  });
  addEventListener("beforeprint", () => { contents.open = true; });
  addEventListener("afterprint", fit);

  // The current chapter is the last one whose head has passed the upper third of the window.
  // Ids hold dots, so they are looked up as ids and not as selectors.
  const links = [...contents.querySelectorAll("a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    const here = places.findLastIndex((place) => place && place.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    now.textContent = here < 0 ? "" : " · " + links[here].textContent;
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
})();
