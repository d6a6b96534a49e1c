"""What a briefing's values must hold together, and what it warns of."""

import pytest

from brief_tui.model.likelihood import TERMS, LikelihoodScale
from brief_tui.model.problem import Severity
from tests.load.written import Desk, codes

NO_SOURCE = """\
id: talks
title: Talks on a ceasefire
sources: [{id: paper, name: The Paper}]
actors: [{id: envoy, name: The Envoy}]
"""
"""A briefing that names no source for what stands in it."""


class TestIds:
    @pytest.mark.parametrize(
        "text",
        [
            "evidence: [{id: a, text: x}, {id: ▸a, text: y}]\n",
            "evidence: {id: a, text: x}\noptions: {id: ▸a, text: y, targets: envoy}\n",
            "evidence: {id: ▸paper, text: x}\n",
            "evidence: {id: ▸envoy, text: x}\n",
            "evidence: {id: ▸sent, text: x}\n",
        ],
    )
    def test_an_id_names_one_thing_in_all_sections(self, desk: Desk, text: str) -> None:
        problem = desk.only_problem(text)
        assert problem.code == "duplicate-id"
        assert "briefing-at-hand.yaml:" in problem.message

    def test_the_briefings_own_id_is_not_one_of_them(self, desk: Desk) -> None:
        assert desk.load_after_head("evidence: {id: talks, text: x}\n").problems == ()

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("claims: {id: c, text: x, speaker: ▸ministr}\n", "claims.speaker"),
            ("claims: {id: c, text: x, speaker: envoy, source: ▸ministr}\n", "claims.source"),
            ("evidence: [{id: e, text: x, chain: [agency, ▸ministr]}]\n", "evidence[0].chain[1]"),
            ("evidence: {id: e, text: x, chain: {who: ▸ministr}}\n", "evidence.chain.who"),
            ("evidence: {id: e, text: x, figures: {value: 1, measure: ▸ministr}}\n",
             "evidence.figures.measure"),
            ("assessments: {id: j, text: x, expert: ▸ministr}\n", "assessments.expert"),
            ("assessments: {id: j, text: x, rests_on: [paper, ▸ministr]}\n",
             "assessments.rests_on[1]"),
            ("assessments: {id: j, text: x, likelihood: {term: likely, assessor: ▸ministr}}\n",
             "assessments.likelihood.assessor"),
            ("options: {id: o, text: x, targets: [envoy, ▸ministr]}\n", "options.targets[1]"),
            ("options: {id: o, text: x, targets: envoy, actor: ▸ministr}\n", "options.actor"),
            ("options: {id: o, text: x, targets: envoy, rests_on: ▸ministr}\n",
             "options.rests_on"),
            ("options:\n  id: o\n  text: x\n  targets: envoy\n"
             "  leverage: {risk: [{level: low, basis: ▸ministr}]}\n",
             "options.leverage.risk[0].basis"),
            ("summary: {text: x, items: ▸ministr}\n", "summary.items"),
            ("not_known: {text: x, items: [▸ministr]}\n", "not_known.items[0]"),
            ("evidence: {id: e, text: x}\nrelations: [{from: e, verb: supports, to: ▸ministr}]\n",
             "relations[0].to"),
        ],
    )  # fmt: skip
    def test_an_id_that_names_nothing_is_told_where_it_stands(
        self, desk: Desk, text: str, path: str
    ) -> None:
        problem = desk.only_problem(text)
        assert (problem.code, problem.path, problem.found) == ("dangling-id", path, "ministr")

    def test_the_nearest_id_of_the_right_kind_is_offered(self, desk: Desk) -> None:
        problem = desk.only_problem("claims: {id: minster, text: x, speaker: ▸ministr}\n")
        assert problem.nearest == "minister"
        assert problem.allowed == ("minister",)

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("claims: {id: c, text: x, speaker: ▸sent}\n", "a measure"),
            ("claims: {id: c, text: x, speaker: ▸c}\n", "a claim"),
            ("evidence: {id: e, text: x, source: ▸envoy}\n", "an actor"),
        ],
    )
    def test_an_id_of_another_kind_says_what_it_is(self, desk: Desk, text: str, kind: str) -> None:
        problem = desk.only_problem(text)
        assert problem.code == "dangling-id"
        assert kind in problem.message

    def test_an_id_of_something_broken_is_not_dangling(self, desk: Desk) -> None:
        loaded = desk.load_after_head(
            "evidence: [{id: e, txt: x}, {id: f, text: x, chain: e}, {id: 'a b', text: y}]\n"
            "summary: {text: z, items: 'a b'}\n"
        )
        assert "dangling-id" not in codes(loaded)


