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

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  // What was pressed outlives this place in the page: Streamlit may take it away for a moment and put it up again.
  const own = (window.ownStage ??= { id: Math.random().toString(36).slice(2), number: 0, recent: [], all: false, drawn: '', told: '' });
  if (own.place !== parentElement) { own.place = parentElement; own.drawn = ''; own.told = ''; }
  const say = () => {
    own.said = Date.now();
    try { setStateValue('pressed', JSON.stringify({ id: own.id, presses: own.recent, said: own.said })); } catch { /* taken away: said again by the next one */ }
  };
  own.send = (act) => {
    own.number += 1;
    own.recent = [...own.recent, [own.number, act]].slice(-60);
    say();
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
    const held = parentElement.contains(document.activeElement) && document.activeElement;
    const name = held && (held.dataset.act || held.dataset.choice);
    parentElement.querySelector('.sg-bar')?.remove();
    if (own.data.bar.length) parentElement.append(bar(own.data, own.all));
    if (name) parentElement.querySelector(`[data-act="${name}"], [data-choice="${name}"]`)?.focus();
  };
  own.data = data;
  own.draw();
  own.stop?.();
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(WRITES) || !document.querySelector('.st-key-stage')) return;
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
    if (!name || !parentElement.contains(event.target)) return;
    own.send(`${name}:${event.target.value}`);
    event.target.blur();
  };
  let timer = null;
  const size = () => {
    const now = `${document.documentElement.clientWidth}x${window.innerHeight}`;
    if (now !== own.told) { own.told = now; if (now !== data.size) setStateValue('size', now); }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(size, 250); };
  // A press that Python has not heard of is said again: a message sent while a page is still being set up can be lost.
  const again = setInterval(() => { if ((data.heard[own.id] || 0) < own.number && Date.now() - own.said > 1500) say(); }, 500);
  window.addEventListener('keydown', pressed, true);
  document.addEventListener('click', clicked, true);
  parentElement.addEventListener('change', chosen);
  window.addEventListener('resize', later);
  size();
  parentElement.closest('.st-key-stage')?.setAttribute('data-ready', '');
  own.stop = () => {
    clearInterval(again);
    window.removeEventListener('keydown', pressed, true);
    document.removeEventListener('click', clicked, true);
    parentElement.removeEventListener('change', chosen);
    window.removeEventListener('resize', later);
    clearTimeout(timer);
  };
  // Kept for a moment, so that a key between two places in the page is not lost.
  const mine = own.stop;
  return () => setTimeout(() => { if (own.stop === mine) mine(); }, 2000);
}
