/**
 * `<share-panel>`: shows its buttons. They copy the address of its link, its paragraph (the citation),
 * or HTML that quotes the block it stands in with both; where the device can, one opens its own
 * sharing. For three seconds a button says what became of a copy. The words come from the HTML; a
 * status, silent until then, tells them to those who hear the page.
 */
import { escape } from '#text/escape.ts';

const SHOWN = 3000;
let status: HTMLElement | undefined;

function announce(message: string) {
  if (!status) {
    status = document.createElement('p');
    status.setAttribute('role', 'status');
    status.className = 'sr-only';
    document.body.append(status);
  }
  // Emptied first: the same words said twice are then announced twice.
  status.textContent = '';
  const region = status;
  setTimeout(() => (region.textContent = message), 50);
}

class SharePanel extends HTMLElement {
  connectedCallback() {
    const details = this.closest('details');
    details?.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    });
    if ('clipboard' in navigator)
      for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy]'))
        this.offerCopy(button);
    const send = this.querySelector<HTMLButtonElement>('[data-send]');
    if (!send || !('share' in navigator)) return;
    send.hidden = false;
    send.onclick = () => {
      // Refused where the reader goes back: nothing has happened then.
      navigator.share({ title: document.title, url: this.text('link') }).catch(() => undefined);
    };
  }

  offerCopy(button: HTMLButtonElement) {
    const label = button.textContent;
    // Taken now: a translator may later put other words in their place.
    const text = this.text(button.dataset.copy);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (message = '') => {
      button.textContent = message;
      announce(message);
      clearTimeout(timer);
      timer = setTimeout(() => (button.textContent = label), SHOWN);
    };
    button.hidden = false;
    button.onclick = () => {
      navigator.clipboard.writeText(text).then(
        () => show(this.dataset.done),
        () => show(this.dataset.failed),
      );
    };
  }

  /** What a button copies. */
  text(what: string | undefined): string {
    const href = this.querySelector('a')?.href ?? '';
    const citation = this.querySelector('p')?.textContent.trim() ?? '';
    if (what !== 'card') return what === 'link' ? href : citation;
    const block = this.closest('[id]');
    const own = [
      ...((block?.querySelector('[data-quoted]') ?? block)?.querySelectorAll('p') ?? []),
    ];
    const words = own.filter((paragraph) => !this.contains(paragraph));
    const quoted = words.map(({ textContent }) => `<p>${escape(textContent.trim())}</p>`).join('');
    return `<blockquote cite="${escape(href)}">${quoted}<footer><a href="${escape(href)}">${escape(citation)}</a></footer></blockquote>`;
  }
}

customElements.define('share-panel', SharePanel);
