// The keys of the facilitator's window. Every press has a number and the last ones travel together, as on the room's screen,
// so that none is lost or taken twice however quickly they come.
const KEYS = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back', b: 'blank', '.': 'blank', p: 'break', q: 'question' };
const WRITES = 'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=radiogroup], [role=dialog] *, [role=tablist] *';
export default function (component) {
  const { parentElement, setStateValue } = component;
  const own = (parentElement.ownKeys ??= { id: Math.random().toString(36).slice(2), number: 0, recent: [] });
  const pressed = (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!(key in KEYS) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.(WRITES) || document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    own.number += 1;
    own.recent = [...own.recent, [own.number, KEYS[key]]].slice(-60);
    setStateValue('pressed', JSON.stringify({ id: own.id, presses: own.recent }));
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}
