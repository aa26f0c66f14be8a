"""A model of your own, read from a film and validated by the vocabularies."""

from pydantic import BaseModel, ConfigDict

import kcinema


class WatchListItem(BaseModel):
    """A film that someone means to see."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    title: str
    year: int
    runtime: int | None
    genres: list[kcinema.Genre]
    rating: kcinema.Rating | None
    seen: bool = False


oldboy = kcinema.film("oldboy-2003")
item = WatchListItem.model_validate(oldboy)
assert item == WatchListItem.model_validate(oldboy.to_dict())
assert kcinema.Genre.THRILLER in item.genres

text = item.model_dump_json()
assert WatchListItem.model_validate_json(text) == item
