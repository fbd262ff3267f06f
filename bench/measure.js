// Everything that is timed in the browser; the same for both pictures.
window.benchmark = (() => {
  const graph = () => document.querySelector('.stPlotlyChart .js-plotly-plot');
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let div = null;

  // From the click on the filter until the last change of the picture with the other events has been painted.
  async function redraw() {
    const before = graph().layout.meta;
    let last = 0, unpainted = 0;
    const watch = new MutationObserver((changes) => {
      if (!changes.some(({ target }) => target.closest && target.closest('.stPlotlyChart'))) return;
      unpainted += 1;
      painted().then(() => { unpainted -= 1; last = performance.now(); });
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    const start = performance.now();
    [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === 'Filter').click();
    while (performance.now() - start < 60000) {
      await pause(50);
      const now = graph();
      if (now && now.layout && now.layout.meta !== before && now.querySelector('.trace') && !unpainted && performance.now() - last > 700) break;
    }
    watch.disconnect();
    if (graph().layout.meta === before) throw new Error('the picture did not change');
    return last - start;
  }

  // The figure as it came, drawn into an empty place by Plotly alone.
  async function draw() {
    const { data, layout } = JSON.parse(JSON.stringify({ data: graph().data, layout: graph().layout }));
    if (div) { Plotly.purge(div); div.remove(); }
    div = document.createElement('div');
    div.style.cssText = 'position:fixed;left:0;top:0;z-index:1000000;background:white';
    document.body.append(div);
    await painted();
    const start = performance.now();
    await Plotly.newPlot(div, data, { ...layout, width: 1872 }, { displayModeBar: false });
    await painted();
    return performance.now() - start;
  }

  // The drawn figure pushed along by a hundredth of its days at a time: milliseconds a frame.
  async function pan(steps) {
    const { range } = div._fullLayout.xaxis;
    const dates = typeof range[0] === 'string';
    const [from, to] = range.map((one) => (dates ? Date.parse(one) : one));
    const frames = [];
    for (let step = 1; step <= steps; step += 1) {
      const shift = ((to - from) / 100) * step;
      const moved = [from + shift, to + shift].map((one) => (dates ? new Date(one).toISOString() : one));
      const start = performance.now();
      await Plotly.relayout(div, { 'xaxis.range': moved });
      await painted();
      frames.push(performance.now() - start);
    }
    return frames;
  }

  // The width of everything that can be pointed at.
  const widths = () => [...graph().querySelectorAll('path.point.plotly-customdata, .point path')].map((one) => one.getBoundingClientRect().width);
  const nodes = () => graph().querySelectorAll('*').length;
  return { redraw, draw, pan, widths, nodes, ready: () => Boolean(graph() && graph().layout && graph().querySelector('.trace')) };
})();
