/**
 * The way between the whole text and the edition with readings. From the whole text it leads to the
 * place that is shown; back, to the page that led here, or after a step to another place, and from the
 * whole text, to that place in the whole text. Without script it is the edition itself.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-way-back]');

if (link) {
  const [edition = '', own = ''] = link.href.split('#');
  const site = new URL('..', edition).href;
  const isBack = !edition.endsWith('yomigana/');
  const arrived = location.hash;
  const lead = () => {
    const { referrer } = document;
    const isOther =
      referrer.startsWith(site) && !/^(?:full|yomigana)\//.test(referrer.slice(site.length));
    const place = location.hash || (own && `#${own}`);
    link.href = isBack && isOther && location.hash === arrived ? referrer : edition + place;
  };
  addEventListener('hashchange', lead);
  lead();
}
