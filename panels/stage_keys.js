// The keys of the room's screen, and the bar that does the same for the mouse. Every press has a number, and the last ones
// travel together, so that none is lost or taken twice however quickly they come.
const KEYS = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back', Home: 'first', End: 'last',
  b: 'blank', '.': 'blank', p: 'break', q: 'question', m: 'look', c: 'child', h: 'keys', d: 'detail', Escape: 'leave', Enter: 'yes' };
const WRITES = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function choice(label, act, options, chosen) {
  const made = element('select', { 'data-choice': act, 'aria-label': label });
  for (const [value, words] of options) made.append(element('option', { value, selected: value === chosen ? '' : null }, words));
  return element('label', {}, label, made);
}

function bar(data, all) {
  const made = element('div', { class: 'sg-bar', role: 'toolbar', 'aria-label': 'Keys of this screen' });
  for (const [act, key, words] of data.bar) made.append(element('button', { type: 'button', 'data-act': act }, element('kbd', {}, key), words));
  const right = element('span', { class: 'sg-right' });
  if (data.agencies.length) right.append(choice('View', 'agency', data.agencies, data.agency));
  if (data.episodes.length) right.append(choice('Go to', 'episode', data.episodes, data.episode));
  made.append(right);
  if (all) {
    const list = element('dl', { class: 'sg-all', role: 'group', 'aria-label': 'All keys' });
    for (const [keys, words] of data.all) list.append(element('div', {}, element('dt', {}, ...keys.map((key) => element('kbd', {}, key))), element('dd', {}, words)));
    made.append(list);
  }
  return made;
}

// What was pressed, and who listens, outlive the component: Streamlit may take it away for a moment and put it up again,
// and a key in between must not be lost. Nobody listens where the room's screen has gone.
function begun() {
  const own = { id: Math.random().toString(36).slice(2), number: 0, recent: [], all: false, drawn: '', told: '', said: 0, gone: 0 };
  const here = () => document.querySelector('.st-key-stage');
  own.say = () => { own.said = Date.now(); own.set('pressed', JSON.stringify({ id: own.id, presses: own.recent, said: own.said })); };
  own.send = (act) => {
    own.number += 1;
    own.recent = [...own.recent, [own.number, act]].slice(-60);
    own.say();
  };
  const act = (name) => {
    if (name === 'full') fullScreen();
    else if (name === 'all') { own.all = !own.all; own.draw(); }
    else if (name === 'leave' && own.all) { own.all = false; own.draw(); }
    else own.send(name);
  };
  own.draw = () => {
    const next = JSON.stringify([own.data, own.all]);
    if (next === own.drawn) return;
    own.drawn = next;
    const held = own.place.contains(document.activeElement) && document.activeElement;
    const name = held && (held.dataset.act || held.dataset.choice);
    own.place.querySelector('.sg-bar')?.remove();
    if (own.data.bar.length) own.place.append(bar(own.data, own.all));
    if (name) own.place.querySelector(`[data-act="${name}"], [data-choice="${name}"]`)?.focus();
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(WRITES) || !here()) return;
    if ((event.key === ' ' || event.key === 'Enter') && event.target.closest?.('button, a, summary')) return;
    const name = event.key === '?' ? 'all' : event.key.toLowerCase() === 'f' ? 'full' : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) act(name);
  };
  const clicked = (event) => {
    const found = event.target.closest?.('.st-key-stage [data-act]');
    if (!found) return;
    if (event.detail) found.blur();
    act(found.dataset.act);
  };
  const chosen = (event) => {
    const name = event.target.dataset?.choice;
    if (!name || !event.target.closest('.st-key-stage')) return;
    own.send(`${name}:${event.target.value}`);
    event.target.blur();
  };
  own.size = () => {
    const now = `${document.documentElement.clientWidth}x${window.innerHeight}`;
    if (now !== own.told && here()) { own.told = now; if (now !== own.data.size) own.set('size', now); }
  };
  let timer = null;
  const later = () => { clearTimeout(timer); timer = setTimeout(own.size, 250); };
  // A press that Python has not heard of is said again: a message sent while a page is still being set up can be lost.
  const again = () => {
    own.gone = here() ? 0 : own.gone + 1;
    if (own.gone > 20) own.stop();
    else if (!own.gone && (own.data.heard[own.id] || 0) < own.number && Date.now() - own.said > 1500) own.say();
  };
  own.listen = () => {
    own.gone = 0;
    if (own.asking) return;
    own.asking = setInterval(again, 500);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('resize', later);
    document.addEventListener('click', clicked, true);
    document.addEventListener('change', chosen);
  };
  own.stop = () => {
    clearInterval(own.asking);
    own.asking = null;
    window.removeEventListener('keydown', pressed, true);
    window.removeEventListener('resize', later);
    document.removeEventListener('click', clicked, true);
    document.removeEventListener('change', chosen);
  };
  return own;
}

export default function (component) {
  const place = component.parentElement;
  // A call can come late, when its place was already taken away.
  if (!place.isConnected) return;
  const own = (window.ownStage ??= begun());
  if (own.place !== place) Object.assign(own, { place, drawn: '', told: '' });
  Object.assign(own, { data: component.data, set: component.setStateValue });
  own.draw();
  own.listen();
  own.size();
  place.closest('.st-key-stage')?.setAttribute('data-ready', '');
}
