-- Removes who is named and quoted in articles that leave, or of which it is told anew. Grain: one row an entity and article.
DELETE FROM search_presence
WHERE article_number IN (FROM leaving_articles) OR article_number IN (SELECT article_number FROM present_articles)
