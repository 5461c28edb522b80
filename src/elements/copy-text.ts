/**
 * `<copy-text>`: shows its buttons, which copy the address of its link, its paragraph (the citation),
 * or HTML that quotes the block it stands in with both, for another page. For three seconds a button
 * says what became of it. The words come from the HTML; a status, silent until then, tells them to
 * those who hear the page.
 */
export {};

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

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

class CopyText extends HTMLElement {
  connectedCallback() {
    if (!('clipboard' in navigator)) return;
    for (const button of this.querySelectorAll('button')) {
      const label = button.textContent;
      // Taken now: a translator may later put other words in their place.
      const text = this.text(button.dataset.copy);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const say = (message = '') => {
        button.textContent = message;
        announce(message);
        clearTimeout(timer);
        timer = setTimeout(() => (button.textContent = label), SHOWN);
      };
      button.hidden = false;
      button.onclick = () => {
        navigator.clipboard.writeText(text).then(
          () => {
            say(this.dataset.done);
          },
          () => {
            say(this.dataset.failed);
          },
        );
      };
    }
  }

  /** What a button copies. */
  text(what: string | undefined): string {
    const href = this.querySelector('a')?.href ?? '';
    const citation = this.querySelector('p')?.textContent.trim() ?? '';
    if (what !== 'card') return what === 'link' ? href : citation;
    const own = [...(this.closest('[id]')?.querySelectorAll('p') ?? [])];
    const words = own.filter((paragraph) => !this.contains(paragraph));
    const quoted = words.map(({ textContent }) => `<p>${escape(textContent.trim())}</p>`).join('');
    return `<blockquote cite="${escape(href)}">${quoted}<footer><a href="${escape(href)}">${escape(citation)}</a></footer></blockquote>`;
  }
}

customElements.define('copy-text', CopyText);
