/**
 * The way back from the edition with readings: to the page that led here, and after a step to another
 * place of the edition, or from the whole text, to that place in the whole text. Without script it is
 * the whole text.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-way-back]');

if (link) {
  const full = link.href;
  const site = new URL('..', full).href;
  const here = location.href.split('#')[0];
  const arrived = location.hash;
  const lead = () => {
    const { referrer } = document;
    const isOther = referrer.startsWith(site) && referrer !== here && referrer !== full;
    const known = isOther && location.hash === arrived;
    link.href = known ? referrer : full + location.hash;
  };
  addEventListener('hashchange', lead);
  lead();
}
