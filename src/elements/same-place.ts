/** The way from the whole text to the edition with readings leads to the place that is shown. */
export {};

const link = document.querySelector<HTMLAnchorElement>('[data-way-back]');

if (link) {
  const lead = () => {
    link.hash = location.hash;
  };
  addEventListener('hashchange', lead);
  lead();
}
