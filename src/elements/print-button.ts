/** `<print-button>`: shows its button, which opens the browser's own printing. */
export {};

class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    button.hidden = false;
    button.onclick = () => {
      print();
    };
  }
}

customElements.define('print-button', PrintButton);
