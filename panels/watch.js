export default function(component) {
  const { setStateValue, setTriggerValue, data } = component;
  const size = () => `${document.documentElement.clientWidth}x${window.innerHeight}`;
  let told = data && data.size;
  const tell = () => { const now = size(); if (now !== told) { told = now; setStateValue('size', now); } };
  let timer = null;
  const later = () => { clearTimeout(timer); timer = setTimeout(tell, 250); };
  window.addEventListener('resize', later);
  tell();
  let graph = null;
  const zoomed = (event) => {
    if (event['xaxis.autorange'] || event['autosize'] === true) { if (event['xaxis.autorange']) setTriggerValue('zoom', 'whole'); return; }
    const a = event['xaxis.range[0]'], b = event['xaxis.range[1]'];
    if (a !== undefined && b !== undefined) setTriggerValue('zoom', `${Math.round(a)} ${Math.round(b)}`);
  };
  // A container with a height scrolls, and Streamlit gives it neither a name nor a place among what the Tab key reaches.
  const mend = (selector, label) => {
    const found = document.querySelector(selector);
    if (!found || found.hasAttribute('tabindex')) return;
    for (const [name, value] of [['tabindex', '0'], ['role', 'region'], ['aria-label', label]]) found.setAttribute(name, value);
  };
  const look = setInterval(() => {
    const found = document.querySelector('.st-key-picture .js-plotly-plot');
    if (found && found !== graph && found.on) { graph = found; graph.on('plotly_relayout', zoomed); }
    const focus = document.querySelector('.st-key-picture [role=figure]');
    if (focus && !focus.hasAttribute('tabindex')) focus.setAttribute('tabindex', '0');
    mend('.st-key-knew', 'Facts by agencies');
  }, 300);
  return () => {
    window.removeEventListener('resize', later); clearInterval(look); clearTimeout(timer);
    if (graph && graph.removeListener) graph.removeListener('plotly_relayout', zoomed);
  };
}
