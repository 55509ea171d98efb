-- Quotes about something, best first. Grain: one row a quote.
SELECT published_on, outlet, speaker, cue, text
FROM search_quotes('talks -ferry')
LIMIT 50
