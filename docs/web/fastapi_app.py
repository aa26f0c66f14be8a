"""Korean films as JSON with FastAPI: ``fastapi dev fastapi_app.py``."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

import kcinema

app = FastAPI()


class Director(BaseModel):
    """A director, as the list of films names them."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    name_ko: str | None


class Film(BaseModel):
    """A film in a list: what the page needs, read from the attributes of a film."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    title: str
    title_ko: str
    year: int
    runtime: int | None
    genres: list[kcinema.Genre]
    directors: list[Director]


@app.get("/films/{film_id}")
def film(film_id: str) -> dict[str, Any]:
    """Return one film with all its fields."""
    return kcinema.film(film_id).to_dict()


@app.get("/films", response_model=list[Film])
def films(
    response: Response,
    genre: Annotated[list[kcinema.Genre] | None, Query()] = None,
    director: str | None = None,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> kcinema.FilmList:
    """Return a page of films: ``/films?genre=thriller&offset=20&limit=10``."""
    found = kcinema.films()
    if genre:
        found = found.where(genre=genre)
    if director is not None:
        found = found.where(director=director)
    response.headers["X-Total-Count"] = str(len(found))
    return found.sorted_by("year")[offset : offset + limit]


@app.exception_handler(kcinema.FilmNotFoundError)
def not_found(_request: Request, error: kcinema.FilmNotFoundError) -> JSONResponse:
    """Answer 404 for an unknown id, with the ids that it may have meant."""
    return JSONResponse({"detail": str(error), "nearest": error.nearest}, 404)


@app.exception_handler(kcinema.InvalidQueryError)
def invalid(_request: Request, error: kcinema.InvalidQueryError) -> JSONResponse:
    """Answer 422 for an invalid criterion, with what would have been valid."""
    return JSONResponse({"detail": str(error)}, 422)


@app.middleware("http")
async def cache(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Let clients keep a response until the data changes."""
    etag = f'"{kcinema.data_version().checksum}"'
    response = await call_next(request)
    if response.status_code == 200:
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": etag})
        response.headers["ETag"] = etag
    return response
