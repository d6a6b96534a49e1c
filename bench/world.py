"""Who publishes and who speaks in a made-up world, shared by all briefings of a library.

A few agencies stand behind much of what is said nearly everywhere; thousands of others come up
once or twice. Countries come as unevenly.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.languages import KINDS, listed
from bench.words import Tongue, drawn_unevenly, made_up, tongues
from brief_tui.model.country_names import COUNTRIES

_OFTEN = (
    "RU US UA CN KP KR IL IR DE GB FR TR JP IN PS SY TW PL SA IQ PK AF BY YE EG LB SD VE NG ET"
    " LY AM AZ GE RS XK CU MX BR ZA ML NE CD MM TH VN PH ID AU CA IT ES SE FI NO EE LV LT RO HU"
)
MOST_COUNTRIES = 190

_PERSONS_OF = {
    code: tag
    for tag, codes in {
        "ru": "RU BY",
        "uk": "UA",
        "ko": "KP KR",
        "zh": "CN TW",
        "ar": "IQ SY EG SA YE LB SD PS LY",
        "fr": "FR ML NE CD",
        "de": "DE",
        "es": "ES MX VE CU",
        "pl": "PL",
        "vi": "VN",
    }.items()
    for code in codes.split()
}
_BODIES = listed(
    "Ministry of Defence;Ministry of Foreign Affairs;General Staff;"
    "Intelligence Service;Parliament;Central Bank;Border Guard;National Police;"
    "Chamber of Commerce;Academy of Sciences;Institute of International Studies;"
    "Railways;Navy;Air Force;Energy Agency;Electoral Commission",
    ";",
)
_OFFICES = listed(
    "minister of defence;foreign minister;head of the general staff;spokesperson;"
    "member of parliament;governor;ambassador;retired general;analyst;professor;"
    "aid worker;mayor",
    ";",
)
_TITLES = listed("Post Times Herald Gazette Courier Observer Monitor Tribune Journal Today Daily")
_SOURCE_KINDS = listed(
    "outlet outlet outlet news-agency government social-media social-media "
    "research-body company person document intelligence-service military"
)
_RELIABILITY = "AABBBCCCDEF"
_SOURCE_TAGS = listed("secondhand preliminary reviewed anonymous interested-party")


class Party(NamedTuple):
    """A source or an actor.

    Attributes:
        id: Its id in every briefing that it is in.
        name: Its name.
        lines: What a briefing says of it, as YAML.
        needs: The numbers of others in the same list that these lines name.
        country: Where it is of, or empty.
    """

    id: str
    name: str
    lines: str
    needs: tuple[int, ...] = ()
    country: str = ""


class World(NamedTuple):
    """All that briefings share; the weights are for ``Random.choices``.

    Attributes:
        tongues: The languages, with their words.
        countries: Codes, the one met most first.
        country_weights: How often each comes.
        states: The countries as actors, in the same order.
        bodies: What belongs to a country.
        body_weights: How often each comes.
        people: Who speaks; each needs one of the bodies.
        people_weights: How often each comes.
        sources: Who publishes.
        source_weights: How often each comes.
    """

    tongues: Sequence[Tongue]
    countries: Sequence[str]
    country_weights: Sequence[float]
    states: Sequence[Party]
    bodies: Sequence[Party]
    body_weights: Sequence[float]
    people: Sequence[Party]
    people_weights: Sequence[float]
    sources: Sequence[Party]
    source_weights: Sequence[float]


def world_of(chance: random.Random, items: int, briefings: int) -> World:
    """A world as large as a library of so many items in so many briefings needs."""
    spoken = tongues(chance, 1_500 + int(180 * items**0.5))
    countries = _countries(chance)
    weights = drawn_unevenly(len(countries))
    states = [
        _actor(_slug(COUNTRIES[code][0]), COUNTRIES[code][0], code, "organization", code)
        for code in countries
    ]
    bodies = _bodies(20 + min(4_000, briefings), countries, weights, chance)
    people = [
        _person(number, int(chance.random() * len(bodies)), bodies, spoken, chance)
        for number in range(40 + min(20_000, 3 * briefings))
    ]
    sources = [
        _source(number, chance.choices(countries, cum_weights=weights)[0], spoken, chance)
        for number in range(30 + min(8_000, 2 * briefings))
    ]
    return World(
        spoken,
        countries,
        weights,
        states,
        bodies,
        drawn_unevenly(len(bodies)),
        people,
        drawn_unevenly(len(people)),
        sources,
        drawn_unevenly(len(sources)),
    )


def _countries(chance: random.Random) -> list[str]:
    often = _OFTEN.split()
    rest = sorted(set(COUNTRIES) - set(often))
    chance.shuffle(rest)
    return (often + rest)[:MOST_COUNTRIES]


def _slug(text: str) -> str:
    return "-".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()
    )


def _actor(
    id_: str, name: str, alias: str, kind: str, country: str, more: Iterable[str] = ()
) -> Party:
    lines = [f"  - id: {id_}", f'    name: "{name}"']
    if alias:
        lines.append(f'    aliases: ["{alias}"]')
    lines += [f"    identity_class: {kind}", f"    country: {country}", *more]
    return Party(id_, name, "\n".join(lines), (), country)


def _bodies(
    count: int, countries: Sequence[str], weights: Sequence[float], chance: random.Random
) -> list[Party]:
    found: dict[str, Party] = {}
    while len(found) < count:
        country = chance.choices(countries, cum_weights=weights)[0]
        body = _BODIES[int(chance.random() * len(_BODIES))]
        letters = "".join(word[0] for word in body.split() if word[0].isupper())
        name, alias = f"{body} of {COUNTRIES[country][0]}", f"{country} {letters}"
        if name in found:  # and so it is one of a place in that country
            name = f"{body} of {made_up(KINDS[0].syllables, chance).capitalize()}"
            alias = ""
        id_ = f"{country.lower()}-{_slug(body)}-{len(found)}"
        found[name] = _actor(id_, name, alias, "organization", country)
    return list(found.values())


def _person(
    number: int,
    body: int,
    bodies: Sequence[Party],
    spoken: Sequence[Tongue],
    chance: random.Random,
) -> Party:
    country = bodies[body].country
    tag = _PERSONS_OF.get(country, "en")
    kind = next(each for each in KINDS if each.tag == tag)
    latin = KINDS[0].syllables if tag in ("ru", "uk", "ko", "zh", "ar") else kind.syllables
    given, family = (made_up(latin, chance).capitalize() for _ in range(2))
    alias = family
    if tag in ("ru", "uk", "ko", "ar"):
        alias = " ".join(made_up(kind.syllables, chance).capitalize() for _ in range(2))
    elif tag == "zh":
        words = next(each for each in spoken if each.kind.tag == tag).words
        alias = "".join(chance.choices(words, k=3))
    office = _OFFICES[int(chance.random() * len(_OFFICES))]
    more = [f"    descriptor: {office.capitalize()}", f"    affiliation: {bodies[body].id}"]
    made = _actor(
        f"{_slug(family) or 'p'}-{number}", f"{given} {family}", alias, "individual", country, more
    )
    return made._replace(needs=(body,))


def _source(number: int, country: str, spoken: Sequence[Tongue], chance: random.Random) -> Party:
    draw = chance.random
    # The ones met most are agencies and large papers; their names are Latin.
    tongue = spoken[0] if number < 40 else chance.choice(spoken)
    word = tongue.words[int(draw() * len(tongue.words))].capitalize()
    kind = "news-agency" if number < 12 else _SOURCE_KINDS[int(draw() * len(_SOURCE_KINDS))]
    place = COUNTRIES[country][0]
    name = f"{place} {word} Agency"
    if kind != "news-agency":
        name = f"{word} {_TITLES[int(draw() * len(_TITLES))]}"
    id_ = f"source-{number}"
    lines = [
        f"  - id: {id_}",
        f'    name: "{name}"',
        f"    kind: {kind}",
        f"    country: {country}",
    ]
    if draw() < 0.4:
        lines.append(f"    reliability: {_RELIABILITY[int(draw() * len(_RELIABILITY))]}")
    if draw() < 0.2:
        lines.append(f"    tags: {_SOURCE_TAGS[int(draw() * len(_SOURCE_TAGS))]}")
    if draw() < 0.5:
        lines.append(f"    url: https://{id_}.example.org/")
    needs: tuple[int, ...] = ()
    if number >= 60 and draw() < 0.15:
        # A small outlet that has what it prints from an agency.
        needs = (int(draw() * 12),)
        lines += ["    chain:", f"      - {{who: source-{needs[0]}, how: derived-from}}"]
    return Party(id_, name, "\n".join(lines), needs, country)
