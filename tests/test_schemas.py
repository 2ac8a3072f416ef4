"""The JSON Schemas against the code, so that an editor says what foilint says."""

import json
from enum import StrEnum
from pathlib import Path

import jsonschema
import pytest
import yaml

from foilint import settings_file, template_file
from foilint.commands.schema import schema_names
from foilint.finding import Severity
from foilint.misuse import Misuse
from foilint.notice import Kind, Part, Response, State
from foilint.report import Status, Summary
from foilint.selection import LEVELS
from foilint.template import Demand
from test_settings import WRONG as WRONG_SETTINGS
from test_templates import WRONG as WRONG_TEMPLATES

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "schemas").glob("*.schema.json"))


def schema(name):
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))


def words(enum: type[StrEnum]):
    return [str(each) for each in enum]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_schema_is_sound_and_refuses_unknown_keys(file):
    laid_down = json.loads(file.read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(laid_down)
    assert laid_down["additionalProperties"] is False


def test_the_schemas_can_be_asked_for_by_name(foilint):
    assert set(foilint("schema").out.split()) == {file.name.partition(".")[0] for file in FILES}
    for name in schema_names():
        assert json.loads(foilint("schema", name).out) == schema(name)


def test_an_unknown_schema_is_refused(foilint):
    ran = foilint("schema", "setings")
    assert ran.err.startswith("foilint: there is no schema 'setings'; did you mean settings?")


def test_the_report_has_the_words_of_the_code():
    definitions = schema("report")["definitions"]
    notice = definitions["notice"]["properties"]
    assert definitions["severity"]["enum"] == words(Severity)
    assert definitions["part"]["enum"] == words(Part)
    assert definitions["state"]["enum"] == words(State)
    assert notice["status"]["enum"] == words(Status)
    assert notice["kind"]["enum"] == [*words(Kind), None]
    assert notice["response"]["enum"] == [*words(Response), None]
    assert schema("report")["properties"]["summary"]["required"] == list(Summary._fields)


def test_the_settings_have_the_keys_and_words_of_the_code():
    laid_down = schema("settings")
    keys = laid_down["properties"]
    override, allowance = keys["overrides"]["items"], keys["allow"]["items"]
    assert tuple(keys) == settings_file.KEYS
    assert set(override["properties"]) == {"notices", *settings_file.OVERRIDE_KEYS}
    assert set(allowance["properties"]) == {*allowance["required"], *settings_file.ALLOWANCE_KEYS}
    assert override["properties"]["kind"]["enum"] == words(Kind)
    assert laid_down["definitions"]["rules"]["additionalProperties"]["enum"] == [*LEVELS, False]


def test_the_template_has_the_keys_and_words_of_the_code():
    laid_down = schema("template")
    definitions, keys = laid_down["definitions"], laid_down["properties"]
    assert tuple(keys) == template_file.KEYS
    assert tuple(keys["headings"]["properties"]) == template_file.HEADED
    assert definitions["part"]["enum"] == words(Part)
    assert definitions["kinds"]["items"]["enum"] == words(Kind)
    assert definitions["demand"]["enum"] == words(Demand)
    assert keys["house-rules"]["items"]["properties"]["severity"]["enum"] == words(Severity)
    assert keys["rules"]["additionalProperties"]["enum"] == [*LEVELS, False]


TEMPLATES = [
    *sorted((ROOT / "schemas" / "templates").glob("*.yaml")),
    *sorted(ROOT.glob("examples/*/templates/*.yaml")),
]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_every_template_here_is_as_its_schema_lays_down(file):
    jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), schema("template"))


def test_the_settings_of_the_example_are_as_their_schema_lays_down():
    for file in ROOT.glob("examples/*/.foilint.yaml"):
        written = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  dates stay as they are written
        jsonschema.validate(written, schema("settings"))


BEYOND_A_SCHEMA = {
    "a letter without a star",
    "a pattern that is none",
    "a rule called like another",
    "a rule not called like one",
    "a section found twice over",
    "a template that is not there",
    "an allowance of no rule",
    "an allowance that ends on no day",
    "an allowance with an empty reason",
    "an annex in another folder",
    "an unknown law",
    "an unknown parent",
    "an unknown rule",
    "broken YAML",
    "itself extended",
    "notices that match nothing",
}
"""Faults that only foilint can see: what a name stands for, and what a text means."""

REFUSED = [
    pytest.param(name, content, id=f"{name}: {fault}")
    for name, wrong in (("settings", WRONG_SETTINGS), ("template", WRONG_TEMPLATES))
    for fault, (content, _) in wrong.items()
    if fault not in BEYOND_A_SCHEMA
]


@pytest.mark.parametrize(("name", "content"), REFUSED)
def test_what_foilint_refuses_for_its_shape_an_editor_underlines(name, content):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(content), schema(name))


@pytest.mark.parametrize(("name", "content"), REFUSED)
def test_and_foilint_refuses_it(name, content, write):
    file = write("file.yaml", content)
    with pytest.raises(Misuse):
        settings_file.read_settings(file) if name == "settings" else template_file.named_template(file, ".")
