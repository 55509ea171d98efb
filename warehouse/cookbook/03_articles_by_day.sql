-- Articles by day, with the share that copies another. Grain: one row a day.
SELECT published_on, count(*) AS articles, round(avg((copy_of IS NOT NULL)::INT), 2) AS share_of_copies
FROM articles
GROUP BY published_on
ORDER BY published_on
