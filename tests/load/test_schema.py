"""The JSON Schema says of a file what the loader says of it, as far as a schema can."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.generate import generate
from brief_tui.load.nodes import Mapping, Node, Sequence, is_null
from brief_tui.load.schema import json_schema
from brief_tui.load.tree import parse
from tests.load.written import HEAD, Desk

SHIPPED = Path(__file__).parents[2] / "content"
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
SCHEMA = json_schema()


def valued(node: Node) -> Any:
    """What an editor's YAML 1.2 core parser makes of a node."""
    if isinstance(node, Sequence):
        return [valued(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: valued(below) for key, (_, below) in node.entries.items()}
    assert isinstance(node, tuple)
    text, _, plain = node
    if is_null(node):
        return None
    if plain and text in ("true", "false"):
        return text == "true"
    return float(text) if plain and NUMBER.fullmatch(text) else text


def is_of_type(value: Any, name: str) -> bool:
    number = isinstance(value, float) and not isinstance(value, bool)
    return {
        "string": isinstance(value, str),
        "number": number,
        "integer": number and float(value).is_integer(),
        "boolean": isinstance(value, bool),
        "null": value is None,
        "array": isinstance(value, list),
        "object": isinstance(value, dict),
    }[name]


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value fits: the keywords that our schema uses, no others."""
    known = {
        "$schema", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "maxLength",
        "anyOf", "items", "properties", "required", "additionalProperties", "propertyNames",
        "dependentRequired",
    }  # fmt: skip
    assert schema.keys() <= known
    if "$ref" in schema and not fits(value, SCHEMA["$defs"][schema["$ref"].split("/")[-1]]):
        return False
    types = schema.get("type")
    if types and not any(
        is_of_type(value, t) for t in ([types] if isinstance(types, str) else types)
    ):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "anyOf" in schema and not any(fits(value, choice) for choice in schema["anyOf"]):
        return False
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            return False
        return "maxLength" not in schema or len(value) <= int(schema["maxLength"])
    if isinstance(value, list) and "items" in schema:
        return all(fits(item, schema["items"]) for item in value)
    return not isinstance(value, dict) or keys_fit(value, schema)


def keys_fit(value: dict[str, Any], schema: dict[str, Any]) -> bool:
    needed = set(schema.get("required", ()))
    for key, others in schema.get("dependentRequired", {}).items():
        needed |= set(others) if key in value else set()
    if not needed <= value.keys():
        return False
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", True)
    for key, below in value.items():
        if key in properties:
            if not fits(below, properties[key]):
                return False
        elif more is False or (isinstance(more, dict) and not fits(below, more)):
            return False
        if "propertyNames" in schema and not fits(key, schema["propertyNames"]):
            return False
    return True


def fits_schema(text: str) -> bool:
    root = parse(text, Path("x")).root
    assert root is not None
    return fits(valued(root), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        generate(50, 1),
        HEAD + "claims:\n  id: c\n  text: x\n  places: Kyiv\n  figures: 1500\n  chain: [paper]\n",
        HEAD + "claims: [{id: c, text: 1984, credibility: 1, said: 2021, voice: ~}]\n",
        HEAD + "claims: [{id: c, text: x, countries: {KR: subject, RU: [place, target]}}]\n",
        HEAD + "options: [{id: o, text: x, leverage: {risk: low, headroom: [high, none]}}]\n",
        HEAD + "marking: TLP:AMBER+STRICT\nas_of: 2024-10-08~/2024-10-13?\nlanguage: en-GB\n",
        "evidence: [{id: e, text: a file of a folder needs no heading}]\n",
    ],
)
def test_what_loads_fits(text: str) -> None:
    assert fits_schema(text)


def test_what_ships_fits() -> None:
    files = list(SHIPPED.rglob("*.yaml"))
    assert [file.name for file in files if not fits_schema(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "more",
    [
        "titel: x\n",
        "claims: [{id: c}]\n",
        "claims: [{id: c, text: ''}]\n",
        "claims: [{id: c, text: true}]\n",
        "claims: [{id: a b, text: x}]\n",
        "claims: [{id: c, text: x, voice: artcle}]\n",
        "claims: [{id: c, text: x, credibility: 7}]\n",
        "claims: [{id: c, text: x, countries: {ZZ: subject}}]\n",
        "claims: [{id: c, text: x, countries: [KR]}]\n",
        "claims: [{id: c, text: x, figures: {value: '5'}}]\n",
        "claims: [{id: c, text: x, said: yesterday}]\n",
        "options: [{id: o, text: x, leverage: high}]\n",
        "sources: [{id: s, name: x, url: 'ftp://x'}]\n",
        "countries: kr\n",
    ],
)
def test_what_does_not_load_does_not_fit(desk: Desk, more: str) -> None:
    text = "id: a\ntitle: b\n" + more
    assert desk.load(text).briefing is None
    assert not fits_schema(text)


def test_a_heading_has_both_id_and_title() -> None:
    assert not fits_schema("id: a\n")


def test_everything_is_described() -> None:
    for name, schema in SCHEMA["$defs"].items():
        assert schema["description"], name
        for properties in (schema, *schema.get("anyOf", ())):
            for key, below in properties.get("properties", {}).items():
                assert below["description"], f"{name}.{key}"
    assert all(below["description"] for below in SCHEMA["properties"].values())


def test_it_is_json_and_every_reference_leads_somewhere() -> None:
    text = json.dumps(SCHEMA, ensure_ascii=False)
    assert set(re.findall(r'"#/\$defs/(\w+)"', text)) == set(SCHEMA["$defs"])
    assert json.loads(text) == SCHEMA
    assert json_schema() == SCHEMA
