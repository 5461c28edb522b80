/**
 * The way back from the edition with readings: to the page that led here, or after a step to another
 * place, and from the whole text, to that place in the whole text. Without script it is the whole
 * text.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-way-back]');

if (link) {
  const [full = '', own = ''] = link.href.split('#');
  const site = new URL('..', full).href;
  const arrived = location.hash;
  const lead = () => {
    const { referrer } = document;
    const isOther =
      referrer.startsWith(site) && !/^(?:full|yomigana)\//.test(referrer.slice(site.length));
    const place = location.hash || (own && `#${own}`);
    link.href = isOther && location.hash === arrived ? referrer : full + place;
  };
  addEventListener('hashchange', lead);
  lead();
}
