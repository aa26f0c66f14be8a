"""People who act, topics, and words around a title."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import kcinema
from kcinema import Catalogue, Collection, Credit, Director, Entry, Film, Genre, Theme
from kcinema._search import topics, words
from kcinema._search.romanized import romanizes


def _film(name: str, *cast: Credit, **values: Any) -> Film:
    return Film(
        id=f"{name}-2000",
        title=name.title(),
        title_ko="가나",
        year=2000,
        cast=cast,
        **values,
    )


def _people(catalogue: Catalogue, text: str) -> list[tuple[str, list[str]]]:
    return [
        (hit.item.name, [film.id for film in hit.item.films])
        for hit in catalogue.search(text, kind="person")
        if hit.score >= 0.6
    ]


# People -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("송강호", "Song Kang-ho", "Kang-ho Song", "song kangho", "Song Gang-ho"),
        *("ㅅㄱㅎ", "송강허", "송강", "thdrkdgh", "송강호 영화"),
        "movies with Song Kang-ho",
    ],
)
def test_an_actor_is_found_as_people_write_the_name(text: str) -> None:
    """In any spelling, with "movie", and first of all hits."""
    hit = kcinema.search(text)[0]

    assert isinstance(hit.item, kcinema.Person)
    assert (hit.item.name, hit.item.name_ko) == ("Song Kang-ho", "송강호")
    assert hit.item.films == kcinema.films(cast="송강호").sorted_by("year", "id")
    assert hit.score >= 0.6


def test_a_stage_name_leads_to_the_actor() -> None:
    """Who is known by it abroad."""
    assert kcinema.search("don lee")[0].item == kcinema.search("마동석")[0].item


def test_sound_alone_makes_nobody_another() -> None:
    """The actor is not the director whose name is romanized otherwise."""
    first, *others = kcinema.search("lee byung-hun")

    assert isinstance(first.item, kcinema.Person)
    assert first.score == 1
    assert all(hit.score < 0.6 for hit in others)
    both = [type(hit.item) for hit in kcinema.search("이병헌") if hit.score == 1]
    assert both == [kcinema.Person, Director]


def test_a_director_who_acts_comes_as_the_director_first() -> None:
    """And then as the actor, with the films of either."""
    director, actor, *films = kcinema.search("문소리", limit=30)

    assert director.item == kcinema.director("moon-so-ri")
    assert isinstance(actor.item, kcinema.Person)
    assert actor.score < director.score == 1
    assert {hit.how for hit in films} <= {"actor", "director", "words", "beginning"}


def test_the_films_of_a_person_say_so() -> None:
    """They are what was asked for, and no titles."""
    for text, how in (("봉준호", "director"), ("송강호", "actor")):
        hits = kcinema.search(text, kind="film", limit=5)
        assert [(hit.how, hit.matched) for hit in hits] == [(how, text)] * 5
        assert all(hit.score < 0.6 for hit in hits)


def test_spellings_of_one_name_are_one_person() -> None:
    """If both are romanizations of it; anything else is another's name."""
    catalogue = Catalogue(
        films=[
            _film("a", Credit(name="Hwang Jung-min", name_ko="황정민")),
            _film("b", Credit(name="Hwang Jeong-min", name_ko="황정민")),
            _film("c", Credit(name="Hwang Jung-min", name_ko="황정민")),
            _film("d", Credit(name="Jason Hwang", name_ko="황정민")),
            _film("e", Credit(name_ko="황정민")),
            _film("f", Credit(name="Jason Hwang")),
            _film("g", Credit(role="A voice")),
        ]
    )

    assert _people(catalogue, "황정민") == [
        ("Hwang Jung-min", ["a-2000", "b-2000", "c-2000", "e-2000"]),
        ("Jason Hwang", ["d-2000"]),
    ]
    assert ("Jason Hwang", ["f-2000"]) in _people(catalogue, "Jason Hwang")


