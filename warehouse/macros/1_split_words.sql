-- The words of a text as search compares them, in their order: lower case, without accents, the parts of "O'Brien" apart, "U.S." as "us".
-- Chinese, Japanese and Thai, which put no spaces, give a word a character. Without a text: none.
CREATE MACRO split_words(text) AS regexp_extract_all(
    lower(strip_accents(regexp_replace(
        regexp_replace(nfc_normalize(coalesce(text, '')), '\b(\p{Lu})\.(\p{Lu})\b\.?', '\1\2', 'g'),
        '([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])', ' \1 ', 'g'
    ))),
    '[\p{L}\p{M}\p{N}]+'
)