class TestChains:
    @pytest.mark.parametrize(
        ("text", "circle"),
        [
            ("evidence: {id: e, text: x, chain: [paper, agency, ▸paper]}\n",
             "paper → agency → paper"),
            ("evidence: {id: e, text: x, chain: ▸e}\n", "e → e"),
            ("evidence: {id: e, text: x, chain: [paper, ▸e]}\n", "e → paper → e"),
            ("evidence: [{id: e, text: x, chain: ▸f}, {id: f, text: x, chain: e}]\n",
             "e → f → e"),
            ("evidence: [{id: e, text: x, chain: [envoy, ▸f]}, {id: f, text: x, chain: envoy}]\n",
             "envoy → f → envoy"),
            ("evidence:\n  - {id: d, text: x, chain: e}\n  - {id: e, text: x, chain: ▸f}\n"
             "  - {id: f, text: x, chain: e}\n", "e → f → e"),
        ],
    )  # fmt: skip
    def test_a_circle_is_told_once_where_it_closes(
        self, desk: Desk, text: str, circle: str
    ) -> None:
        problem = desk.only_problem(text)
        assert problem.code == "circular-chain"
        assert circle in problem.message

    def test_a_sources_own_chain_may_not_run_in_a_circle(self, desk: Desk) -> None:
        problem = desk.only_problem(
            "evidence: {id: e, text: x, chain: paper}\n",
            after="id: a\ntitle: b\nsources:\n  - {id: paper, name: x, chain: ▸wire}\n"
            "  - {id: wire, name: y, chain: paper}\n",
        )
        assert problem.code == "circular-chain"
        assert problem.path == "sources[0].chain"

    @pytest.mark.parametrize(
        ("text", "circle"),
        [
            ("claims: {id: c, text: x, speaker: paper, chain: ▸wire}\n", "paper → wire → paper"),
            ("claims: {id: c, text: x, speaker: wire, chain: [envoy, ▸wire2]}\n",
             "wire → envoy → wire2 → wire"),
            ("assessments: {id: c, text: x, expert: paper, chain: ▸wire}\n",
             "paper → wire → paper"),
        ],
    )  # fmt: skip
    def test_who_has_it_from_those_who_have_it_from_them_runs_in_a_circle(
        self, desk: Desk, text: str, circle: str
    ) -> None:
        problem = desk.only_problem(
            text,
            after="id: a\ntitle: b\nsource: paper\nactors: {id: envoy, name: e}\nsources:\n"
            "  - {id: paper, name: x}\n"
            "  - {id: wire, name: y, chain: paper}\n"
            "  - {id: wire2, name: z, chain: wire}\n",
        )
        assert problem.code == "circular-chain"
        assert circle in problem.message

    def test_a_circle_from_an_item_to_a_source_and_back_is_one(self, desk: Desk) -> None:
        problem = desk.only_problem(
            "evidence: {id: c, text: x, chain: wire}\n",
            after="id: a\ntitle: b\nsource: paper\nsources:\n  - {id: paper, name: x}\n"
            "  - {id: wire, name: y, chain: ▸c}\n",
        )
        assert problem.code == "circular-chain"

    def test_who_repeats_an_own_item_by_way_of_others_is_its_origin(self, desk: Desk) -> None:
        loaded = desk.load_after_head(
            "evidence: {id: report, text: x, chain: envoy}\n"
            "claims:\n  - {id: c, text: x, speaker: envoy, chain: [agency, report]}\n"
            "  - {id: d, text: x, speaker: envoy, chain: [paper, c]}\n"
        )
        assert loaded.problems == ()

    def test_two_that_confirm_each_other_run_in_no_circle(self, desk: Desk) -> None:
        loaded = desk.load_after_head(
            "claims:\n  - {id: c, text: x, speaker: envoy}\n"
            "  - {id: d, text: x, speaker: minister, chain: envoy}\n"
            "relations:\n  - {from: c, verb: confirms, to: d}\n"
            "  - {from: d, verb: confirms, to: c}\n"
        )
        assert loaded.problems == ()

    def test_a_chain_that_ends_is_none(self, desk: Desk) -> None:
        loaded = desk.load_after_head(
            "evidence:\n  - {id: e, text: x, chain: [paper, f]}\n"
            "  - {id: f, text: x, chain: [agency, {note: not stated}]}\n"
            "  - {id: g, text: x, chain: [{note: a}, {note: b}, f]}\n"
        )
        assert loaded.problems == ()

    def test_a_chain_without_end_in_sight_is_refused(self, desk: Desk) -> None:
        items = [f"  - {{id: e{n}, text: x, chain: e{n + 1}}}\n" for n in range(300)]
        loaded = desk.load_after_head(
            "evidence:\n" + "".join(items) + "  - {id: e300, text: x, credibility: 1}\n"
        )
        assert set(codes(loaded)) == {"long-chain"}


