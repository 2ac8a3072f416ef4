"""The HTML page in a real browser: filters, sorting, links, keyboard, narrow screens, hostile drafts, no script at all.

Skipped where there is no Chromium with its driver (Debian: apt-get install chromium chromium-driver).
"""

import shutil
from itertools import pairwise

import pytest

from letters import ANNEX, UNBALANCED
from test_html import HOSTILE

WIDE, TABLET, PHONE, NARROWEST = (1280, 900), (768, 1024), (390, 844), (320, 568)


@pytest.fixture(scope="module")
def browser():
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install selenium")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("there is no browser to drive: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    # Root, as in a container, has no sandbox; what is opened here are our own pages.
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    features = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    yield opened
    opened.quit()


@pytest.fixture
def shown(browser, folder, foilint):
    """The page for the drafts in the folder, open in the browser at some width, with or without scripts."""

    def show(size=WIDE, *, scripts=True):
        foilint("check", ".", "--format", "html", "--output", "report.html")
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        browser.get(f"file://{folder}/report.html")
        return browser

    yield show
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture
def many(write):
    """Four drafts: two sound, one with an error, one with a warning alone."""
    write("a10.txt", ANNEX)
    write("a9.txt", ANNEX.replace("31", "24").replace("(3)", "(2)"))
    write("b.txt", UNBALANCED)
    write("minutes.txt", "Minutes of the garden club")


def by(page, selector):
    return page.find_elements("css selector", selector)


def files(page):
    """The files that the overview shows, in order."""
    return [cell.text for cell in by(page, "#files tbody th") if cell.is_displayed()]


def titles(page):
    """The notices that are shown, in order."""
    return [title.text for title in by(page, "article h2") if title.is_displayed()]


def choose(page, name, value):
    from selenium.webdriver.support.ui import Select

    Select(page.find_element("name", name)).select_by_value(value)


def press(page, *keys):
    from selenium.webdriver import ActionChains

    ActionChains(page).send_keys(*keys).perform()


def focused(page):
    return page.switch_to.active_element


LANDMARKS = ("banner", "main", "search", "contentinfo", "article")
ALL = ["a9.txt", "a10.txt", "b.txt", "minutes.txt"]


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("worst", "found", ["b.txt", "minutes.txt"]),
        ("worst", "error", ["b.txt"]),
        ("worst", "none", ["a9.txt", "a10.txt"]),
        ("rule", "missing-balance", ["b.txt"]),
        ("rule", "not-a-notice", ["minutes.txt"]),
        ("exemption", "24", ["a9.txt"]),
        ("exemption", "31", ["a10.txt", "b.txt"]),
    ],
)
def test_a_filter_leaves_the_files_that_fit_and_their_notices(many, shown, name, value, left):
    page = shown()
    assert sorted(files(page)) == sorted(ALL)
    choose(page, name, value)
    assert sorted(files(page)) == sorted(left)
    assert sorted(titles(page)) == sorted(left)
    assert by(page, "#count")[0].text == f"{len(left)} of 4 files"


def test_filters_hold_together_and_are_taken_back_together(many, shown):
    page = shown()
    page.find_element("name", "words").send_keys("MISSING")
    assert files(page) == []
    page.find_element("name", "words").clear()
    page.find_element("name", "words").send_keys("neither CONFIRMED")
    choose(page, "exemption", "31")
    choose(page, "worst", "none")
    assert files(page) == ["a10.txt"]
    by(page, "#filters button[type=reset]")[0].click()
    assert sorted(files(page)) == sorted(ALL)
    assert by(page, "#count")[0].text == "4 of 4 files"


def test_columns_are_sorted_there_and_back_numbers_as_numbers(many, shown):
    page = shown()
    by(page, "#files thead button")[0].click()
    assert files(page) == ALL
    by(page, "#files thead button")[0].click()
    assert files(page) == ALL[::-1]
    errors = by(page, "#files thead th")[2]
    by(errors, "button")[0].click()
    by(errors, "button")[0].click()
    assert files(page)[0] == "b.txt"
    assert errors.get_attribute("aria-sort") == "descending"
    assert [head.get_attribute("aria-sort") for head in by(page, "#files thead th")].count(None) == 6


def test_without_scripts_everything_is_there_to_read(many, shown):
    page = shown(scripts=False)
    assert sorted(files(page)) == sorted(titles(page)) == sorted(ALL)
    assert [form.is_displayed() for form in by(page, "form")] == [False]
    assert by(page, "#files button") == []
    assert [part.is_displayed() for part in by(page, ".finding, .sheet, .coverage")] == [True] * 9