def test_a_person_is_a_value() -> None:
    """Equal by value, and shown with the films."""
    person = kcinema.search("송강호", kind="person")[0].item

    assert pickle.loads(pickle.dumps(person)) == person
    assert hash(person) == hash(pickle.loads(pickle.dumps(person)))
    assert repr(person) == f"<Person 'Song Kang-ho': {len(person.films)} films>"
    assert "송강호" in person._repr_html_()
    one = Catalogue(films=[_film("a", Credit(name_ko="김하나"))])
    assert repr(one.search("김하나")[0].item) == "<Person '김하나': 1 film>"
    assert one.search("김하나", kind="person")[0].item.name_ko == "김하나"


@pytest.mark.parametrize(
    ("latin", "korean"),
    [
        *(("Lee", "이"), ("Rhee", "이"), ("Park", "박"), ("Pak", "박"), ("Hur", "허")),
        *(("Ryoo", "유"), ("Yoo", "류"), ("Roh", "노"), ("Choi", "최"), ("Woo", "우")),
        *(("Kkonnip", "꽃잎"), ("Bullabi", "불나비"), ("Seoullyeok", "서울역")),
        *(("Koksŏng", "곡성"), ("Sŏp'yŏnje", "서편제"), ("Eun-ee", "은희")),
        *(("shwiri", "쉬리"), ("JSA", "JSA"), ("no 3", "No.3"), ("Dalgi", "닭이")),
    ],
)
def test_what_romanizes_a_name(latin: str, korean: str) -> None:
    """In every system and by custom."""
    assert romanizes(latin, korean)


@pytest.mark.parametrize(
    ("latin", "korean"),
    [
        ("Pulse", "벌새"),
        ("Argo", "악어"),
        ("Swoon", "소원"),
        ("Park", "이"),
        ("", "이"),
    ],
)
def test_what_does_not(latin: str, korean: str) -> None:
    """Words of another language, and other names."""
    assert not romanizes(latin, korean)


# Topics -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        ("zombie", {"theme": "zombies"}),
        ("korean zombie film", {"theme": "zombies"}),
        ("revenge", {"theme": "revenge"}),
        ("gangster", {"theme": "gangsters"}),
        ("serial killer movies", {"theme": "serial-murder"}),
        ("romantic comedy", {"genre": "romance comedy"}),
        ("공포 영화", {"genre": "horror"}),
        ("공포영화", {"genre": "horror"}),
        ("좀비물", {"theme": "zombies"}),
        ("1960s", {"decade": 1960}),
        ("60년대 영화", {"decade": 1960}),
        ("2000's", {"decade": 2000}),
        ("10s", {"decade": 2010}),
        ("horror films of the 1980s", {"genre": "horror", "decade": 1980}),
        ("oscar", {"award": "academy-awards"}),
        ("cannes", {"award": "cannes"}),
        ("golden age", {"era": "golden-age"}),
        ("parasite", None),
        ("horror revenge of a very long and other title", None),
        ("love family revenge", None),  # two of one kind
        ("action comedy thriller", None),
        ("film", None),
        ("other", None),
    ],
)
def test_a_topic_is_read(text: str, criteria: dict[str, Any] | None) -> None:
    """From the vocabularies, with other names, plurals and words around them."""
    assert topics.read(text) == criteria


def test_a_topic_leads_to_its_collection_and_to_its_films() -> None:
    """And says which it is."""
    collection, topic, *films = kcinema.search("horror", limit=10)

    assert collection.item == kcinema.collection("genre-highlights-horror")
    assert collection.how == topic.how == "topic"
    assert isinstance(topic.item, kcinema.Topic)
    assert topic.item.films == kcinema.films(**topic.item.criteria)
    assert {hit.how for hit in films if hit.score < 0.6} == {"topic"}


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("women directors", "women-behind-the-camera"),
        ("여성 감독", "women-behind-the-camera"),
        ("queer films", "queer-cinema"),
        ("korean new wave", "korean-new-wave"),
        ("best korean movies", "where-to-begin"),
        ("documentary", "documentary"),
    ],
)
def test_a_collection_is_found_by_what_it_is_about(text: str, id_: str) -> None:
    """Also where its title says it otherwise."""
    assert kcinema.search(text, kind="collection")[0].item.id == id_
    assert kcinema.search(text)[0].item == kcinema.collection(id_)


