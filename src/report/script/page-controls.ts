/** The part of the page's script that remembers the theme, marks the section being read, and lets wide boxes scroll by keyboard. */
export const pageControls = `
const followTheme = () => {
  const key = "segment-lab-theme";
  const choices = [...document.querySelectorAll('input[name="theme"]')];
  // a page from disk may be denied its storage
  try {
    const kept = choices.find(({ value }) => value === localStorage.getItem(key));
    if (kept) kept.checked = true;
  } catch {}
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      try { localStorage.setItem(key, choice.value); } catch {}
    });
  }
};
const followSections = () => {
  const links = [...document.querySelectorAll(".contents a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    let current = -1;
    places.forEach((place, i) => { if (place && place.getBoundingClientRect().top < 140) current = i; });
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
    if (atEnd && scrollY > 0) current = links.length - 1;
    links.forEach((link, i) => {
      if (i !== current) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "location");
        const list = link.closest(".contents");
        if (list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
      }
    });
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
  // a chosen section is what the reader wants to see, not the list over it
  const opened = document.getElementById("open-contents");
  for (const link of links) link.addEventListener("click", () => { if (opened) opened.checked = false; });
};
// what scrolls sideways must scroll by keyboard too
// a shade on the right says that the box goes on there
const showMore = (box) => {
  box.classList.toggle("more", box.scrollWidth - box.clientWidth - box.scrollLeft > 2);
};
const reachScrolling = () => {
  for (const box of document.querySelectorAll("pre, .output, .table-scroll, .frame, .long-body, .contents")) {
    const scrolls = (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) && box.clientWidth > 0;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
    showMore(box);
    box.onscroll = () => showMore(box);
  }
};
`;
