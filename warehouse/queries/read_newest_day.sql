-- The latest day of publication in the home; null where no article has a day. Grain: one row.
SELECT max(published_on) AS newest_day FROM articles
