"""Shows an archive's cells as what they are: numbers of articles and people as links, lists of people and countries as
links to the articles that name them, what a search found as marks, months and days short."""
import html
import json
import re
import urllib.parse

from datasette import hookimpl
from markupsafe import Markup

MARKS = re.compile(r"⟦(.*?)⟧")
TIMES = {"published_at", "captured_at", "first_seen", "last_seen", "created_at", "updated_at"}
OPEN = ' <small class="dossier-open" title="may mean several people">open</small>'
ROWS = {"article_id": "articles", "person_id": "people"}
# Tables whose references Datasette itself shows as links.
REFERRING = {"article_people", "article_countries", "document_people"}


def link(path, text, css=""):
    return f'<a href="{html.escape(path)}"{css}>{html.escape(text)}</a>'


def articles_of(datasette, kind, value):
    """The page of a person's or a country's articles; a person by number, or by name where no number is known, which
    several people may have."""
    view, column = {
        "person": ("person_articles", "person_id"), "people": ("person_articles", "name"),
        "countries": ("country_articles", "code")}[kind]
    query = urllib.parse.urlencode({f"{column}__exact": value, "_sort_desc": "published_at"})
    return datasette.urls.path(f"/dossier/{view}?{query}")


def host(text):
    """The host of a web address; None for any other text."""
    try:
        parts = urllib.parse.urlsplit(text or "")
    except ValueError:
        return None
    return parts.netloc if parts.scheme in ("http", "https") and parts.netloc else None


def names_in(text):
    """The texts of a JSON array of texts; None for any other text."""
    try:
        names = json.loads(text)
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            return None
        "".join(names).encode()  # Half a surrogate pair can be written in JSON, but on no page.
        return names
    except (ValueError, RecursionError):
        return None


@hookimpl
def extra_template_vars(datasette, database, table):
    """What the page of an article shows, for templates/row-dossier-articles.html."""
    async def dossier_article(id):
        archive = datasette.get_database("dossier")
        article = (await archive.execute("SELECT * FROM articles WHERE id = ?", [id])).first()
        people = await archive.execute(
            """SELECT p.id, p.name, p.is_open, ap.mentions, (SELECT group_concat(d.forms, ' ') FROM document_people d
                 WHERE d.article_id = ap.article_id AND d.person_id = p.id) AS forms
               FROM article_people ap JOIN people p ON p.id = ap.person_id
               WHERE ap.article_id = ? AND p.hidden = 0 ORDER BY ap.mentions DESC, ap.first_start""", [id])
        countries = await archive.execute(
            """SELECT ac.code, c.name_zh, ac.mentions, ac.focus FROM article_countries ac
               JOIN countries c ON c.code = ac.code WHERE ac.article_id = ? AND ac.kind NOT IN ('metonym', 'outlet')
               ORDER BY ac.focus DESC, ac.mentions DESC, ac.code""", [id])
        return {
            "article": article,
            "address": host(article["url"]),
            "paragraphs": article["body"].split("\n") if article["body"] else [],
            "people": [dict(row, href=articles_of(datasette, "person", row["id"])) for row in people.rows],
            "countries": [dict(row, href=articles_of(datasette, "countries", row["code"])) for row in countries.rows],
        }
    return {"dossier_article": dossier_article} if (database, table) == ("dossier", "articles") else {}


@hookimpl
def render_cell(row, value, column, table, database, datasette):
    if database != "dossier" or value is None:
        return None
    if column in ROWS and isinstance(value, int) and table not in REFERRING:
        return Markup(link(datasette.urls.row("dossier", ROWS[column], str(value)), str(value)))
    if table in ("article_facets", "article_overview") and column == "id":
        return Markup(link(datasette.urls.row("dossier", "articles", str(value)), str(value)))
    if not isinstance(value, str):
        return None
    columns = row.keys()
    if column == "title" and table != "articles":
        id = row["article_id"] if "article_id" in columns else row["id"] if "id" in columns else None
        return Markup(link(datasette.urls.row("dossier", "articles", str(id)), value)) if id else None
    if column in ("name", "person") and "person_id" in columns and table not in REFERRING:
        is_open = "is_open" in columns and row["is_open"] == 1
        return Markup(link(articles_of(datasette, "person", row["person_id"]), value) + (OPEN if is_open else ""))
    if column == "code" and table not in REFERRING | {"countries", "country_names"}:
        return Markup(link(articles_of(datasette, "countries", value), value))
    names = names_in(value) if column in ("people", "countries", "names") else None
    if names is not None and column != "names":
        shown = [link(articles_of(datasette, column, name), name, ' class="dossier-chip"') for name in names[:12]]
        if len(names) > 12:
            shown.append(f'<span class="dossier-more">+{len(names) - 12}</span>')
        # Datasette takes an empty text for none.
        return Markup(" ".join(shown) or "–")
    if names is not None:
        return Markup(html.escape("，".join(names[:12])))
    if column == "snippet":
        text = html.escape(value)
        if "⟦" in text:
            return Markup(MARKS.sub(r"<mark>\1</mark>", text))
        return Markup(re.sub(r"\[(.*?)\]", r"<mark>\1</mark>", text))
    if column in TIMES and table != "articles":
        return Markup(f'<time datetime="{html.escape(value)}" title="{html.escape(value)}">{html.escape(value[:10])}</time>')
    if column == "url" and host(value):
        return Markup(link(value, host(value) + " ↗"))
    return None
