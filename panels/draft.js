// What is being written is sent while it is written, so that a page closed by mistake loses nothing of it. Each state of the
// field has a number and is said again until Python has kept it. What was written outlives the component, which Streamlit may
// take away for a moment and put up again.
const PLACE = '.st-key-capture-text textarea';

function begun() {
  const own = { id: Math.random().toString(36).slice(2), number: 0, text: null, said: 0, timer: null };
  const say = () => {
    own.timer = null;
    own.said = Date.now();
    own.set('draft', JSON.stringify({ id: own.id, number: own.number, text: own.text }));
  };
  const waits = () => own.number > (own.kept[own.id] || 0);
  own.mark = () => document.querySelector(PLACE)?.toggleAttribute('data-kept', !waits());
  document.addEventListener('input', (event) => {
    if (!event.target.matches?.(PLACE)) return;
    own.number += 1;
    own.text = event.target.value;
    own.mark();
    own.timer ??= setTimeout(say, 400);
  });
  const look = () => {
    own.mark();
    if (document.querySelector(PLACE) && waits() && own.timer === null && Date.now() - own.said > 1500) say();
  };
  setInterval(look, 500);
  return own;
}

export default function (component) {
  if (!component.parentElement.isConnected) return;
  const own = (window.ownDraft ??= begun());
  Object.assign(own, { kept: component.data.kept, set: component.setStateValue });
  own.mark();
}
