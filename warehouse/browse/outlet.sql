-- One outlet: what it publishes, how much is its own, what fails. Grain: one row, or none.
SELECT
    any_value(outlet_domain) AS domain, count(*) AS article_count, min(published_on) AS first_published_on, max(published_on) AS last_published_on,
    count(*) FILTER (WHERE copy_of IS NOT NULL) AS copies, count(*) FILTER (WHERE agency IS NOT NULL) AS from_agencies,
    count(*) FILTER (WHERE title IS NULL) AS without_title, count(*) FILTER (WHERE published_on IS NULL) AS without_day,
    count(*) FILTER (WHERE len(authors) = 0) AS without_author, count(DISTINCT language) AS language_count
FROM articles
WHERE coalesce(outlet, outlet_domain) = $outlet
HAVING count(*) > 0
