"""What keeps people out of a page: rules of WCAG 2.2 AA that it breaks by axe-core, and what scrolls sideways."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIDEWAYS = """() => ['html', 'body', '[data-testid=stApp]', '[data-testid=stMain]', '[data-testid=stMainBlockContainer]']
  .map(one => document.querySelector(one)).filter(one => one.scrollWidth > one.clientWidth)
  .map(one => `${one.tagName} ${one.scrollWidth} in ${one.clientWidth}`)"""


def violations(page):
    """What axe-core finds: rule, where, and what is there."""
    asked = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=asked).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:200]}" for rule in found for node in rule["nodes"]]
