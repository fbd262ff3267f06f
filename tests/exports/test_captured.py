"""What the room said, as Markdown and Word: in order, with questions and paragraphs, and every text as text."""

import io
from dataclasses import replace
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.captured import CAUTION, captured_markdown, escaped, plain, sections
from exports.captured_word import captured_docx
from exports.kept import Said
from measures.running import running_order

REST = """
practice:
  - {id: ring-back, kind: missed opportunity, basis: stated, number: 4, events: event-2, title: Ring back, source: [2.2, 2.3]}
episodes:
  - {id: first, title: The first calls, from: 2015-06-01, to: 2015-06-30, question: "What did *you* know?", source: 1.0}
  - {id: second, title: Later, from: 2015-07-01, to: 2015-07-31}
"""
ABOUT_POINT = Said("1", "2026-11-22T10:41:00", "Worked", "we rang back", 4, "first", "practice", "ring-back")
ABOUT_EVENT = Said("2", "2026-11-22T10:37:00", "Known", "many papers;\nwe read the first", 2, "first", "event", "event-1")
SAME_EVENT = replace(ABOUT_EVENT, said_id="3", at="2026-11-22T10:31:00", kind="", text="two workers", step=5)
ABOUT_CASE = Said("4", "2026-11-22T10:01:00", "For the child", "a boy of three", 0)

HOSTILE = [
    "# heading",
    "=1+1",
    "- item",
    "12. item",
    "12) item",
    "+ item",
    "> quote",
    "---",
    "===",
    "**bold** _it_ `code`",
    "[link](x) ![picture](x)",
    "<b>b</b> &amp; <!-- c -->",
    "https" + "://a.example www.a.example me@a.example",
    "| a | b |",
    "~~x~~ $x$ a\\b",
    "    indented",
    "{{ }} {.class}",
    "\x00\x07a\x1b\ufffeb",
]


class Text(HTMLParser):
    """The words of a piece of HTML, and the names of its elements."""

    def __init__(self, html):
        super().__init__()
        self.words, self.names = "", set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)

    def handle_data(self, words):
        self.words += words