def test_a_finding_leads_to_its_words_and_they_lead_back(many, shown):
    page = shown()
    (finding,) = by(page, "#n3 .finding")
    by(finding, ".at a")[0].click()
    (mark,) = by(page, "mark:target")
    assert mark.text == "section 31(3)"
    assert in_view(page, mark)
    by(page, "#n3 .sheet a.ref")[0].click()
    assert by(page, ".finding:target") == [finding]
    assert in_view(page, finding)


def in_view(page, node):
    box = "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight"
    return page.execute_script(box, node)


def test_a_missing_part_in_the_matrix_leads_to_what_to_do(many, shown):
    page = shown()
    by(page, "#n3 .coverage .absent a")[0].click()
    assert "Weigh the factors for and against" in by(page, ".finding:target")[0].text


def test_everything_can_be_done_with_the_keyboard(many, shown):
    from selenium.webdriver import Keys

    page = shown()
    press(page, Keys.TAB)
    assert focused(page).text == "Skip to the notices"
    assert focused(page).is_displayed()
    press(page, Keys.ENTER)
    assert focused(page).get_attribute("id") == "main"
    reached = []
    while "Advice" not in reached[-1:]:
        press(page, Keys.TAB)
        here = focused(page)
        reached.append(here.get_attribute("name") or here.get_attribute("role") or here.text)
    assert reached[:6] == ["words", "worst", "rule", "exemption", "Show all", "region"]
    assert reached[6:] == ["File", "Missing", "Errors", "Warnings", "Advice"]
    press(page, Keys.SHIFT + Keys.TAB)
    press(page, Keys.SPACE, Keys.SPACE)
    assert files(page)[0] == "minutes.txt"


def test_what_has_the_focus_is_seen(many, shown):
    from selenium.webdriver import Keys

    page = shown()
    for _ in range(3):
        press(page, Keys.TAB)
    assert focused(page).value_of_css_property("outline").endswith("solid 3px")


def test_landmarks_and_headings_lay_out_the_page(many, shown):
    page = shown()
    tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]]
    assert sorted(pair for pair in roles if pair[0] in LANDMARKS) == [
        ("article", "a10.txt"),
        ("article", "a9.txt"),
        ("article", "b.txt"),
        ("article", "minutes.txt"),
        ("banner", ""),
        ("contentinfo", ""),
        ("main", ""),
        ("search", "Filter the files"),
    ]
    assert {name for role, name in roles if role == "combobox"} == {"Show", "Rule", "Exemption"}
    levels = [int(node.tag_name[1]) for node in by(page, "h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


@pytest.mark.parametrize("size", [NARROWEST, PHONE, TABLET, WIDE])
def test_nothing_is_wider_than_the_screen(many, write, shown, size):
    write("a-very-long-name-without-any-blank-that-goes-on-and-on-and-on-and-on-and-on.txt", "x" * 400 + UNBALANCED)
    page = shown(size)
    assert page.execute_script("return document.documentElement.scrollWidth") <= size[0]


def test_nothing_in_a_draft_runs(write, shown):
    write("<img src=x onerror=window.ran=1>.txt", HOSTILE)
    write("other.txt", HOSTILE)
    page = shown()
    assert page.execute_script("return window.ran") is None
    assert [entry["message"] for entry in page.get_log("browser")] == []
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert "window.ran = 1" in by(page, ".sheet")[0].text


def test_the_policy_would_stop_what_slipped_through(many, shown):
    page = shown()
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">');"
    )
    assert page.execute_script("return window.ran") is None
    assert all("Content Security Policy" in entry["message"] for entry in page.get_log("browser"))


def test_a_turned_direction_stays_in_its_own_words(write, shown):
    write("drones.txt", UNBALANCED.replace("## Harm", "\u202e## Harm \u2067 sdrawkcab"))
    page = shown()
    assert by(page, ".sheet .sign")[0].text == "U+202E"
    assert "sdrawkcab" in by(page, ".sheet")[0].text


def test_in_print_the_controls_are_gone_and_the_findings_stand_whole(many, shown):
    page = shown()
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert [node.is_displayed() for node in by(page, "#filters, .skip, .back")] == [False] * 6
    assert by(page, "#n3 .findings")[0].value_of_css_property("position") == "static"
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgba(255, 255, 255, 1)"), ("dark", "rgba(27, 27, 30, 1)")])
def test_the_page_is_light_or_dark_as_the_reader_likes(many, shown, scheme, paper):
    page = shown()
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    assert by(page, "article")[0].value_of_css_property("background-color") == paper
