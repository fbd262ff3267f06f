"""The pages over many cases at twice the size, a 1920 by 1080 screen at 200 %: every control is on the screen, and none lies over another."""

import re

import pytest

pytestmark = pytest.mark.browser
TWICE = (960, 540)
SIDEWAYS = """() => ['html', 'body', '[data-testid=stApp]', '[data-testid=stMain]', '[data-testid=stMainBlockContainer]']
  .map(one => document.querySelector(one)).filter(one => one.scrollWidth > one.clientWidth)
  .map(one => `${one.tagName} ${one.scrollWidth} in ${one.clientWidth}`)"""
# A control is what the Tab key reaches; of a list the whole box counts, since its field lies within it. Tables scroll in themselves.
OVERLAPS = """([least]) => {
  const shown = one => one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden' && !one.closest('[aria-hidden=true]');
  const box = one => one.closest('[data-testid=stSelectbox], [data-testid=stMultiSelect], [data-testid=stTextInput]') || one.closest('label') || one;
  const boxes = [...new Set([...document.querySelectorAll('[data-testid=stMain] button, [data-testid=stMain] input, [data-testid=stMain] summary, '
    + '[data-testid=stHeader] nav a, [aria-label="App pages"] a, .st-key-top button, .st-key-top input')]
    .filter(one => shown(one) && !one.closest('[data-testid=stDataFrame], [data-testid=stElementToolbar], .modebar')).map(box))];
  const name = one => (one.getAttribute('aria-label') || one.innerText || '').trim().split('\\n')[0];
  const places = boxes.map(one => [one, one.getBoundingClientRect()]).filter(([, place]) => place.width > 1 && place.height > 1);
  const found = places.length < least ? [`only ${places.length} controls were found`] : [];
  for (const [one, a] of places) {
    if (a.left < -1 || a.right > innerWidth + 1) found.push(`${name(one)} is off the screen`);
    for (const [other, b] of places) {
      if (one === other || one.contains(other) || other.contains(one)) continue;
      if (!!one.closest('[data-testid=stMain]') !== !!other.closest('[data-testid=stMain]')) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) found.push(`${name(one)} over ${name(other)}`);
    }
  }
  return found;
}"""
LEAST = 12
PAGES = (
    "/density",
    "/density?show=multiples&cases=child-j.child-k",
    "/density?show=strip&per=quarter",
    "/delay",
    "/learning",
    "/sight?case=child-j",
)


@pytest.mark.parametrize("path", PAGES)
def test_at_twice_the_size_no_control_covers_another_and_nothing_scrolls_sideways(new_tab, server, path):
    """Menu, choices, what is taken along, and the lists below the picture, which is drawn whole within the window."""
    with new_tab(server, TWICE, scale=2) as tab:
        tab.go(path)
        note = tab.page.get_by_role("button", name=re.compile("^Open the cases?$"))
        figure = tab.page.locator(".js-plotly-plot .main-svg").first
        note.or_(figure).first.wait_for()
        if note.count():
            note.click()
        figure.wait_for()
        tab.calm()
        tab.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
        assert tab.page.evaluate(OVERLAPS, [LEAST]) == []
        assert tab.page.evaluate(SIDEWAYS) == []
        right = tab.page.evaluate(
            "() => Math.max(...[...document.querySelectorAll('.js-plotly-plot')].map(one => one.getBoundingClientRect().right))"
        )
        assert right <= TWICE[0]