class TestLikelihoods:
    def test_a_term_must_be_of_the_briefings_scale(self, desk: Desk) -> None:
        problem = desk.only_problem(
            "assessments: {id: j, text: x, expert: envoy, likelihood: {term: ▸highly-likely}}\n"
        )
        assert problem.code == "unknown-likelihood"
        assert problem.allowed == tuple(term.key for term in TERMS[LikelihoodScale.ICD_203])

    def test_the_same_term_may_be_of_the_other_scale(self, desk: Desk) -> None:
        text = "assessments: {id: j, text: x, expert: envoy, likelihood: highly-likely}\n"
        assert desk.load_after_head("likelihood_scale: phia\n" + text).problems == ()

    @pytest.mark.parametrize(
        ("written", "nearest"),
        [
            ("Very likely", "very-likely"),
            ("highly probable", "very-likely"),
            ("probable", "likely"),
            ("nearly certain", "almost-certain"),
            ("remote", "almost-no-chance"),
            ("verylikely", "very-likely"),
            ("purple", None),
        ],
    )
    def test_another_wording_leads_to_the_scales_own_term(
        self, desk: Desk, written: str, nearest: str | None
    ) -> None:
        problem = desk.only_problem(
            f"assessments: {{id: j, text: x, expert: envoy, likelihood: ▸{written}}}\n"
        )
        assert problem.nearest == nearest


class TestFigures:
    def test_a_range_upside_down_is_an_error(self, desk: Desk) -> None:
        problem = desk.only_problem(
            "evidence: {id: e, text: x, figures: {low: ▸9, high: 3, measure: sent}}\n"
        )
        assert (problem.code, problem.closes) == ("bad-range", True)

    def test_a_figure_must_say_how_much(self, desk: Desk) -> None:
        problem = desk.only_problem(
            "evidence: {id: e, text: x, figures: [▸{measure: sent, unit: soldiers}]}\n"
        )
        assert (problem.code, problem.closes) == ("empty-figure", True)

    @pytest.mark.parametrize("quantity", ["value: 0", "low: 0", "high: 3", "words: dozens"])
    def test_any_quantity_will_do(self, desk: Desk, quantity: str) -> None:
        text = f"evidence: {{id: e, text: x, figures: {{{quantity}, measure: sent}}}}\n"
        assert desk.load_after_head(text).problems == ()


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("claims: [▸{id: c, text: x}]\n", "claim-without-speaker", "claims[0]"),
        ("claims: [▸{id: c, text: x, voice: reported}]\n", "claim-without-speaker", "claims[0]"),
        ("evidence: [{id: e, text: x, figures: [1, ▸2]}]\n".replace("[1, ", "["),
         "figure-without-measure", "evidence[0].figures[0]"),
        ("assessments: {id: j, text: x, likelihood: ▸{term: likely}}\n",
         "likelihood-without-assessor", "assessments.likelihood"),
        ("options: {id: o, text: x, targets: envoy, actor: envoy, likelihood_of_effect: ▸likely}\n",
         "likelihood-without-assessor", "options.likelihood_of_effect"),
        ("options: [▸{id: o, text: x}]\n", "option-without-target", "options[0]"),
        ("assessments: [{id: j, text: ▸'One. It is likely, with high confidence, so. Two.'}]\n",
         "likelihood-with-confidence", "assessments[0].text"),
        ("claims: {id: c, speaker: envoy, text: ▸He has low confidence that it will probably be}\n",
         "likelihood-with-confidence", "claims.text"),
        ("evidence: {id: e, text: x, credibility: ▸1}\n",
         "credibility-without-origins", "evidence.credibility"),
        ("evidence: {id: e, text: x}\nrelations: [▸{from: e, verb: disputes, to: e}]\n",
         "self-relation", "relations[0]"),
    ],
)  # fmt: skip
def test_what_an_editor_should_look_at_again_is_a_warning_and_closes_nothing(
    desk: Desk, text: str, code: str, path: str
) -> None:
    problem = desk.only_problem(text)
    assert (problem.code, problem.path) == (code, path)
    assert (problem.severity, problem.closes) == (Severity.WARNING, False)
    assert desk.load_after_head(text.replace("▸", "")).briefing is not None


