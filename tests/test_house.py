"""The rooms keep to themselves: what each may import, be called and say, read from the files."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
MAY = {
    "loaders": {"loaders"},
    "measures": {"loaders", "measures"},
    "charts": {"loaders", "measures", "charts"},
    "exports": {"loaders", "measures", "charts", "exports"},
    "panels": {"loaders", "measures", "charts", "exports", "panels"},
    "pages": {"loaders", "measures", "charts", "exports", "panels", "pages"},
    "app.py": {"panels"},
}
ONLY = {
    "yaml": {"loaders"},
    "plotly": {"charts", "exports"},
    "streamlit": {"panels", "pages", "app.py"},
}
FORBIDDEN_NAMES = {"df", "data", "utils", "util", "helpers", "helper", "process", "handle", "manager", "common", "misc", "tools"}
SKIPPED = {".git", "__pycache__", "node_modules", "wheels", "test-results", "screenshots", "build", "dist"}
KEPT_DOTS = {".streamlit", ".ci", ".github"}
NOT_TEXT = {".png", ".jpg", ".woff2", ".woff", ".ttf", ".ico", ".pdf", ".xlsx", ".pptx", ".docx", ".whl", ".gz"}


def modules(*rooms):
    """The modules of the rooms, or of all of them, as paths."""
    found = [file for room in rooms or MAY for file in (HOUSE / room).rglob("*.py")]
    return sorted(found + ([HOUSE / "app.py"] if not rooms or "app.py" in rooms else []))


def called(file):
    return str(file.relative_to(HOUSE))


def room_of(file):
    return file.relative_to(HOUSE).parts[0]


def imported(tree):
    """The first word of every module that is imported anywhere in a tree, inside functions too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0] if not node.level else ".")
    return found


def misplaced(room, tree):
    """What a module of that room imports and may not."""
    names = imported(tree)
    later = {name for name in names if name in MAY and name not in MAY[room]}
    outside = {name for name in names if name in ONLY and room not in ONLY[name]}
    return sorted(later | outside | ({"app"} & names) | ({"."} & names))


def texts():
    """Every text file that belongs to the project."""
    for file in sorted(HOUSE.rglob("*")):
        parts = file.relative_to(HOUSE).parts
        hidden = any(part.startswith(".") and part not in KEPT_DOTS for part in parts[:-1])
        if file.is_file() and not hidden and not SKIPPED & set(parts) and file.suffix not in NOT_TEXT and file.name != ".git":
            yield file


@pytest.mark.parametrize("file", modules(), ids=called)
def test_a_module_imports_only_from_its_own_room_and_those_before_it(file):
    """Timelines, loaders, measures, charts, panels, pages: one way; each library stays in its room."""
    assert misplaced(room_of(file), ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("room", "line", "says"),
    [
        ("measures", "from charts.layout import layout", ["charts"]),
        ("charts", "import panels.dock", ["panels"]),
        ("loaders", "import measures", ["measures"]),
        ("panels", "from pages import case", ["pages"]),
        ("charts", "from exports import table", ["exports"]),
        ("measures", "import yaml", ["yaml"]),
        ("panels", "import plotly.graph_objects as go", ["plotly"]),
        ("charts", "def late():\n    import streamlit", ["streamlit"]),
        ("measures", "from . import wording", ["."]),
        ("pages", "import app", ["app"]),
        ("charts", "from loaders import Case\nfrom measures.wording import window\nimport plotly", []),
        ("app.py", "from charts import layout", ["charts"]),
    ],
)
def test_a_misplaced_import_is_seen(room, line, says):
    """The reader of imports itself: each way out of a room is found, and the ways in are let be."""
    assert misplaced(room, ast.parse(line)) == says


def test_every_folder_with_modules_is_a_room():
    """A new folder of code must be given its place in the flow above."""
    folders = {room_of(file) for file in texts() if file.suffix == ".py"} - {"tests", "bench", "run.py", "app.py"}
    assert folders <= set(MAY)


@pytest.mark.parametrize("file", [file for file in modules() if room_of(file) != "panels"], ids=called)
def test_only_panels_keep_a_state(file):
    """What a visitor has chosen lives in one room."""
    names = {node.attr for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)}
    assert "session_state" not in names


@pytest.mark.parametrize("file", [*modules(), HOUSE / "run.py", *sorted((HOUSE / "tests").rglob("*.py"))], ids=called)
def test_every_module_opens_with_a_sentence(file):
    """The first line of a module says what it is for, and ends as a sentence does."""
    first = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    assert re.search(r"\w.*[.?!:]$", first, re.DOTALL), first


@pytest.mark.parametrize("file", modules(), ids=called)
def test_no_module_has_a_name_that_fits_everything(file):
    """A module is called what it holds, and a frame what a row is."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)
    }
    assert file.stem not in FORBIDDEN_NAMES
    assert "df" not in names


@pytest.mark.parametrize("file", modules("pages"), ids=called)
def test_no_page_groups_merges_or_filters_a_frame(file):
    """A page reads aloud; what it shows is worked out in measures."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert (
        found & {"groupby", "merge", "join_frames", "query", "loc", "iloc", "apply", "agg", "pivot_table", "sort_values"} == set()
    )


