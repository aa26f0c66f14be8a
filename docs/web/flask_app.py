"""Korean films as JSON with Flask: ``flask --app flask_app run``."""

from typing import Any

from flask import Flask, Response, request

import kcinema

app = Flask(__name__)


@app.get("/films/<film_id>")
def film(film_id: str) -> dict[str, Any]:
    """Return one film with all its fields."""
    return kcinema.film(film_id).to_dict()


@app.get("/films")
def films() -> dict[str, Any]:
    """Return a page of films: ``/films?genre=thriller&offset=20&limit=10``."""
    found = kcinema.films()
    if "genre" in request.args:
        found = found.where(genre=request.args.getlist("genre"))
    offset = max(request.args.get("offset", 0, type=int), 0)
    limit = min(max(request.args.get("limit", 20, type=int), 1), 100)
    shown = found.sorted_by("year")[offset : offset + limit]
    return {"total": len(found), "films": shown.to_dicts()}


@app.errorhandler(kcinema.FilmNotFoundError)
def not_found(error: kcinema.FilmNotFoundError) -> tuple[dict[str, Any], int]:
    """Answer 404 for an unknown id, with the ids that it may have meant."""
    return {"error": str(error), "nearest": error.nearest}, 404


@app.errorhandler(kcinema.InvalidQueryError)
def bad_request(error: kcinema.InvalidQueryError) -> tuple[dict[str, Any], int]:
    """Answer 400 for an invalid criterion, with what would have been valid."""
    return {"error": str(error)}, 400


@app.after_request
def cache(response: Response) -> Response:
    """Let clients keep a response until the data changes."""
    if response.status_code == 200:
        response.set_etag(kcinema.data_version().checksum)
        response.make_conditional(request)
    return response
