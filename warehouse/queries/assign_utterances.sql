-- Utterances: those decided now, and those of before that a quote words and nobody decided. Grain: one row an utterance.
CREATE VIEW scratch.main.assigned_utterances AS
SELECT utterance_id, speaker_entity_id, text FROM decided_utterances
UNION ALL
SELECT b.utterance_id, b.speaker_entity_id, b.text
FROM before_utterances AS b
ANTI JOIN gone_utterances AS g ON g.utterance_id = b.utterance_id
ANTI JOIN decided_utterances AS d ON d.utterance_id = b.utterance_id
