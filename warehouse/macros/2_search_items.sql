-- What a search asks for, in its order: a list of {words, phrase, is_phrase, is_without}. "Marked words" are a phrase, and so are words of
-- a script that puts no spaces; a minus in front means without; words of one letter count in phrases only.
CREATE MACRO search_items(query) AS list_transform(
    regexp_extract_all(translate(coalesce(query, ''), '“”„«»', '"""""'), '-?"[^"]*"|[^\s"]+'),
    lambda item: {
        'words': list_filter(split_words(item), lambda word: length(word) > 1 OR word > 'z' OR word < 'a'),
        'phrase': CASE
            WHEN regexp_matches(item, '[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]') THEN trim(fold_text(ltrim(item, '-')))
            ELSE fold_text(trim(ltrim(item, '-'), '" '))
        END,
        'is_phrase': len(split_words(item)) > 1 AND regexp_matches(item, '["\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]'),
        'is_without': starts_with(item, '-')
    }
)
