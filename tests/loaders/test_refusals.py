"""Every way a chronology can be wrong, and the whole of what its author is told."""

import pytest

from loaders import ChronologyError, read_case

ONE = "timelines/example.yaml: 1 problem"
TWO = "timelines/example.yaml: 2 problems"


def test_two_problems_come_at_once_with_place_and_remedy(situation):
    """A wrong day and a wrong agency are told together, in line order, wrapped for reading."""
    with pytest.raises(ChronologyError) as error:
        situation("harbour-street")
    assert str(error.value) == (
        "timelines/harbour-street.yaml: 2 problems\n"
        "  line 5, event home-visit: date '2001-02-30' is not in the calendar. Write the right day, or only the month\n"
        "  or year if that is all the record gives.\n"
        "  line 6, event call-out: agency 'polcie' is not in this case (family, health, police); the nearest is\n"
        "  'police'. Correct it, or add it under agencies."
    )


def test_problems_stand_in_line_order(smallest, refused):
    """The author can work down the file."""
    wrong = (
        smallest.replace("name:", "nmae:")
        .replace("agency: police", "agency: polcie")
        .replace("title: Off", "mode: fax\n    title: Off")
    )
    assert refused(wrong) == [
        "timelines/example.yaml: 4 problems",
        "line 6, agency police: key 'name' is missing; every agency needs it. Add a line 'name: ...'.",
        "line 7, agency police: key 'nmae' is not known in an agency. The nearest is 'name'.",
        "line 10, event 1: agency 'polcie' is not in this case (family, police); the nearest is 'police'. "
        "Correct it, or add it under agencies.",
        "line 11, event 1: mode 'fax' is not one of: in person, phone, letter, email, online. Choose one of them.",
    ]


def test_an_unknown_key_names_the_nearest(smallest, refused):
    """A slip of the finger is answered with the key that was meant."""
    assert refused(smallest + "    detial: x\n") == [
        ONE,
        "line 12, event 1: key 'detial' is not known in an event. The nearest is 'detail'.",
    ]


def test_an_unknown_key_near_to_none_lists_those_there_are(smallest, refused):
    """The key `on` stays the text 'on', and what may stand there is listed."""
    assert refused(smallest.replace("    name", "    on: x\n    name")) == [
        ONE,
        "line 7, agency police: key 'on' is not known in an agency. "
        "Known here: area, contribution, id, name, note, part_of, role, sector, short, source.",
    ]


def test_a_problem_inside_a_single_share_has_its_own_line(smallest, refused):
    """One share without a dash is looked into like a list of shares."""
    assert refused(smallest + "    shared_with:\n      agency: family\n      outcom: late\n") == [
        ONE,
        "line 14, event 1: key 'outcom' is not known in a share. The nearest is 'outcome'.",
    ]


def test_a_missing_key_is_named(smallest, refused):
    """What every entry needs is asked for by name."""
    assert refused(smallest.replace("    title: Officers called to the flat\n", "")) == [
        ONE,
        "line 9, event 1: key 'title' is missing; every event needs it. Add a line 'title: ...'.",
    ]


def test_a_missing_section_is_named_once(smallest, refused):
    """Events without agencies are one problem, not one for each event."""
    assert refused(smallest.replace("agencies:\n  police:\n    name: County Police\n", "")) == [
        ONE,
        "line 1: key 'agencies' is missing; every chronology needs it. Add a line 'agencies: ...'.",
    ]


def test_a_mistyped_section_is_not_blamed_on_its_references(smallest, refused):
    """What stands under a mistyped heading is not called unknown as well."""
    assert refused(smallest + "    seen: child\npeopel:\n  child:\n    name: Child\n") == [
        ONE,
        "line 13: key 'peopel' is not known in a chronology. The nearest is 'people'.",
    ]


def test_an_unknown_reference_names_the_nearest(smallest, refused):
    """A reference to nobody says whom the case holds."""
    wrong = smallest + "    seen: [child, chidl]\npeople:\n  child:\n    name: Child\n"
    assert refused(wrong) == [
        ONE,
        "line 12, event 1: seen: person 'chidl' is not in this case (child); the nearest is 'child'. "
        "Correct it, or add it under people.",
    ]


def test_a_reference_into_an_empty_section_says_so(smallest, refused):
    """Where nothing is entered, there is nothing near."""
    assert refused(smallest + "    facts: bruise\n") == [
        ONE,
        "line 12, event 1: fact 'bruise' is not in this case (none is entered). Correct it, or add it under facts.",
    ]


