/* Asks before a page with changed fields is left. Forms work without it. */
let changed = document.querySelector('form[data-unsaved]') !== null;
document.addEventListener('input', () => {
  changed = true;
});
document.addEventListener('submit', () => {
  changed = false;
});
window.addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault();
});
