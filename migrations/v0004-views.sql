-- Views that make the commonest questions one line each (Documentation/Cookbook.md).

-- A date lies behind the article's text; where only the date is wanted this spares reading the text.
CREATE INDEX articles_dates ON articles (id, published_at);

-- Who is in the archive, and when.
CREATE VIEW people_overview AS
SELECT p.id AS person_id, p.name, p.latin_name, count(*) AS articles, min(a.published_at) AS first_seen,
  max(a.published_at) AS last_seen
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0
GROUP BY p.id;

-- Which countries articles name. Here and below a country named only by a metonym or an outlet is not counted.
CREATE VIEW country_overview AS
SELECT c.code, c.name_zh, c.name_en, c.kind, count(*) AS articles, sum(ac.focus) AS focus_articles,
  min(a.published_at) AS first_seen, max(a.published_at) AS last_seen
FROM countries c
JOIN article_countries ac ON ac.code = c.code
JOIN articles a INDEXED BY articles_dates ON a.id = ac.article_id
WHERE ac.kind NOT IN ('metonym', 'outlet')
GROUP BY c.code;

CREATE VIEW source_overview AS
SELECT source, count(*) AS articles, min(published_at) AS first_seen, max(published_at) AS last_seen
FROM articles
GROUP BY source;

-- The articles of a person, and of a country.
CREATE VIEW person_articles AS
SELECT p.id AS person_id, p.name, a.id AS article_id, a.published_at, a.source, a.title, ap.mentions, a.url
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a ON a.id = ap.article_id
WHERE p.hidden = 0;

CREATE VIEW country_articles AS
SELECT c.code, c.name_zh AS name, a.id AS article_id, a.published_at, a.source, a.title, ac.mentions, ac.focus,
  a.url
FROM countries c
JOIN article_countries ac ON ac.code = c.code
JOIN articles a ON a.id = ac.article_id
WHERE ac.kind NOT IN ('metonym', 'outlet');

-- One row an article with both in it: filter by the one, group by the other.
CREATE VIEW person_countries AS
SELECT p.id AS person_id, p.name, ac.code, c.name_zh AS country, ap.article_id,
  substr(a.published_at, 1, 7) AS month
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN article_countries ac ON ac.article_id = ap.article_id
JOIN countries c ON c.code = ac.code
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0 AND ac.kind NOT IN ('metonym', 'outlet');

-- Every mention with the words around it.
CREATE VIEW mention_contexts AS
SELECT m.article_id, m.person_id, m.code, m.text, m.field, m.rule,
  replace(
    substr(t.text, max(m.start - 15, 0) + 1, min(m.start, 15)) || '[' || m.text || ']'
      || substr(t.text, m."end" + 1, 15), char(10), ' ') AS context
FROM mentions m
JOIN (
  SELECT id, 'title' AS field, title AS text FROM articles
  UNION ALL SELECT id, 'body', body FROM articles
  UNION ALL SELECT id, 'caption', caption FROM articles
) t ON t.id = m.article_id AND t.field = m.field;

-- As before, but a condition on a name is looked up before anything is counted, and dates are read from the index.
DROP VIEW person_months;
CREATE VIEW person_months AS
SELECT p.id AS person_id, p.name, substr(a.published_at, 1, 7) AS month, count(*) AS articles
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0
GROUP BY p.id, p.name, month;

DROP VIEW country_months;
CREATE VIEW country_months AS
SELECT ac.code, c.name_zh AS name, substr(a.published_at, 1, 7) AS month, count(*) AS articles
FROM countries c
JOIN article_countries ac ON ac.code = c.code
JOIN articles a INDEXED BY articles_dates ON a.id = ac.article_id
WHERE ac.kind NOT IN ('metonym', 'outlet')
GROUP BY ac.code, c.name_zh, month;

DROP VIEW person_pairs;
CREATE VIEW person_pairs AS
SELECT a.person_id AS person_a, pa.name AS a, b.person_id AS person_b, pb.name AS b,
  a.article_id, substr(r.published_at, 1, 7) AS month
FROM people pa
JOIN article_people a ON a.person_id = pa.id
JOIN article_people b ON b.article_id = a.article_id AND b.person_id <> a.person_id
JOIN people pb ON pb.id = b.person_id
JOIN articles r INDEXED BY articles_dates ON r.id = a.article_id
WHERE pa.hidden = 0 AND pb.hidden = 0;

DROP VIEW country_pairs;
CREATE VIEW country_pairs AS
SELECT a.code AS a, b.code AS b, a.article_id, substr(r.published_at, 1, 7) AS month
FROM article_countries a
JOIN article_countries b ON b.article_id = a.article_id AND b.code <> a.code
JOIN articles r INDEXED BY articles_dates ON r.id = a.article_id
WHERE a.kind NOT IN ('metonym', 'outlet') AND b.kind NOT IN ('metonym', 'outlet');

-- An article with its people and countries as JSON arrays, as json_each and Datasette's facets read them.
CREATE VIEW article_facets AS
SELECT a.id, a.published_at, a.source, a.language, a.title,
  (SELECT json_group_array(name) FROM (
    SELECT p.name FROM article_people ap JOIN people p ON p.id = ap.person_id
    WHERE ap.article_id = a.id AND p.hidden = 0 ORDER BY ap.mentions DESC, ap.first_start)) AS people,
  (SELECT json_group_array(code) FROM (
    SELECT ac.code FROM article_countries ac
    WHERE ac.article_id = a.id AND ac.kind NOT IN ('metonym', 'outlet')
    ORDER BY ac.mentions DESC, ac.code)) AS countries,
  a.url
FROM articles a;