def test_an_unknown_theme_names_where_codes_are_kept(smallest, refused):
    """Themes come from the shared list or from the case."""
    assert refused(smallest + "practice:\n  - kind: mixed\n    title: A point\n    themes: chidl-seen\n") == [
        ONE,
        "line 15, practice 1: theme 'chidl-seen' is not in this case (none is entered). "
        "Correct it, or add it to timelines/themes.yaml or under themes.",
    ]


def test_an_id_the_file_does_not_hold_cannot_be_referred_to(smallest, refused):
    """An event without an id has none that an author could know."""
    assert refused(smallest + "    responds_to: event-1\n") == [
        ONE,
        "line 12, event 1: responds_to: event 'event-1' is not in this case (none is entered). "
        "Correct it, or add it under events.",
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("episodes:\n  - title: Talk\n    to: cal\n", "line 15, episode 1: to: event 'cal'"),
        (
            "    shared_with:\n      agency: police\n      received:\n        after: cal\n",
            "line 15, event call: received: event 'cal'",
        ),
        ("clocks:\n  - title: Due\n    starts: call\n    met_by: cal\n", "line 16, clock 1: met_by: event 'cal'"),
        ("clocks:\n  - title: Due\n    starts:\n      event: cal\n", "line 16, clock 1: event 'cal'"),
    ],
)
def test_a_reference_inside_a_date_or_moment_is_checked(smallest, refused, more, said):
    """Ends, shares and clocks may name an event, and it must exist."""
    told = f"{said} is not in this case (call); the nearest is 'call'. Correct it, or add it under events."
    assert refused(smallest.replace("- date", "- id: call\n    date") + more) == [ONE, told]


def test_the_agency_of_a_receipt_is_checked(smallest, refused):
    """Whoever received it must have a lane."""
    clock = "clocks:\n  - title: Due\n    starts:\n      event: call\n      received_by: polis\n"
    assert refused(smallest.replace("- date", "- id: call\n    date") + clock) == [
        ONE,
        "line 17, clock 1: received_by: agency 'polis' is not in this case (family, police); the nearest is 'police'. "
        "Correct it, or add it under agencies.",
    ]


def test_a_repeated_id_is_refused(smallest, refused):
    """Two events of one id could not be told apart."""
    event = "  - id: visit\n    date: 2015\n    agency: police\n    title: Visit\n"
    assert refused(smallest + event + event) == [
        ONE,
        "line 16, event visit: id 'visit' is already used on line 12. Give each event an id of its own.",
    ]


def test_a_repeated_key_is_refused(smallest, refused):
    """The second of two keys never silently wins."""
    assert refused(smallest + "    title: Another\n") == [
        ONE,
        "line 12: key 'title' stands here and on line 11. Keep one, or give the second a name of its own. "
        "If a new entry begins here, put '- ' before its first key.",
    ]


def test_a_forgotten_dash_is_asked_for_once_an_entry(smallest, refused):
    """An event without its dash repeats every key of the one before: the first of them tells what is missing."""
    said = "Keep one, or give the second a name of its own."
    assert refused(smallest + "    date: 2015-06-13\n    agency: police\n    title: Second\n") == [
        "timelines/example.yaml: 3 problems",
        f"line 12: key 'date' stands here and on line 9. {said} If a new entry begins here, put '- ' before its first key.",
        f"line 13: key 'agency' stands here and on line 10. {said}",
        f"line 14: key 'title' stands here and on line 11. {said}",
    ]


def test_no_dash_is_asked_for_where_no_list_is(smallest, refused):
    """An agency under its id has no dash, and nor has the case."""
    said = "Keep one, or give the second a name of its own."
    assert refused(smallest.replace("    name", "    name: Police\n    name").replace("  title: E", "  id: x\n  title: E")) == [
        TWO,
        f"line 4: key 'id' stands here and on line 3. {said}",
        f"line 9: key 'name' stands here and on line 8. {said}",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("    title: Officers called to the flat", "line 11, event 1: key 'title' is blank; every event needs it. Fill it in."),
        ("    name: County Police", "line 7, agency police: key 'name' is blank; every agency needs it. Fill it in."),
    ],
)
def test_a_blank_key_is_to_be_filled_in_and_not_added(smallest, refused, line, told):
    """Another line of that key would be one too many."""
    assert refused(smallest.replace(line, line.split(":")[0] + ":")) == [ONE, told]


