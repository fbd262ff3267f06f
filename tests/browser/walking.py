"""A walk through a case on the room's screen, by keyboard alone, with a look at each step for what lies ahead."""

from playwright.sync_api import expect

from loaders import read_library
from measures.running import running_order

CASES = read_library().cases
PATIENCE_MS = 30_000
SAID = """() => document.documentElement.outerHTML + [...document.querySelectorAll('.js-plotly-plot')]
  .map(one => JSON.stringify(one.data) + JSON.stringify(one.layout)).join('') + document.title + location.href"""
# Waits in the page, in one call, until the step stands on the screen and, where it has a picture, the picture is of this step;
# then says which of the titles stand in the page, its pictures, its title or its address. Null where the step never comes.
FOUND = (
    "async ([place, title, shown, ahead, patience]) => { const said = "
    + SAID
    + r""";
  const ready = () => {
    const head = document.querySelector('.sg-progress')?.getAttribute('aria-label') || '';
    if (!head.startsWith(place + ' of ')) return false;
    if (shown && !document.querySelector(shown)) return false;
    // What was looked back on may stand a moment longer than its step.
    if (!shown.includes('.sg-back') && document.querySelector('.sg-back, .sg-later')) return false;
    if (!title) return !document.querySelector('.st-key-stage .sg-caption');
    const figure = document.querySelector('.st-key-stage [role=figure]')?.getAttribute('aria-label') || '';
    return figure.includes('In focus: ' + title) && !!document.querySelector('.st-key-stage .js-plotly-plot')?.data;
  };
  const until = performance.now() + patience;
  while (!ready()) {
    if (performance.now() > until) return null;
    await new Promise((done) => setTimeout(done, 15));
  }
  const marks = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };
  const words = said().replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name) => marks[name]).replaceAll('\\"', '"').replaceAll('<br>', ' ');
  const whole = (one) => new RegExp('(?<![\\p{L}\\p{N}_])' + one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + '(?![\\p{L}\\p{N}_])', 'u');
  return ahead.filter((one) => words.includes(one) && whole(one).test(words));
}"""
)

STANDS = """() => [...['.sg-progress', '.st-key-stage [role=figure]'].map(one => document.querySelector(one)?.getAttribute('aria-label') || one),
  JSON.stringify([window.ownStage?.number, window.ownStage?.data?.heard, Date.now() - window.ownStage?.said,
    document.contains(window.ownStage?.place), !!document.querySelector('.sg-bar'),
    document.querySelector('[data-testid=stApp]').dataset.testScriptState])].join('; ')"""


def order_of(case):
    return running_order(case.episodes, case.events, case.practice)


def look(page, case, order, step, *, ahead=(), shown=""):
    """Wait until the screen shows the step of the running order, and `shown` if given; which of the titles ahead are on the page."""
    ids = order.at[step, "event_ids"] if order.at[step, "kind"] == "event" else ()
    title = case.events.set_index("event_id").at[ids[0], "title"] if ids else ""
    found = page.evaluate(FOUND, [f"Step {step + 1}", title, shown, sorted(ahead), PATIENCE_MS])
    stands = page.evaluate(STANDS) if found is None else ""
    assert found is not None, f"Step {step + 1} ({title}) did not come in {PATIENCE_MS // 1000} seconds: {stands}"
    return found


def ahead_of(case, order, step):
    """Every title that must not be on the page at a step: later events, points not yet looked back on, findings, later episodes."""
    row = order.iloc[step]
    told = {one for ids in order.loc[order["step"] <= step, "event_ids"] for one in ids}
    points = {
        one for ids in order.loc[(order["step"] <= step) & (order["number"] == row["number"]), "practice_ids"] for one in ids
    }
    seen = set(case.events.loc[case.events["event_id"].isin(told), "title"])
    titles = set(case.events["title"]) - seen
    near = {one for ids in order.loc[order["number"] == row["number"], "practice_ids"] for one in ids}
    shown = points if row["kind"] != "looking back" else near
    titles |= set(case.practice.loc[~case.practice["practice_id"].isin(shown), "title"])
    titles |= set(case.findings["title"]) | set(order.loc[order["number"] > max(row["number"], 0), "episode_title"])
    return {one for one in titles if one} - set(order.loc[order["number"] <= row["number"], "episode_title"])


def walk(tab, name):
    """From the content note to the last looking back; the titles that stood on the page before their step, by step."""
    case = CASES[name]
    order = order_of(case)
    last = int(order.loc[order["kind"] == "looking back", "step"].iloc[-1])
    tab.go(f"/present?case={name}")
    tab.page.locator(".st-key-stage[data-ready]").wait_for()
    leaks = {0: look(tab.page, case, order, 0, ahead=ahead_of(case, order, 0))}
    for step in range(1, last + 1):
        back = order.at[step, "kind"] == "looking back"
        tab.page.keyboard.press("Enter" if step == 1 else "ArrowRight")
        if back and order.at[step - 1, "kind"] != "looking back":
            leaks[f"{step} asks"] = look(
                tab.page, case, order, step, ahead=ahead_of(case, order, step - 1), shown=".sg-calm [data-act=yes]"
            )
            expect(tab.page.get_by_role("heading", name="Look back on this episode?")).to_be_visible()
            tab.page.keyboard.press("m")
        shown = ".sg-back, .sg-later" if back else ""
        leaks[step] = look(tab.page, case, order, step, ahead=ahead_of(case, order, step), shown=shown)
    return {step: found for step, found in leaks.items() if found}