@pytest.mark.parametrize("file", modules("measures"), ids=called)
def test_no_measure_writes_into_what_it_is_given(file):
    """No call with inplace=True anywhere among the measures."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert [word.arg for call in calls for word in call.keywords if word.arg == "inplace"] == []


ADDRESS = re.compile(r"https?://[^\s\"'<>)\]}]+")
KNOWN_ADDRESSES = {
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",  # the names of shapes in a Word file, likewise
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "https://json-schema.org/draft/2020-12/schema",  # names the language of schema.json; nothing is fetched
    "http://www.w3.org/2000/svg",  # the names of SVG and of links in it, likewise
    "http://www.w3.org/1999/xlink",
    "https://www.python.org/downloads/",  # said where Python is too old
}

# This computer; what a guide calls yours, under names and numbers that nobody can own; names of nginx.
OWN = r"127\.0\.0\.1|localhost|\{ADDRESS|\{host|192\.0\.2\.\d|(cases|login|stranger)\.example\b|case_timelines|\$host"


def addresses(text):
    """Addresses that lead out of this computer."""
    found = {one.rstrip(".,;") for one in ADDRESS.findall(text)}
    return sorted(one for one in found - KNOWN_ADDRESSES if not re.match(rf"https?://({OWN})", one))


def test_no_file_leads_out_of_this_computer():
    """Everything works offline; no address of a real site stands in the code, the data or the tests."""
    found = {called(file): addresses(file.read_text(encoding="utf-8")) for file in texts()}
    assert {name: one for name, one in found.items() if one} == {}


def test_an_address_is_seen():
    """The reader of addresses itself."""
    real = "https" + "://fonts.example/a.css"
    text = f"see {real}, http://127.0.0.1:8501/x and https://json-schema.org/draft/2020-12/schema."
    assert addresses(text) == [real]


PLACES = re.compile("|".join(rf"(?<![\w.~])/{start}" for start in ("work/", "root/", "tmp/team", r"home/\w+/", r"Users/\w+/")))


def test_no_file_names_a_path_of_one_computer():
    """The folder runs wherever it is put."""
    found = {called(file): PLACES.findall(file.read_text(encoding="utf-8")) for file in texts()}
    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize("text", ["cd /" + "work/main", "'/" + "root/.cache'", "/" + "tmp/team/snap.py", "/" + "home/sam/x"])
def test_a_path_of_one_computer_is_seen(text):
    """The reader of paths itself."""
    assert PLACES.search(text)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "constraints.txt"])
def test_every_package_is_pinned(name):
    """The same install today and in a year: name==version on every line that names a package."""
    lines = [line.split("#")[0].strip() for line in (HOUSE / name).read_text(encoding="utf-8").splitlines()]
    loose = [
        line for line in lines if line and not line.startswith("-") and not re.match(r"[A-Za-z0-9._-]+==[\w.+-]+( *;.*)?$", line)
    ]
    assert loose == []


@pytest.mark.parametrize("file", modules("pages"), ids=called)
def test_a_page_is_one_screen_of_code(file):
    """One question each, at most sixty lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 60


CARRY_CODE = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
RUN_CODE = {
    "eval",
    "exec",
    "compile",
    "read_pickle",
    "to_pickle",
    "unsafe_load",
    "full_load",
    "allow_pickle",
    "unsafe_allow_javascript",
}


def dangers(tree):
    """What in a tree could turn a file or a text into code that runs."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and not _is_regex(node)}
    names |= {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    return sorted((imported(tree) & CARRY_CODE) | (names & RUN_CODE))


def _is_regex(node):
    return isinstance(node.value, ast.Name) and node.value.id == "re"


@pytest.mark.parametrize("file", modules(), ids=called)
def test_no_module_reads_what_can_carry_code(file):
    """A file that others can write is never run: no pickle and nothing like it, no eval."""
    assert dangers(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "def f():\n    from marshal import loads",
        "pandas.read_pickle('x')",
        "eval('x')",
        "np.load(x, allow_pickle=True)",
    ],
)
def test_what_can_carry_code_is_seen(line):
    """The reader of dangers itself; a regular expression may be compiled."""
    assert len(dangers(ast.parse(line))) == 1
    assert dangers(ast.parse("import re\nre.compile('x')")) == []


UPLOADS = {"file_uploader", "camera_input", "audio_input", "accept_file"}


@pytest.mark.parametrize("file", modules("panels", "pages", "app.py"), ids=called)
def test_no_page_takes_a_file_and_only_the_entry_reads_a_library(file):
    """What a visitor may see is cut out of the library in one place, before any page has it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} | {
        node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg
    }
    assert names & UPLOADS == set()
    read = {"read_library", "read_case", "read_once", "case_files"}
    used = {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names} & read
    assert used == ({"read_library"} if called(file) == "panels/entry.py" else set())