def test_a_blank_section_is_to_be_filled_in(smallest, refused):
    """Its entries go below it."""
    assert refused(smallest.split("  - date")[0]) == [
        ONE,
        "line 8: key 'events' is blank; every chronology needs it. Fill it in.",
    ]


def test_an_id_given_twice_for_one_entry_is_refused(smallest, refused):
    """An entry under its id is not called something else inside."""
    assert refused(smallest.replace("    name", "    id: cops\n    name")) == [
        ONE,
        "line 7, agency police: the id is given twice, as 'police' and as 'cops'. Keep the one before the colon.",
    ]


@pytest.mark.parametrize("day", ["2001-02-29", "2015-13", "2015-06-31", "2015-00", "2015-XX-12", "2015-25"])
def test_a_date_outside_the_calendar_is_refused(smallest, refused, day):
    """An impossible day is named as written."""
    assert refused(smallest.replace("2015-06-12", day)) == [
        ONE,
        f"line 9, event 1: date '{day}' is not in the calendar. Write the right day, or only the month or year "
        "if that is all the record gives.",
    ]


@pytest.mark.parametrize("day", ["12/06/2015", "June 2015", "2015-6-12", "12:30", "2015T10:00", "2015-06-12T25:00", "２０１５"])
def test_words_and_other_ways_to_write_a_date_are_refused(smallest, refused, day):
    """What is not EDTF is answered with how to write it."""
    assert refused(smallest.replace("2015-06-12", f'"{day}"')) == [
        ONE,
        f"line 9, event 1: date '{day}' is not a date this format knows. Write 2015-06-12, 2015-06, 2015, "
        "2015-21 (spring), 2015-06-26/2015-06-30, or undated.",
    ]


def test_a_reversed_interval_is_refused(smallest, refused):
    """An interval runs from the earlier to the later day."""
    assert refused(smallest.replace("2015-06-12", "2015-06-30/2015-06-26")) == [
        ONE,
        "line 9, event 1: date '2015-06-30/2015-06-26' ends before it starts. Write the earlier day first.",
    ]


def test_an_interval_open_at_both_ends_is_refused(smallest, refused):
    """Neither end known is what undated says."""
    assert refused(smallest.replace("2015-06-12", "../..")) == [
        ONE,
        "line 9, event 1: date '../..' has no day at either end. Write undated.",
    ]


def test_a_year_before_our_era_is_refused(smallest, refused):
    """A minus sign is a slip, not a chronology of antiquity."""
    assert refused(smallest.replace("2015-06-12", '"-2015"')) == [
        ONE,
        "line 9, event 1: date '-2015' lies outside the years 1 to 9999, which no chronology needs. Write the right year.",
    ]


def events(*dates):
    return "events:\n" + "".join(
        f"  - id: {name}\n    date:\n      {date}\n    agency: police\n    title: Visit\n" for name, date in dates
    )


def test_dates_in_a_circle_show_the_chain(smallest, refused):
    """Three events that count from each other are one problem, told step by step."""
    head = smallest.split("events:")[0]
    wrong = head + events(("call", "after: visit"), ("visit", "before: letter"), ("letter", "after: call"))
    assert refused(wrong) == [
        ONE,
        "line 10, event call: date counts from itself: call after visit before letter after call. "
        "Give one of them a date of its own.",
    ]


def test_a_date_that_counts_from_no_event_of_the_case_shows_the_chain(smallest, refused):
    """The missing event is named with every event that hangs on it."""
    head = smallest.split("events:")[0]
    wrong = head + events(("call", "after: visit"), ("visit", "before: lettr"), ("letter", '"after": visit'))
    assert refused(wrong) == [
        ONE,
        "line 15, event visit: date counts from event 'lettr', which is not in this case; the nearest is 'letter' "
        "(call after visit before lettr). Correct it, or add it.",
    ]


def test_a_long_circle_is_told_by_its_ends(smallest, refused):
    """Twenty events in a circle leave a message that can still be read."""
    head = smallest.split("events:")[0]
    ring = [(f"e{number}", f"after: e{(number + 1) % 20}") for number in range(20)]
    assert refused(head + events(*ring)) == [
        ONE,
        "line 10, event e0: date counts from itself: e0 after e1 after e2 after e3 after e4 after e5 after ... e14 after "
        "e15 after e16 after e17 after e18 after e19 after e0. Give one of them a date of its own.",
    ]


