"""The closed vocabularies: every value that a classified field may have.

Each is an enum whose members are also strings, so ``film.genres[0] == "thriller"``
holds, and each member has a ``label`` for display. New values are added here; the data
has no free text in these fields.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Self

__all__ = [
    "AdmissionsScope",
    "AwardBody",
    "AwardResult",
    "BasisKind",
    "CollectionKind",
    "Era",
    "Genre",
    "HonourList",
    "Rating",
    "Term",
    "Theme",
]

T = TypeVar("T", bound="Term")
_ONCE = frozenset({"label", "first", "last"})


class Term(str, Enum):
    """A word of a closed vocabulary: a string with a label for display.

    Attributes:
        value: The word as it is in the data, such as ``"science-fiction"``.
        label: The word as it is displayed, such as ``"Science fiction"``.
    """

    label: str

    if TYPE_CHECKING:

        @property
        def value(self) -> str:
            """Return the word as it is in the data."""
            return str(self._value_)

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its word and, unless derived from the word, its label."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label or value.replace("-", " ").capitalize()
        return term

    # Members are shared by the whole process. While one is made, Python sets some
    # attributes of its own; each can be set once.
    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self) or not (name in _ONCE or name.startswith("_")):
            msg = f"{type(self).__name__}.{self.name} cannot be changed"
            raise AttributeError(msg)
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        msg = f"{type(self).__name__}.{self.name} cannot be changed"
        raise AttributeError(msg)

    # The same on all Pythons: 3.12 changed how enum members with a mixed-in type print.
    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)

    @classmethod
    def named(cls, text: str) -> Self | None:
        """Return the member with this word or label, ignoring case and punctuation.

        Args:
            text: A word, a label or another name, such as ``"sci-fi"`` or ``"공포"``.

        Returns:
            The member, or None if the vocabulary has none of that name.

        >>> from kcinema.vocabulary import Genre
        >>> Genre.named("Science Fiction")
        <Genre.SCIENCE_FICTION: 'science-fiction'>
        >>> Genre.named("sci-fi") is Genre.named("SF") is Genre.SCIENCE_FICTION
        True
        >>> Genre.named("opera") is None
        True
        """
        return _named(cls).get(_plain(text))

    @classmethod
    def names(cls) -> dict[str, Self]:
        """Return the members by their names, folded as :meth:`named` folds a text.

        >>> from kcinema.vocabulary import Genre
        >>> Genre.names()["공포"] is Genre.names()["horror"] is Genre.HORROR
        True
        """
        return dict(_named(cls))


@cache
def _named(terms: type[T]) -> dict[str, T]:
    """Map folded words, labels and other names to members; words take precedence."""
    others = {_plain(name): terms(word) for name, word in _others(terms)}
    labels = {_plain(term.label): term for term in terms}
    return others | labels | {_plain(term.value): term for term in terms}


def _others(terms: type[Term]) -> Iterator[tuple[str, str]]:
    from kcinema._synonyms import SYNONYMS

    for word, names in SYNONYMS.get(terms.__name__, {}).items():
        yield from ((name, word) for name in names.split(", "))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


class Genre(Term):
    """A genre, as the industry classifies films and *Genres and themes* defines it."""

    ACTION = "action"
    ADVENTURE = "adventure"
    ANIMATION = "animation"
    COMEDY = "comedy"
    CRIME = "crime"
    DISASTER = "disaster"
    DOCUMENTARY = "documentary"
    DRAMA = "drama"
    EROTIC = "erotic"
    EXPERIMENTAL = "experimental"
    FANTASY = "fantasy"
    HISTORICAL = "historical"
    HORROR = "horror"
    MARTIAL_ARTS = "martial-arts"
    MELODRAMA = "melodrama"
    MUSICAL = "musical"
    MYSTERY = "mystery"
    ROMANCE = "romance"
    SCIENCE_FICTION = "science-fiction"
    SPORT = "sport"
    THRILLER = "thriller"
    WAR = "war"
    WESTERN = "western"


class Theme(Term):
    """What a film is about; the page *Genres and themes* defines each word."""

    ADOPTION = "adoption"
    ADULTERY = "adultery"
    AMERICAN_PRESENCE = "american-presence", "American presence in Korea"
    ANIMALS = "animals"
    ART = "art"
    BUDDHISM = "buddhism", "Buddhism"
    BULLYING = "bullying"
    CHILDHOOD = "childhood"
    CHRISTIANITY = "christianity", "Christianity"
    CINEMA = "cinema"
    CITY_LIFE = "city-life"
    CLASS = "class"
    COLONIAL_PERIOD = "colonial-period", "Colonial period"
    COMING_OF_AGE = "coming-of-age"
    CONFUCIAN_FAMILY = "confucian-family", "Confucian family"
    CORRUPTION = "corruption"
    CULTS = "cults"
    DEFECTORS = "defectors", "Defectors and the North"
    DEMOCRATISATION = "democratisation"
    DICTATORSHIP = "dictatorship"
    DISABILITY = "disability"
    DIVISION = "division", "Division of Korea"
    ENVIRONMENT = "environment"
    FAITH = "faith"
    FAMILY = "family"
    FAMILY_SECRETS = "family-secrets"
    FATHERHOOD = "fatherhood"
    FIRST_LOVE = "first-love"
    FOLKLORE = "folklore"
    FOOD = "food"
    FRIENDSHIP = "friendship"
    GANGSTERS = "gangsters"
    GENDER = "gender"
    GHOSTS = "ghosts"
    GRIEF = "grief"
    GUILT = "guilt"
    GWANGJU = "gwangju", "Gwangju"
    HOUSING = "housing"
    ILLNESS = "illness"
    IMF_CRISIS = "imf-crisis", "IMF crisis"
    IMPRISONMENT = "imprisonment"
    JOSEON = "joseon", "Joseon period"
    JUSTICE = "justice"
    KOREAN_WAR = "korean-war", "Korean War"
    LABOUR = "labour"
    LIBERATION = "liberation"
    LITERATURE = "literature"
    LONELINESS = "loneliness"
    LOVE = "love"
    MARRIAGE = "marriage"
    MASCULINITY = "masculinity"
    MEDIA = "media"
    MEMORY = "memory"
    MENTAL_ILLNESS = "mental-illness"
    MIGRATION = "migration"
    MILITARY = "military"
    MONSTERS = "monsters"
    MOTHERHOOD = "motherhood"
    NATIONALISM = "nationalism"
    OBSESSION = "obsession"
    OLD_AGE = "old-age"
    PANSORI = "pansori"
    POLICE = "police"
    POP_MUSIC = "pop-music"
    POVERTY = "poverty"
    QUEER = "queer"
    REVENGE = "revenge"
    ROYAL_COURT = "royal-court"
    RURAL_LIFE = "rural-life"
    SCHOOL = "school"
    SEA = "sea"
    SERIAL_MURDER = "serial-murder"
    SEWOL = "sewol", "Sewol disaster"
    SEX_WORK = "sex-work"
    SEXUAL_VIOLENCE = "sexual-violence"
    SEXUALITY = "sexuality"
    SHAMANISM = "shamanism"
    SIBLINGS = "siblings"
    SPIES = "spies"
    SUICIDE = "suicide"
    SURVIVAL = "survival"
    TIME_AND_CHANCE = "time-and-chance"
    TRADITION = "tradition"
    TRUTH_AND_LIES = "truth-and-lies"
    UNEMPLOYMENT = "unemployment"
    URBANISATION = "urbanisation"
    VIETNAM_WAR = "vietnam-war", "Vietnam War"
    VIOLENCE = "violence"
    WOMEN = "women"
    YOUTH = "youth"
    ZOMBIES = "zombies"


class Era(Term):
    """A period of Korean film history, by the year of a film's first screening.

    The boundaries are those usual in the field, rounded to whole years. The Golden Age
    runs to the Yushin constitution of late 1972, the Korean New Wave from the end of
    the Yushin regime to the last year of prior censorship, New Korean Cinema from
    then to the first year with a hundred million admissions to Korean films.

    Attributes:
        first: The first year of the period.
        last: The last year of the period.
    """

    first: int
    last: int

    def __new__(cls, value: str, label: str, first: int, last: int) -> Self:
        """Make a member from its word, its label, and its first and last year."""
        era = str.__new__(cls, value)
        era._value_ = value
        era.label = label
        era.first = first
        era.last = last
        return era

    COLONIAL = "colonial", "Colonial period", 1, 1945
    LIBERATION_AND_WAR = "liberation-and-war", "Liberation and war", 1946, 1954
    GOLDEN_AGE = "golden-age", "Golden Age", 1955, 1972
    YUSHIN = "yushin", "Yushin period", 1973, 1979
    NEW_WAVE = "new-wave", "Korean New Wave", 1980, 1996
    NEW_KOREAN_CINEMA = "new-korean-cinema", "New Korean Cinema", 1997, 2012
    CONTEMPORARY = "contemporary", "Contemporary", 2013, 9999

    @classmethod
    def of(cls, year: int) -> Era:
        """Return the period that a year falls into.

        Args:
            year: A year from 1 to 9999.

        Raises:
            ValueError: The year is not between 1 and 9999.

        >>> from kcinema.vocabulary import Era
        >>> Era.of(1960)
        <Era.GOLDEN_AGE: 'golden-age'>
        """
        for era in cls:
            if era.first <= year <= era.last:
                return era
        msg = f"a year is a number from 1 to 9999, not {year!r}"
        raise ValueError(msg)


class Rating(Term):
    """An age rating of the Korea Media Rating Board, on today's scale."""

    ALL = "ALL", "All ages"
    AGE_12 = "12", "12 and over"
    AGE_15 = "15", "15 and over"
    AGE_19 = "19", "Adults only"


