"""Pages to read the published tables in: a web application on loopback that only reads, and the report that is sent around.

`app.create_app` joins them; `store` opens the tables, `lists` are the lists that every page is made of and that can be had as CSV and
JSON, `pages` puts them together, `article` marks names and quotes in a text, `search` reads what is typed into the search box, `ask`
answers SQL, `report` writes one file. All SQL stands in `warehouse/browse/`, all HTML in `templates/`.
"""
