export default function(component) {
  const { top, bottom } = component.data || {};
  let tries = 0;
  const timer = setInterval(() => {
    const box = document.querySelector('.st-key-knew');
    const drawn = box && box.querySelector('.js-plotly-plot .textpoint');
    if (!drawn && ++tries < 60) return;
    clearInterval(timer);
    let outer = box;
    while (outer && outer.scrollHeight <= outer.clientHeight + 1) outer = outer.parentElement;
    if (!drawn || bottom === undefined || !outer || outer.querySelector('.st-key-filters')) return;
    if (top < outer.scrollTop || bottom > outer.scrollTop + outer.clientHeight) outer.scrollTop = Math.max(0, top - 90);
  }, 250);
  return () => clearInterval(timer);
}
