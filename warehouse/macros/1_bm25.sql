-- What a term adds to the score of a text that has it tf times, in which word_count words stand and usually usual_count do: BM25, k 1.2, b 0.6.
CREATE MACRO bm25(idf, tf, word_count, usual_count) AS
    idf * tf * 2.2 / (tf + 1.2 * (0.4 + 0.6 * word_count / usual_count))