class AdmissionsScope(Term):
    """Where tickets were counted; counts of different scopes are not comparable."""

    NATIONAL = "national"
    SEOUL = "seoul", "Seoul only"


class AwardBody(Term):
    """An organisation or festival that gives prizes."""

    ACADEMY_AWARDS = "academy-awards", "Academy Awards"
    BAFTA = "bafta", "BAFTA Awards"
    GOLDEN_GLOBES = "golden-globes", "Golden Globe Awards"
    CANNES = "cannes", "Cannes Film Festival"
    BERLIN = "berlin", "Berlin International Film Festival"
    VENICE = "venice", "Venice Film Festival"
    LOCARNO = "locarno", "Locarno Film Festival"
    ROTTERDAM = "rotterdam", "International Film Festival Rotterdam"
    BUSAN = "busan", "Busan International Film Festival"
    JEONJU = "jeonju", "Jeonju International Film Festival"
    SEOUL_INDEPENDENT = "seoul-independent", "Seoul Independent Film Festival"
    GRAND_BELL = "grand-bell", "Grand Bell Awards"
    BLUE_DRAGON = "blue-dragon", "Blue Dragon Film Awards"
    BAEKSANG = "baeksang", "Baeksang Arts Awards"
    BUIL = "buil", "Buil Film Awards"
    KOREAN_CRITICS = "korean-critics", "Korean Association of Film Critics Awards"
    BUSAN_CRITICS = "busan-critics", "Busan Film Critics Association Awards"
    WILDFLOWER = "wildflower", "Wildflower Film Awards"
    WOMEN_IN_FILM_KOREA = "women-in-film-korea", "Women in Film Korea Awards"
    DIRECTORS_CUT = "directors-cut", "Director's Cut Awards"
    ASIA_PACIFIC_SCREEN = "asia-pacific-screen", "Asia Pacific Screen Awards"
    ASIAN_FILM = "asian-film", "Asian Film Awards"
    SITGES = "sitges", "Sitges Film Festival"
    FANTASPORTO = "fantasporto", "Fantasporto"
    FRIBOURG = "fribourg", "Fribourg International Film Festival"
    KARLOVY_VARY = "karlovy-vary", "Karlovy Vary International Film Festival"
    SAN_SEBASTIAN = "san-sebastian", "San Sebastián International Film Festival"
    TOKYO = "tokyo", "Tokyo International Film Festival"
    MOSCOW = "moscow", "Moscow International Film Festival"
    SHANGHAI = "shanghai", "Shanghai International Film Festival"
    SUNDANCE = "sundance", "Sundance Film Festival"
    TRIBECA = "tribeca", "Tribeca Festival"
    DEAUVILLE = "deauville", "Deauville Asian Film Festival"
    ANNECY = "annecy", "Annecy International Animation Film Festival"