@pytest.mark.parametrize(
    "text",
    [
        "claims: {id: c, text: x, voice: article}\n",
        "claims: {id: c, text: x, voice: editor}\n",
        "claims: {id: c, text: x, speaker: envoy}\n",
        "evidence: {id: e, text: x, figures: {value: 1, measure: sent}}\n",
        "assessments: {id: j, text: x, expert: envoy, likelihood: likely}\n",
        "assessments: {id: j, text: x, likelihood: {term: likely, assessor: envoy}}\n",
        "assessments: {id: j, text: x, likelihood: {term: likely, voice: editor}}\n",
        "options: {id: o, text: x, targets: envoy}\n",
        "assessments: {id: j, text: 'It is likely. Confidence is high.'}\n",
        "assessments: {id: j, text: 'He is likely to be confident of the unlikely.'}\n",
        "assessments: {id: j, text: 'A confidence vote is likely; turnout was high.'}\n",
        "assessments: {id: j, text: 'With high confidence it came from a remote camp.'}\n",
        "assessments: {id: j, text: 'It is likely.', confidence: {level: high}}\n",
    ],
)
def test_what_is_in_order_is_not_warned_of(desk: Desk, text: str) -> None:
    assert desk.load_after_head(text).problems == ()


def test_a_claim_must_stand_somewhere(desk: Desk) -> None:
    problem = desk.only_problem("claims: [▸{id: c, text: x, speaker: envoy}]\n", after=NO_SOURCE)
    assert problem.code == "claim-without-source"


@pytest.mark.parametrize("where", ["source: paper", "chain: paper"])
def test_its_own_source_or_a_chain_is_where_a_claim_stands(desk: Desk, where: str) -> None:
    text = f"claims: {{id: c, text: x, speaker: envoy, {where}}}\n"
    assert desk.load(NO_SOURCE + text).problems == ()


class TestOrigins:
    """Credibility 1 is for what two independent origins say."""

    def warned(self, desk: Desk, claims: str, relations: str) -> list[str]:
        loaded = desk.load_after_head(f"claims:\n{claims}relations: [{relations}]\n")
        assert loaded.briefing is not None, loaded.problems
        return [each.message for each in loaded.problems if each.code != "self-relation"]

    def test_two_origins_are_enough(self, desk: Desk) -> None:
        claims = (
            "  - {id: a, text: x, speaker: envoy, credibility: 1}\n"
            "  - {id: b, text: x, speaker: minister}\n"
        )
        assert self.warned(desk, claims, "{from: b, verb: confirms, to: a}") == []

    @pytest.mark.parametrize(
        "relation",
        [
            "{from: b, verb: supports, to: a}",
            "{from: a, verb: confirms, to: b}",
            "{from: a, verb: confirms, to: a}",
        ],
    )
    def test_only_what_confirms_it_counts(self, desk: Desk, relation: str) -> None:
        claims = (
            "  - {id: a, text: x, speaker: envoy, credibility: 1}\n"
            "  - {id: b, text: x, speaker: minister}\n"
        )
        (message,) = self.warned(desk, claims, relation)
        assert "The Envoy" in message

    def test_two_voices_with_one_origin_are_one_origin(self, desk: Desk) -> None:
        claims = (
            "  - {id: a, text: x, speaker: envoy, chain: agency, credibility: 1}\n"
            "  - {id: b, text: x, speaker: minister, chain: [paper, agency]}\n"
        )
        (message,) = self.warned(desk, claims, "{from: b, verb: confirms, to: a}")
        assert "The Agency" in message

    def test_an_item_in_which_a_chain_ends_is_no_origin(self, desk: Desk) -> None:
        claims = (
            "  - {id: a, text: x, speaker: envoy, credibility: 1}\n"
            "  - {id: b, text: x, voice: article, chain: c}\n"
            "  - {id: c, text: x, voice: article}\n"
        )
        (message,) = self.warned(desk, claims, "{from: b, verb: confirms, to: a}")
        assert "The Envoy" in message

    def test_an_origin_that_is_not_stated_is_none(self, desk: Desk) -> None:
        claims = "  - {id: a, text: x, speaker: envoy, chain: [{note: sources}], credibility: 1}\n"
        (message,) = self.warned(desk, claims, "")
        assert "no origin is stated" in message