def test_a_relative_date_that_leaves_no_day_is_refused(smallest, refused):
    """Before one day and after a later one is a contradiction, and so is a window that does not reach."""
    head = smallest.split("events:")[0]
    fixed = "  - id: {0}\n    date: {1}\n    agency: police\n    title: Fixed\n"
    wrong = head + events(
        ("between", "after: late\n      before: early"), ("cut", "after: late\n      days: 2\n      within: 2014")
    )
    assert refused(wrong + fixed.format("early", "2015-01-01") + fixed.format("late", "2015-06-01")) == [
        TWO,
        "line 10, event between: date 'after late, before early' leaves no day: 2015-06-01 is after 2015-01-01. "
        "Correct one of the dates.",
        "line 16, event cut: date 'after late, days 2, within 2014' leaves no day inside 'within'. Correct one of them.",
    ]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("days: 3", "counts from no event. Add 'after:' or 'before:' with an event's id."),
        ("after: a\n      days: many", "'days' takes a whole number, or two as the least and the most, such as [2, 4]."),
        ("after: a\n      days: [4, 2]", "'days' gives the most before the least. Write the smaller number first."),
        ("after: a\n      days: 3\n      weeks: 1", "counts both days and weeks. Keep one of them."),
        (
            "after: a\n      before: a\n      days: 3",
            "counts days from two events at once. Keep 'after' or 'before', or leave the days out.",
        ),
        (
            "after: a\n      months: 3",
            "has the key 'months', which a relative date does not take. It takes after, before, days, weeks, within.",
        ),
        (
            "after: a\n      within:\n        after: a",
            "takes one date or interval as 'within', not a list or mapping. Write within: 2013-05.",
        ),
    ],
)
def test_a_relative_date_says_what_it_takes(smallest, refused, date, said):
    """Each slip in a relative date has its own remedy."""
    assert refused(smallest.split("events:")[0] + events(("a", "after: b"), ("b", date)))[1] == f"line 15, event b: date {said}"


def test_a_tab_is_refused(smallest, refused):
    """Tabs and spaces look alike and are not."""
    assert refused(smallest.replace("    name", "\tname")) == [
        ONE,
        "line 7: a tab indents this line. Indent with spaces, two for each level.",
    ]


def test_text_that_is_not_utf_8_is_refused(smallest, refused):
    """An old encoding would turn names into riddles."""
    assert refused(smallest.replace("flat", "café").encode("latin-1")) == [
        ONE,
        "line 11: the file is not UTF-8 text. Save it again as UTF-8 (in the editor's 'Save as', under 'Encoding').",
    ]