def read(markdown):
    """Markdown as a reader of CommonMark with tables and struck words shows it."""
    return Text(MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"]).render(markdown))


@pytest.fixture
def found(case_of):
    case = case_of(["2015-06-12", "2015-06-13", "2015-07-02"], rest=REST)
    running = running_order(case.episodes, case.events, case.practice)
    return sections(case, running, [ABOUT_POINT, ABOUT_EVENT, SAME_EVENT, ABOUT_CASE])


def test_what_was_said_stands_under_its_event_or_point_in_the_order_of_the_room(found):
    """The case first, then the episodes; the first event before the point; by the clock under one event."""
    assert [(one.title, one.question, one.source) for one in found] == [
        ("About the case", "", ()),
        ("Episode 1 of 2: The first calls", "What did *you* know?", ("1.0",)),
        ("Episode 2 of 2: Later", "", ()),
    ]
    assert [(part.words, part.source, part.said) for part in found[1].parts] == [
        ("12 June 2015, Health visiting: Officers called, time 1", ("1.1",), (SAME_EVENT, ABOUT_EVENT)),
        ("M4, missed opportunity: Ring back", ("2.2", "2.3"), (ABOUT_POINT,)),
    ]


def test_nothing_is_dropped_when_the_case_file_has_changed(case_of):
    """An episode or event that is no longer there is said to be gone; its words stay."""
    case = case_of(["2015-06-12"])
    running = running_order(case.episodes, case.events, case.practice)
    lost = sections(case, running, [ABOUT_EVENT, replace(ABOUT_POINT, episode_id="gone")])
    assert [(one.title, [(part.words, len(part.said)) for part in one.parts]) for one in lost[1:]] == [
        ("Not in the case file any more", [("12 June 2015, Health visiting: Officers called, time 1", 1)]),
        ("Not in the case file any more", [("Not in the case file any more", 1)]),
    ]


def test_the_markdown_is_whole(found, margin):
    """Every line of it."""
    assert captured_markdown(found, margin).decode("utf-8") == "\n".join(
        [
            "# What the room said",
            "",
            "- Case: Example \\& \\<b\\>case\\</b\\>",
            "- Marking: OFFICIAL-SENSITIVE",
            "- Written down: 4 notes",
            "- Source of the case: Review of Example, 2018",
            "- Made: on 22 November 2026 from example.yaml, version 3f2a91c",
            f"- Caution: {CAUTION}",
            "",
            "## About the case",
            "",
            "### The whole",
            "",
            "- **For the child**, 10:01: a boy of three",
            "",
            "## Episode 1 of 2: The first calls",
            "",
            "> What did \\*you\\* know?",
            "",
            "Paragraph 1.0",
            "",
            "### 12 June 2015, Health visiting: Officers called, time 1",
            "",
            "Paragraph 1.1",
            "",
            "- 10:31: two workers",
            "- **Known**, 10:37: many papers;\\",
            "  we read the first",
            "",
            "### M4, missed opportunity: Ring back",
            "",
            "Paragraphs 2.2, 2.3",
            "",
            "- **Worked**, 10:41: we rang back",
            "",
            "## Episode 2 of 2: Later",
            "",
            "Nothing was written down.",
            "",
        ]
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_markdown_is_shown_as_written(text):
    """No heading, list, quotation, link, picture, table, HTML or code comes of it."""
    shown = read(escaped(text))
    assert (shown.names, shown.words.strip()) == ({"p"}, " ".join(plain(text).split()))


@given(st.text(min_size=1, max_size=40))
def test_any_text_in_a_list_is_shown_as_written(text):
    """The same for every text, as an item of the list."""
    shown = read(f"- {escaped(text)}" if escaped(text) else "- x")
    expected = " ".join(plain(text).split()) or "x"
    assert (shown.names, shown.words.split()) == ({"ul", "li"}, expected.split())


def paragraphs(made):
    return [(one.style.name, one.text) for one in docx.Document(io.BytesIO(made)).paragraphs]


def test_the_word_document_reads_in_the_same_order(found, margin):
    """Headings in their places, questions, paragraphs, and each note with its kind and time."""
    read_back = paragraphs(captured_docx(found, margin))
    assert read_back[0] == ("Title", "What the room said")
    assert read_back[7:] == [
        ("Heading 1", "About the case"),
        ("Heading 2", "The whole"),
        ("List Bullet", "For the child, 10:01: a boy of three"),
        ("Heading 1", "Episode 1 of 2: The first calls"),
        ("Normal", "What did *you* know?"),
        ("Normal", "Paragraph 1.0"),
        ("Heading 2", "12 June 2015, Health visiting: Officers called, time 1"),
        ("Normal", "Paragraph 1.1"),
        ("List Bullet", "10:31: two workers"),
        ("List Bullet", "Known, 10:37: many papers;\nwe read the first"),
        ("Heading 2", "M4, missed opportunity: Ring back"),
        ("Normal", "Paragraphs 2.2, 2.3"),
        ("List Bullet", "Worked, 10:41: we rang back"),
        ("Heading 1", "Episode 2 of 2: Later"),
        ("Normal", "Nothing was written down."),
    ]


def test_the_marking_and_the_version_stand_on_every_page(found, margin):
    """In the header and the footer."""
    part = docx.Document(io.BytesIO(captured_docx(found, margin))).sections[0]
    assert part.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert part.footer.paragraphs[0].text.startswith("Example & <b>case</b>. Made on 22 November 2026 from example.yaml, version")


def test_every_text_in_word_stays_text(found, margin):
    """The file opens, shows what was written, and has no field but the page number."""
    texts = [*HOSTILE, 'HYPERLINK "x"', "{ PAGE }", "TOC \\o", "x" * 3000]
    said = tuple(replace(ABOUT_EVENT, text=text) for text in texts)
    made = captured_docx([replace(found[1], parts=(replace(found[1].parts[0], said=said),))], margin)
    assert paragraphs(made)[-len(texts) :] == [("List Bullet", f"Known, 10:37: {plain(text.strip())}") for text in texts]
    whole = docx.Document(io.BytesIO(made))
    fields = [one for one in whole.element.iter() if one.tag.endswith(("}fldSimple", "}instrText", "}hyperlink"))]
    assert fields == []