def test_a_topic_is_a_value() -> None:
    """Equal by value, and shown with its films."""
    topic = kcinema.search("romantic comedy", kind="topic")[0].item

    assert topic.title == "Romance, Comedy"
    assert pickle.loads(pickle.dumps(topic)) == topic
    assert hash(topic) == hash(pickle.loads(pickle.dumps(topic)))
    assert repr(topic) == f"<Topic 'Romance, Comedy': {len(topic.films)} films>"
    assert "Romance" in topic._repr_html_()


def test_a_topic_of_somebody() -> None:
    """Films of a genre with an actor, or by a director."""
    for text, criteria in (
        ("송강호 스릴러", {"genre": "thriller", "cast": "Song Kang-ho"}),
        ("bong joon-ho thriller", {"genre": "thriller", "director": "Bong Joon-ho"}),
    ):
        topic = kcinema.search(text, kind="topic")[0].item
        assert topic.criteria == criteria
        assert topic.films == kcinema.films(**criteria)  # type: ignore[arg-type]


def test_a_topic_without_films_is_none() -> None:
    """In a catalogue that has no such film; and topics are not kept for ever."""
    catalogue = Catalogue(films=[_film("a", genres=[Genre.WAR])])

    assert catalogue.search("zombies") == []
    assert catalogue.search("war")[0].how == "topic"
    for decade in range(1800, 2100, 10):
        for genre in Genre:
            catalogue.search(f"{decade}s {genre.label}")
    assert len(catalogue._search._beyond._topics._known) <= topics._KEPT


# Words around a title -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("oldboy movie", "oldboy-2003"),
        ("the movie oldboy", "oldboy-2003"),
        ("기생충 송강호", "parasite-2019"),
        ("parasite korean movie 2019", "parasite-2019"),
        ("parasite korean movie 2009", ""),
        ("oldboy choi min sik", "oldboy-2003"),
        ("choi min-sik oldboy", "oldboy-2003"),
        ("괴물 봉준호 감독", "the-host-2006"),
        ("괴물 송강호 2006", "the-host-2006"),
        ("괴물 (봉준호)", "the-host-2006"),
        ("parasite thriller", "parasite-2019"),
        ("parasite western", ""),
        ("기생충 이병헌", ""),  # who is not in it
        ("택시 송강호", "a-taxi-driver-2017"),  # a part, which the actor confirms
        ("sad movie", ""),
    ],
)
def test_words_around_a_title_confirm_it(text: str, id_: str) -> None:
    """Fillers say nothing, people and genres have to be the film's."""
    hits = kcinema.search(text, kind="film", limit=1)

    assert [hit.item.id for hit in hits if hit.score >= 0.6] == ([id_] if id_ else [])


def test_two_people_name_the_films_that_they_made_together() -> None:
    """Whatever they did there."""
    hits = kcinema.search("송강호 이병헌")
    films = kcinema.films(cast="송강호") & kcinema.films(cast="이병헌")

    assert {hit.item for hit in hits if hit.score >= 0.6} == {*films}


def test_a_director_is_found_with_a_word_more() -> None:
    """The person, and not only the films."""
    assert kcinema.search("봉준호 영화")[0].item == kcinema.director("bong-joon-ho")


def test_links_alone_are_a_part_of_a_title() -> None:
    """On the moon is no moon."""
    assert [*words.around("on the moon", bool, bool)] != []
    assert next(words.around("on the moon", "".__eq__, "".__eq__), None) is None
    assert next(words.around("movie", "".__eq__, "".__eq__), None) is None


def test_themes_of_made_films_are_topics(small: Catalogue) -> None:
    """A catalogue of one's own is searched alike."""
    catalogue = Catalogue(
        films=[_film("a", themes=[Theme.ZOMBIES]), _film("b")],
        collections=[
            Collection(
                id="dead",
                title="Zombie films",
                entries=[Entry(film="a-2000", reason="It has some.")],
            )
        ],
    )

    found = catalogue.search("zombies")
    assert [type(hit.item).__name__ for hit in found] == ["Collection", "Topic", "Film"]
    assert small.search("drama")[0].how == "topic"
