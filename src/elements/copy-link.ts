/**
 * `<copy-link>`: shows its button, which copies the address of its link, or the text of its
 * paragraph, and says in the status beside it what it did. The words come from the HTML.
 */
class CopyLink extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || !('clipboard' in navigator)) return;
    button.hidden = false;
    button.onclick = () => {
      const link = this.querySelector('a');
      const text = link ? link.href : (this.querySelector('p')?.textContent ?? '');
      navigator.clipboard.writeText(text).then(
        () => {
          this.say(this.dataset.done);
        },
        () => {
          this.say(`${this.dataset.failed ?? ''}${text}`);
        },
      );
    };
  }

  say(message = '') {
    const status = this.querySelector('[role=status]');
    // An empty status first: the same words said twice are then announced twice.
    if (status) status.textContent = '';
    setTimeout(() => {
      if (status) status.textContent = message;
    }, 50);
  }
}

customElements.define('copy-link', CopyLink);
