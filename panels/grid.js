export default function(component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector('.ct-grid');
  if (!root) { root = document.createElement('div'); root.className = 'ct-grid'; parentElement.appendChild(root); }
  root.textContent = '';
  const make = (tag, cls, text) => { const one = document.createElement(tag); if (cls) one.className = cls; if (text) one.textContent = text; return one; };
  const table = make('table');
  table.appendChild(make('caption', 'hidden', data.caption));
  const head = make('tr'); const corner = make('th', 'lane', 'Agency'); corner.scope = 'col'; head.appendChild(corner);
  for (const column of data.columns) { const th = make('th', '', column.title + ' '); th.scope = 'col'; th.appendChild(make('span', 'count', String(column.count))); head.appendChild(th); }
  const thead = make('thead'); thead.appendChild(head); table.appendChild(thead);
  const body = make('tbody');
  for (const row of data.rows) {
    const tr = make('tr'); const th = make('th', 'lane', row.name); th.scope = 'row'; tr.appendChild(th);
    for (const cell of row.cells) {
      const td = make('td');
      for (const card of cell) {
        const button = make('button', 'card' + (card.id === data.chosen ? ' chosen' : '') + (card.later ? ' later' : ''));
        button.type = 'button'; button.setAttribute('aria-pressed', card.id === data.chosen ? 'true' : 'false');
        const sign = make('span', 'sign', card.glyph); sign.style.color = card.colour; sign.setAttribute('aria-label', card.kind); sign.setAttribute('role', 'img'); button.appendChild(sign);
        button.appendChild(make('span', 'title', card.title));
        if (card.when) button.appendChild(make('span', 'when', ' [' + card.when + ']'));
        for (const badge of card.badges) button.appendChild(make('span', 'badge ' + badge.look, badge.text));
        button.addEventListener('click', () => setTriggerValue('chosen', card.id));
        td.appendChild(button);
      }
      tr.appendChild(td);
    }
    body.appendChild(tr);
  }
  table.appendChild(body); root.appendChild(table);
}
