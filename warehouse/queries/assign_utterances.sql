-- Utterances: those decided now, and those of before of which no quote was touched. Grain: one row an utterance.
CREATE TABLE scratch.main.assigned_utterances AS
SELECT utterance_id, speaker_entity_id, text FROM decided_utterances
UNION ALL
SELECT b.utterance_id, b.speaker_entity_id, b.text
FROM before_utterances AS b
WHERE b.utterance_id IN (SELECT utterance_id FROM assigned_quotes) AND b.utterance_id NOT IN (SELECT utterance_id FROM decided_utterances)