@pytest.mark.parametrize("begins", [b"PK\x03\x04\x14\0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_word_file_by_another_name_is_told_as_one(refused, begins):
    """No line of it is named, since it has none; the encoding is not what is wrong."""
    assert refused(begins + b"\xff\0" * 50) == [
        ONE,
        "the file is a Word or other packed file, and no plain text. "
        "Save it again as plain text in UTF-8 (in Word: 'Save as', 'Plain text'), with the ending .yaml.",
    ]


@pytest.mark.parametrize("content", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_file_is_told_how_to_start(refused, content):
    """Nothing written is not a case."""
    said = refused(content)
    assert said == [
        ONE,
        "the file is empty. Start with 'format: 1', then 'case', 'agencies' and 'events'; timelines/README.md shows how.",
    ]


@pytest.mark.parametrize(("content", "kind"), [("- format: 1\n", "a list"), ("format 1\n", "one text")])
def test_a_file_that_is_no_mapping_is_refused(refused, content, kind):
    """A chronology is keys with values."""
    assert refused(content) == [
        ONE,
        f"line 1: the file is {kind}, not a mapping. Start with 'format: 1', then 'case:', 'agencies:' and 'events:'.",
    ]


def test_a_list_where_a_mapping_belongs_is_refused(smallest, refused):
    """The case is one, not a list of cases."""
    assert refused(smallest.replace("  id: example\n  title", "  - id: example\n    title")) == [
        ONE,
        "line 2, case: 'case' takes 'key: value' lines, not a list. Write them one below the other, all at one indent.",
    ]


def test_a_mapping_where_a_list_belongs_is_refused_once(smallest, refused):
    """An event without its dash is one problem, not one for each key."""
    assert refused(smallest.replace("  - date", "    date")) == [
        ONE,
        "line 8: 'events' takes entries, not texts. Begin each entry with '- ', or with its id and a colon, "
        "and indent its keys below.",
    ]


@pytest.mark.parametrize(("written_so", "kind"), [("[a, b]", "a list"), ("{a: b}", "a mapping")])
def test_a_list_or_mapping_where_one_text_belongs_is_refused(smallest, refused, written_so, kind):
    """A title in brackets, a kind in braces and a flag in either say what they take."""
    wrong = smallest.replace("Example case", written_so) + f"    kind: {written_so}\n    planned: {written_so}\n"
    one = f"takes one text, not {kind}. Write the text behind the colon, in quotes if it has one itself."
    assert refused(wrong) == [
        "timelines/example.yaml: 3 problems",
        f"line 4, case: title {one}",
        f"line 12, event 1: kind takes one word, not {kind}. Choose one of: contact, attempt, referral, exchange, "
        "meeting, assessment, decision, record, incident, life, other.",
        f"line 13, event 1: planned {one}",
    ]


def test_a_text_where_an_entry_belongs_is_refused(smallest, refused):
    """A share is more than an agency's name."""
    assert refused(smallest + "    shared_with: police\n") == [
        ONE,
        "line 12, event 1: an entry of 'shared_with' takes 'key: value' lines, not one text. "
        "Write them one below the other, all at one indent.",
    ]


def test_an_alias_is_refused_before_it_is_followed(smallest, refused):
    """A bomb of aliases costs nothing, and an innocent asterisk is told how to be text."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{then}: &{then} [*{first}, *{first}]\n" for first, then in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(bomb) == [
        ONE,
        "line 1: the anchor '&a' is not allowed. Remove it, or put the text in double quotes if it starts with &.",
    ]
    assert refused(smallest.replace("Officers", "*Officers")) == [
        ONE,
        "line 11: an alias (*) repeats another part of the file. Write the text out, "
        "or put the text in double quotes if it starts with *.",
    ]


def test_a_tag_is_refused_and_nothing_of_it_runs(smallest, refused, tmp_path):
    """A tag that names a program is only ever text."""
    wrong = smallest.replace("Officers called to the flat", f"!!python/object/apply:os.mkdir ['{tmp_path / 'made'}']")
    assert refused(wrong) == [
        ONE,
        "line 11: the tag '!!python/object/apply:os.mkdir' is not allowed. Remove it, "
        "or put the text in double quotes if it starts with !.",
    ]
    assert not (tmp_path / "made").exists()


def test_a_word_with_an_exclamation_mark_is_not_lost(smallest, refused):
    """A lone tag would silently drop its mark."""
    assert refused(smallest.replace("Officers", "! Officers")) == [
        ONE,
        "line 11: the tag '!' is not allowed. Remove it, or put the text in double quotes if it starts with !.",
    ]


def test_a_file_over_20_mb_is_refused_unread(written):
    """Size is looked at before the file is opened."""
    file = written("")
    with file.open("r+b") as opened:
        opened.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(ChronologyError) as error:
        read_case(file, {})
    assert str(error.value) == "timelines/example.yaml: 1 problem\n  the file is over 20 MB. Split it into one file per case."


def test_a_text_of_megabytes_is_cut_in_the_message(smallest, refused):
    """What is written is shown only as far as it can be read."""
    wrong = smallest.replace("Example case", f"Example\n  {'x' * 900}: 1").replace("2015-06-12", "x" * 2_000_000)
    cut = "x" * 120 + "..."
    assert refused(wrong) == [
        TWO,
        f"line 5, case: key '{cut}' is not known in a case. Known here: commissioned_by, content_note, disclosure, from, id, "
        "incident, marking, published, report, review_type, source_note, summary, title, to.",
        f"line 10, event 1: date '{cut}' is not a date this format knows. Write 2015-06-12, 2015-06, 2015, 2015-21 (spring), "
        "2015-06-26/2015-06-30, or undated.",
    ]


def test_a_second_document_is_refused(smallest, refused):
    """One file is one case."""
    assert refused(smallest + "---\n" + smallest) == [
        ONE,
        "line 12: a second document begins here (---). Keep one case in one file.",
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused(refused, opening):
    """A hundred thousand levels end in a sentence, not in a crash."""
    assert refused(opening * 100_000) == [
        ONE,
        "line 1: nested more than 20 levels deep. Check the indent and the brackets.",
    ]


@pytest.mark.parametrize(("inside", "code"), [("\0", "U+0000"), ("\x07", "U+0007"), ("\ufffe", "U+FFFE")])
def test_a_character_that_is_no_text_is_refused(smallest, refused, inside, code):
    """A NUL in the middle is found on its line."""
    assert refused(smallest.replace("flat", f"fl{inside}at")) == [
        ONE,
        f"line 11: a character ({code}) here is no text. Delete it, or save the file again as plain UTF-8 text.",
    ]


def test_a_character_that_is_no_text_cannot_come_in_by_an_escape(smallest, refused):
    """What no export could write is refused however it is spelt."""
    assert refused(smallest.replace("Officers called to the flat", '"fl\\0at"')) == [
        ONE,
        "line 11: a character (U+0000) here is no text. Delete it, or save the file again as plain UTF-8 text.",
    ]


def test_a_colon_in_a_title_is_explained(smallest, refused):
    """The commonest slip of all has a remedy of its own."""
    assert refused(smallest.replace("Officers", "Police: officers")) == [
        ONE,
        "line 11: a colon inside the text ends it too early. Put the whole text in double quotes.",
    ]


@pytest.mark.parametrize(
    ("first", "more", "single"),
    [
        ('"Officers', "", ""),
        ('"Officers', '    detail: "They left."\n', ""),
        ('"Officers', '    label: They\n    detail: "They: left."\n', ""),
        ('"Officers', '    label: "They" left\n', ""),
        ("'Officers", "", ", and write an apostrophe inside it twice"),
        ("'Officers", "    detail: They saw the child's bruise.\n", ", and write an apostrophe inside it twice"),
    ],
)
def test_a_quote_left_open_is_told_on_the_line_where_it_opens(smallest, refused, first, more, single):
    """The reader stumbles over the next quote, or over the end of the file; the slip is on line 11."""
    assert refused(smallest.replace("Officers", first) + more) == [
        ONE,
        "line 11: the quote that opens here is closed nowhere, or only by the next one. "
        f"Close it at the end of the text{single}.",
    ]


def test_a_quote_left_open_in_a_list_is_told_on_its_line_too(smallest, refused):
    """Line 13 opens it, line 14 has the next one."""
    more = '    people:\n      - "mother\n      - "child"\n'
    assert refused(smallest + more) == [
        ONE,
        "line 13: the quote that opens here is closed nowhere, or only by the next one. Close it at the end of the text.",
    ]


def test_a_quoted_text_over_two_lines_with_words_behind_it_is_not_called_open(smallest, refused):
    """It opens and closes; what follows on line 12 is what cannot be read."""
    assert refused(smallest.replace("Officers called to the flat", '"Officers called\n      to the flat" in June')) == [
        ONE,
        "line 12: the text cannot be read here (did not find expected key). "
        "Check the indent, quotes and colons of this line and the one before.",
    ]


@pytest.mark.parametrize("title", ["title: Officers called", 'title: "Police: officers called"', "title:"])
def test_a_line_indented_too_deep_is_told_of_its_indent(smallest, refused, title):
    """Its only colon outside quotes ends its key, so no text has to be put in quotes."""
    assert refused(smallest.replace("    title: Officers called to the flat", f"      {title}")) == [
        ONE,
        "line 11: this line is indented deeper than its entry. Indent the keys of one entry alike.",
    ]


def test_a_text_that_goes_on_with_a_colon_is_told_of_its_colon(smallest, refused):
    """Two words before the colon are no key."""
    assert refused(smallest + "      and they said: nothing\n") == [
        ONE,
        "line 12: a colon inside the text ends it too early. Put the whole text in double quotes.",
    ]


@pytest.mark.parametrize("indent", ["\xa0\xa0\xa0\xa0", "  \xa0\xa0", " \xa0 \xa0"])
def test_non_breaking_spaces_are_told_on_the_line_they_indent(smallest, refused, indent):
    """Word and web pages leave them; the reader stumbles over the line below."""
    assert refused(smallest.replace("    title", f"{indent}title") + "    kind: contact\n") == [
        ONE,
        "line 11: non-breaking spaces (U+00A0) indent this line. Indent with ordinary spaces, two for each level.",
    ]


def test_curly_quotes_around_a_text_with_a_colon_are_named(smallest, refused):
    """They look like quotes and are none."""
    assert refused(smallest.replace("Officers called to the flat", "“Police: officers called”")) == [
        ONE,
        'line 11: curly quotes open this text, and YAML knows straight quotes only. Put " in place of “ and ”.',
    ]


def test_any_other_slip_of_yaml_names_its_line(smallest, refused):
    """What the reader says is passed on with the place to look at."""
    assert refused(smallest.replace("Officers", "@Officers")) == [
        ONE,
        "line 11: the text cannot be read here (found character that cannot start any token). "
        "Check the indent, quotes and colons of this line and the one before.",
    ]


def test_a_list_for_a_key_is_refused(smallest, refused):
    """A key is a word."""
    assert refused(smallest + "? [a, b]\n: c\n") == [
        ONE,
        "line 12: a key must be one word, not a list or mapping. Check the indent.",
    ]


def test_the_file_is_called_as_its_case(smallest, refused):
    """A link to the case must find its file."""
    assert refused(smallest, "other.yaml") == [
        "timelines/other.yaml: 1 problem",
        "line 3, case: id 'example' is not the file's name. Call the file example.yaml, or write 'id: other'.",
    ]


def test_a_file_whose_name_is_no_id_is_told_one_remedy(smallest, refused):
    """Nobody is told to write an id that is none."""
    assert refused(smallest, "Example Case.yaml") == [
        "timelines/Example Case.yaml: 1 problem",
        "line 3, case: id 'example' is not the file's name. Call the file example.yaml.",
    ]


@pytest.mark.parametrize(
    ("name", "there", "remedy"),
    [
        ("other.yaml", "example.yaml", "Write 'id: other' here."),
        ("example copy.yaml", "example.yaml", "Give this case an id of its own, and call its file so."),
        ("example copy.yaml", "example.yml", "Give this case an id of its own, and call its file so."),
    ],
)
def test_a_copy_is_never_told_to_take_the_place_of_its_original(smallest, refused, written, name, there, remedy):
    """Whoever called the copy as the case is would write over the other file."""
    written(smallest, there)
    assert refused(smallest, name) == [
        f"timelines/{name}: 1 problem",
        f"line 3, case: id 'example' is not the file's name. {there} is another file. {remedy}",
    ]


def test_a_title_over_80_characters_and_a_label_over_28_are_refused(smallest, refused):
    """A picture has only so much room."""
    wrong = smallest.replace("Officers called to the flat", "x" * 81) + f"    label: {'y' * 29}\n"
    assert refused(wrong) == [
        TWO,
        "line 11, event 1: title has 81 characters; at most 80 fit. Say it in fewer words, and put the rest in detail.",
        "line 12, event 1: label has 29 characters; at most 28 fit. Say it in fewer words, and put the rest in detail.",
    ]


def test_a_title_of_80_characters_fits(smallest, case_of):
    """The limit itself is allowed."""
    assert case_of(smallest.replace("Officers called to the flat", "x" * 80)).events["title"].item() == "x" * 80


def test_an_id_with_capitals_is_refused(smallest, refused):
    """Ids stand in links and are lower case; the same word as a reference is told once."""
    assert refused(smallest.replace("police", "Police")) == [
        TWO,
        "line 6, agency Police: id 'Police' is not an id. Write lower-case words joined by hyphens, such as home-visit-1.",
        "line 10, event 1: agency 'Police' is not an id. Write lower-case words joined by hyphens, such as home-visit-1.",
    ]


def test_a_quotation_over_eight_words_is_refused(smallest, refused):
    """A quotation keeps the words that judge."""
    wrong = smallest + "practice:\n  - kind: mixed\n    title: A point\n    words: one two three four five six seven eight nine\n"
    assert refused(wrong) == [
        ONE,
        "line 15, practice 1: words quotes 9 words; at most 8 are quoted. Keep the words that judge.",
    ]


def test_a_wrong_word_names_the_nearest_of_those_allowed(smallest, refused):
    """A kind that is not in the format is never guessed."""
    assert refused(smallest + "    kind: meetings\n") == [
        ONE,
        "line 12, event 1: kind 'meetings' is not one of: contact, attempt, referral, exchange, meeting, assessment, "
        "decision, record, incident, life, other. The nearest is 'meeting'.",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("hindsight: yes", "hindsight 'yes' is neither true nor false. Write true, or leave the key out."),
        ("times: often", "times 'often' is not a count. Write a whole number, several or many."),
    ],
)
def test_flags_and_counts_take_their_words_only(smallest, refused, line, said):
    """`yes` is not turned into true behind the author's back."""
    assert refused(f"{smallest}    {line}\n") == [ONE, f"line 12, event 1: {said}"]


def test_a_practice_number_is_a_whole_number(smallest, refused):
    """A number that cannot be kept is refused, not replaced."""
    wrong = smallest + "practice:\n  - kind: mixed\n    title: A point\n    number: 3a\n"
    assert refused(wrong) == [
        ONE,
        "line 15, practice 1: number '3a' is not a whole number. Write the number as printed, or leave the key out.",
    ]


def test_a_clock_met_by_something_unknown_is_one_problem(smallest, refused):
    """The two ways to write `met_by` do not complain twice."""
    base = smallest.replace("- date", "- id: call\n    date")
    wrong = base + "clocks:\n  - title: A clock\n    starts: call\n    met_by:\n      evnt: call\n"
    assert refused(wrong) == [
        TWO,
        "line 16, clock 1: key 'event' is missing; every met_by needs it. Add a line 'event: ...'.",
        "line 17, clock 1: key 'evnt' is not known in a met_by. The nearest is 'event'.",
    ]


def test_days_from_the_incident_need_one(smallest, refused):
    """Day 0 must be the day of some event."""
    assert refused(smallest.replace("agencies:", "  disclosure: relative\nagencies:")) == [
        ONE,
        "line 5, case: disclosure 'relative' counts from day 0, but no dated event is named as 'incident'. Name one.",
    ]


def test_another_version_of_the_format_is_refused(smallest, refused):
    """A file of a later format is not read by halves."""
    assert refused(smallest.replace("format: 1", "format: 2")) == [
        ONE,
        "line 1: format '2' is not one of: 1. Choose one of them.",
    ]


def test_a_date_elsewhere_that_leaves_no_day_names_its_entry(smallest, refused):
    """A period is checked like an event."""
    base = smallest.replace("- date", "- id: call\n    date")
    wrong = base + "periods:\n  - id: bail\n    title: Bail\n    from:\n      after: call\n      within: 2014\n"
    assert refused(wrong) == [
        ONE,
        "line 14, period bail: date 'after call, within 2014' leaves no day inside 'within'. Correct one of them.",
    ]


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("phases:\n  - title: Before\n    from: 2015-10\n    to: 2013-10\n", "line 12, phase 1"),
        ("periods:\n  - title: Flat\n    kind: home\n    from: 2015-10-02\n    to: 2015-10-01\n", "line 12, period 1"),
        ("episodes:\n  - title: First\n    from: 2015\n    to: 2014-12-31\n", "line 12, episode 1"),
    ],
)
def test_what_ends_before_it_begins_is_refused(more, where, smallest, refused):
    """A stretch of time runs forward; one that may run forward, however little, is kept."""
    said = f"{where}: 'to' lies before 'from'. Correct one of them, or exchange the two."
    line, rest = said.split(",", 1)
    assert refused(smallest + more) == [ONE, f"line {int(line.split()[1]) + 1},{rest}"]


def test_a_scope_that_ends_before_it_begins_is_refused(smallest, refused):
    """The scope of the whole case too, which would else be drawn as some other year."""
    wrong = smallest.replace("agencies:", "  from: 2016-11-19\n  to: 2013-10\nagencies:", 1)
    assert refused(wrong) == [ONE, "line 2, case: 'to' lies before 'from'. Correct one of them, or exchange the two."]


def test_ends_that_overlap_are_a_stretch(smallest, case_of):
    """Some day in October to some day in October may run forward."""
    case = case_of(smallest + "phases:\n  - title: Autumn\n    from: 2015-10\n    to: 2015-10\n")
    assert len(case.phases) == 1


@pytest.mark.parametrize("due", ["promptly", "5 woking days", "six weeks", "5 working"])
def test_a_due_that_cannot_be_counted_is_refused(due, smallest, refused):
    """Else the delay would be called one that cannot be told from the review."""
    base = smallest.replace("- date", "- id: call\n    date")
    assert refused(base + f"clocks:\n  - title: Visit\n    starts: call\n    due: {due}\n") == [
        ONE,
        f"line 16, clock 1: due '{due}' cannot be counted. Write 5 working days, 2 days, 6 weeks, 6 months or 6 months before, "
        "or a date; without 'due' the days are measured.",
    ]


def test_a_number_of_practice_points_is_given_once(smallest, refused):
    """Over all kinds, as it stands on every page."""
    one = "  - title: {}\n    kind: {}\n    number: 1\n    date: 2015-06-12\n"
    wrong = smallest + "practice:\n" + one.format("A", "missed opportunity") + one.format("B", "good practice")
    assert refused(wrong) == [
        ONE,
        "line 17, practice 2: number 1 is given to another point too. Points are numbered over all kinds: change one.",
    ]
