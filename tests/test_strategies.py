"""What is generated for tests is what `load` accepts, and so holds of briefings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings

from brief_tui.analysis.hypotheses import matrices
from brief_tui.load.briefing_file import Loaded, load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.chain import chain_of
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level, Verb
from brief_tui.render.record import record
from tests.strategies import briefings


@pytest.fixture(scope="module")
def reloaded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Briefing], Loaded]:
    """Writes a briefing as an author would and loads it."""
    file = tmp_path_factory.mktemp("generated") / "briefing.yaml"

    def reload(briefing: Briefing) -> Loaded:
        file.write_text(yaml.safe_dump(record(briefing), allow_unicode=True), encoding="utf-8")
        return load_briefing(file)

    return reload


@given(briefings())
def test_what_is_generated_loads_and_is_the_same(
    reloaded: Callable[[Briefing], Loaded], briefing: Briefing
) -> None:
    loaded = reloaded(briefing)
    assert [str(problem) for problem in loaded.problems if problem.closes] == []
    assert loaded.briefing == briefing


def _origins(briefing: Briefing) -> list[str | None]:
    register = Register.of(briefing)
    return [chain_of(register, item).origin for item in briefing.items() if item.chain]


FORMS: dict[str, Callable[[Briefing], bool]] = {
    "a chain that ends in a party": lambda briefing: any(
        origin in Register.of(briefing).parties for origin in _origins(briefing)
    ),
    "a chain that ends in an item": lambda briefing: any(
        origin in Register.of(briefing).items for origin in _origins(briefing)
    ),
    "a chain that ends in nothing": lambda briefing: None in _origins(briefing),
    "a chain of a source": lambda briefing: any(source.chain for source in briefing.sources),
    "a contested lever": lambda briefing: any(
        option.leverage.level(dimension) is Level.CONTESTED
        and len(option.leverage.on(dimension)) > 1
        for option in briefing.options
        for dimension in Dimension
    ),
    "an undated item": lambda briefing: any(
        item.event is item.said is item.published is None for item in briefing.items()
    ),
    "hypotheses that compete": lambda briefing: any(
        len(matrix.contenders) > 1 and matrix.bearings
        for matrix in matrices(Register.of(briefing)).values()
    ),
    "a range": lambda briefing: any(
        figure.low is not None and figure.high is not None
        for item in briefing.items()
        for figure in item.figures
    ),
}


def test_every_form_and_every_verb_is_among_them() -> None:
    forms: set[str] = set()
    verbs: set[Verb] = set()

    @settings(max_examples=100)
    @given(briefings())
    def look(briefing: Briefing) -> None:
        forms.update(form for form, has in FORMS.items() if has(briefing))
        verbs.update(relation.verb for relation in briefing.relations)

    look()
    assert forms == set(FORMS)
    assert verbs == set(Verb)


@given(briefings())
def test_no_relation_leads_to_itself(briefing: Briefing) -> None:
    assert all(relation.from_ != relation.to for relation in briefing.relations)