class AwardResult(Term):
    """Whether a prize was won, or only nominated for."""

    WON = "won"
    NOMINATED = "nominated"


class HonourList(Term):
    """A named list whose membership is an honour."""

    KOFA_100_2006 = "kofa-100-2006", "Korean Film Archive: 100 Korean Films (2006)"
    KOFA_100_2014 = "kofa-100-2014", "Korean Film Archive: 100 Korean Films (2014)"
    KOFA_100_2024 = "kofa-100-2024", "Korean Film Archive: 100 Korean Films (2024)"
    KOREAN_SCREEN_100_2021 = (
        "korean-screen-100-2021",
        "Korean Screen: 100 Greatest Korean Films (2021)",
    )
    TEN_MILLION = "ten-million", "Ten million national admissions"


class BasisKind(Term):
    """The kind of work or event that a film is based on."""

    NOVEL = "novel"
    SHORT_STORY = "short-story"
    PLAY = "play"
    COMIC = "comic"
    WEBTOON = "webtoon"
    FILM = "film"
    SEQUEL = "sequel"
    MEMOIR = "memoir"
    FOLK_TALE = "folk-tale"
    PANSORI = "pansori"
    POEM = "poem"
    SONG = "song"
    TRUE_EVENTS = "true-events"
    TELEVISION = "television"
    RADIO = "radio"
    OTHER = "other"


class CollectionKind(Term):
    """The role of a collection, such as a section of the showcase."""

    HALF = "half"
    SECTION = "section"
    GENRE = "genre", "Genre highlights"
    THEME = "theme"
    ERA = "era"
    HONOURS = "honours", "Honours list"
