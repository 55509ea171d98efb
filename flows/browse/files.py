"""Lists and answers as files: CSV, JSON and JSON lines, each with the address of the rest where not all fits."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from flows.browse import ask as asking
from flows.browse import lists
from flows.browse.kept import Answer
from flows.browse.pages import NotThere
from flows.browse.store import Reading

FORMS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "jsonl": "application/x-ndjson"}


def list_file(request: Request, reading: Reading) -> Response:
    """The rows of a list as a file."""
    name, form = request.path_params["name"], request.path_params["form"]
    if name not in lists.TITLES or form not in FORMS:
        raise NotThere(f"no list is called {name[:60]}.{form[:10]}")
    values = lists.read_values(name, dict(request.query_params), lists.FILE_ROWS)
    listing = lists.fill(reading, name, values)
    return _send(request, listing.answer, form, name, values.get("offset", 0), ("found",))


def answer_file(request: Request, reading: Reading) -> Response:
    """The rows of a query as a file."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise NotThere(f"an answer comes as {', '.join(FORMS)}")
    offset = lists.read_values("stories", {"offset": request.query_params.get("offset", "")}, 1)["offset"]
    answer = asking.ask(reading, request.query_params.get("q", ""), lists.FILE_ROWS, offset)
    return _send(request, answer, form, "answer", offset, ())


def _send(request: Request, answer: Answer, form: str, name: str, offset: int, without: tuple[str, ...]) -> Response:
    if form == "csv":
        text, count = lists.write_csv(answer, without)
    else:
        lines, count = lists.write_json(answer, without)
        text = "".join(f"{line}\n" for line in lines)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    rest = None
    if answer.more or count < len(answer.rows):
        # A row that no file can hold is passed over: the rest must be had.
        rest = f"{request.url.path}?{urlencode({**request.query_params, 'offset': offset + max(count, 1)})}"
        headers["Link"] = f'<{rest}>; rel="next"'
    if form == "json":
        import json

        text = '{"rows": [' + ",\n".join(lines) + f'], "next": {json.dumps(rest)}}}\n'
    return Response(text.encode("utf-8", "replace"), media_type=FORMS[form], headers=headers)
