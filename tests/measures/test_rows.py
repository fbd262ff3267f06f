"""The table says in words what the picture shows."""

from loaders import read_case
from measures.rows import event_rows

REST = """practice:
  - {id: one, kind: missed opportunity, title: One, events: call}
  - {id: two, kind: good practice, title: Two, events: [call, visit]}
  - {id: three, kind: mixed, title: Three, events: visit}
"""
CALL = (
    "id: call, date: 2015-06-24/2015-06-26, date_text: late June, agency: police, kind: contact, title: Call, "
    "seen: [child, mother], source: [3.1, 3.2], shared_with: [{agency: school, outcome: received}, {agency: clinic, outcome: not shared}]"
)
LIFE = "id: visit, date: 2015-05~, agency: family, kind: life, title: Visit, hindsight: true"
NOTE = "id: note, date: undated, agency: clinic, kind: record, title: Note"


def rows(case, practice=None):
    points = case.practice if practice is None else practice
    return event_rows(case.events, case.agencies, case.people, case.shares, points).to_numpy().tolist()


def test_events_are_numbered_rows_of_words(case_of):
    """By date, undated last; windows, people, shares, points and paragraphs in words."""
    assert rows(case_of(NOTE, CALL, LIFE, rest=REST)) == [
        ["visit", 1, "May 2015 (about)", "", "Family", "Family life", "Visit (known only later)", "", "", "★ G1, ■ X2", ""],
        [
            "call", 2, "24 to 26 Jun 2015", "late June", "Police", "Contact", "Call", "Child and Mother",
            "School: received; Clinic: not shared", "★ G1, ◆ M3", "3.1, 3.2",
        ],
        ["note", 3, "no date", "", "Clinic", "Record", "Note", "", "", "", ""],
    ]  # fmt: skip


def test_without_points_no_judgement_is_said(case_of):
    """Neither a badge nor that something was never sent."""
    case = case_of(CALL, LIFE, rest=REST)
    row = rows(case, case.practice.iloc[:0])[1]
    assert (row[8], row[9]) == ("School: received", "")


def test_who_was_seen_alone_was_seen(case_of):
    """Each person once."""
    case = case_of("date: 2015, agency: police, title: A, seen: mother, seen_alone: [mother, child]")
    assert rows(case)[0][7] == "Mother and Child"


def test_an_agency_and_a_person_of_one_id_keep_their_names(tmp_path):
    """Ids are unique only within their section."""
    file = tmp_path / "example.yaml"
    file.write_text(
        "format: 1\ncase: {id: example, title: Example}\nagencies: {gp: {name: Surgery}}\npeople: {gp: {name: Dr A}}\n"
        "events:\n  - {date: 2015, agency: gp, title: A, seen: gp}\n",
        encoding="utf-8",
    )
    row = rows(read_case(file, {}))[0]
    assert (row[4], row[7]) == ("Surgery", "Dr A")
